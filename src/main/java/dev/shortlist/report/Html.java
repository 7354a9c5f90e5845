package dev.shortlist.report;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;

/// A piece of markup in which every text is escaped, because only [#tag] and [#text] make markup.
record Html(String markup) {
  static final Html NOTHING = new Html("");

  // Between these, a line break would be seen as a space.
  private static final Set<String> INLINE = Set.of("a", "bdi", "q", "small", "span", "strong");

  static Html text(String text) {
    var escaped = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      switch (character) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&#39;");
        default -> escaped.append(isAllowed(character) ? character : '\uFFFD');
      }
    }
    return new Html(escaped.toString());
  }

  /// An element.
  ///
  /// @param tag its name, and after dots its classes: `p.soft`; after a hash sign its id: `div#top`
  /// @param content markup as it is, collections piece by piece, and everything else as text
  static Html tag(String tag, Object... content) {
    int hash = tag.indexOf('#');
    var id = hash < 0 ? "" : " id=\"" + text(tag.substring(hash + 1)).markup + "\"";
    var names = (hash < 0 ? tag : tag.substring(0, hash)).split("\\.", 2);
    var classes = names.length == 1 ? "" : " class=\"" + names[1].replace('.', ' ') + "\"";
    return element(names[0], id + classes, content);
  }

  /// A link within the page.
  static Html link(String id, Object... content) {
    return element("a", " href=\"#" + text(id).markup + "\"", content);
  }

  /// A bar that is filled up to `points` of 100.
  static Html bar(double points) {
    var fill = String.format(Locale.ROOT, " style=\"width:%.1f%%\"", points);
    return element("span", " class=\"bar\" aria-hidden=\"true\"", element("span", fill));
  }

  static Html all(Object... content) {
    var markup = new StringBuilder();
    append(markup, content);
    return new Html(markup.toString());
  }

  boolean isEmpty() {
    return markup.isEmpty();
  }

  private static Html element(String name, String attributes, Object... content) {
    var markup = new StringBuilder("<").append(name).append(attributes).append('>');
    append(markup, content);
    markup.append("</").append(name).append('>');
    return new Html(INLINE.contains(name) ? markup.toString() : markup.append('\n').toString());
  }

  private static void append(StringBuilder markup, Object... content) {
    for (var piece : content) {
      switch (piece) {
        case Html html -> markup.append(html.markup);
        case Collection<?> pieces -> append(markup, pieces.toArray());
        default -> markup.append(text(piece.toString()).markup);
      }
    }
  }

  private static boolean isAllowed(char character) {
    return character >= ' ' || character == '\n' || character == '\t' || character == '\r';
  }
}
