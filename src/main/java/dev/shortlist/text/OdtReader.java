package dev.shortlist.text;

import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/// Reads OpenDocument text from its XML, changes accepted, hidden passages kept apart.
final class OdtReader {
  private static final int DEEPEST = 80;

  /// The look of letters, as far as styles say; null where they do not.
  private record Look(
      @Nullable Boolean hidden,
      @Nullable Boolean bold,
      @Nullable Float size,
      @Nullable Boolean white,
      @Nullable Boolean shaded) {
    static final Look NOTHING = new Look(null, null, null, null, null);

    Look orElse(Look other) {
      return new Look(
          hidden != null ? hidden : other.hidden,
          bold != null ? bold : other.bold,
          size != null ? size : other.size,
          white != null ? white : other.white,
          shaded != null ? shaded : other.shaded);
    }

    boolean unseen() {
      return Boolean.TRUE.equals(hidden)
          || (size != null && size <= 2)
          || (Boolean.TRUE.equals(white) && !Boolean.TRUE.equals(shaded));
    }
  }

  private final Parts parts;
  private final Draft draft;
  private final Map<String, Element> styles = new HashMap<>();
  private final StringBuilder line = new StringBuilder();
  private final StringBuilder hidden = new StringBuilder();
  private int letters;
  private int bold;
  private float size;

  OdtReader(byte[] bytes, Draft draft) throws IOException {
    this.parts = new Parts(bytes);
    this.draft = draft;
  }

  Extraction read() throws IOException {
    if (isEncrypted()) {
      throw new Unreadable(Reason.ENCRYPTED, "");
    }
    var content = parts.xml("content.xml");
    if (content == null) {
      throw new Unreadable(Reason.DAMAGED, "it has no content inside");
    }
    var shared = parts.xml("styles.xml");
    if (shared != null) {
      collectStyles(shared);
    }
    collectStyles(content);
    furniture(shared, "header");
    for (var text : Xml.all(content, "text")) {
      if ("body".equals(text.getParentNode().getLocalName())) {
        walk(text, Look.NOTHING, 0);
        endLine(false);
      }
    }
    furniture(shared, "footer");
    draft.hidden(hidden.toString(), 1);
    if (draft.isEmpty()) {
      throw new Unreadable(Reason.NO_TEXT, "the document shows no text");
    }
    return draft.finish(FileType.ODT, 1, dated());
  }

  private boolean isEncrypted() throws Unreadable {
    var manifest = parts.xml("META-INF/manifest.xml");
    return manifest != null && !Xml.all(manifest, "encryption-data").isEmpty();
  }

  private void collectStyles(Element root) {
    for (var style : Xml.all(root, "style")) {
      styles.put(Xml.attribute(style, "name"), style);
    }
  }

  private void furniture(@Nullable Element shared, String kind) {
    if (shared == null) {
      return;
    }
    for (var part : Xml.all(shared, kind)) {
      if ("master-page".equals(part.getParentNode().getLocalName())) {
        draft.nextBlock();
        walk(part, Look.NOTHING, 0);
        endLine(false);
        draft.nextBlock();
      }
    }
  }

  private void walk(Element parent, Look look, int depth) {
    if (depth > DEEPEST || draft.full()) {
      return;
    }
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        element(element, look, depth + 1);
      } else if (node.getNodeType() == Node.TEXT_NODE && isText(parent)) {
        words(node.getNodeValue(), look);
      }
    }
  }

  private void element(Element element, Look look, int depth) {
    switch (String.valueOf(element.getLocalName())) {
      case "p" -> paragraph(element, look, depth, false);
      case "h" -> paragraph(element, look, depth, true);
      case "span" -> walk(element, style(element).orElse(look), depth);
      case "a" -> {
        draft.link(Xml.attribute(element, "href"), 1, null);
        walk(element, look, depth);
      }
      case "s" -> words(" ", look);
      case "tab", "line-break" -> endLine(false);
      case "list-item" -> {
        endLine(false);
        line.append("• ");
        walk(element, look, depth);
        endLine(false);
      }
      case "table-cell", "text-box", "section" -> {
        endLine(false);
        draft.nextBlock();
        walk(element, isHiddenSection(element) ? hiddenLook() : shade(element, look), depth);
        endLine(false);
        draft.nextBlock();
      }
      case "tracked-changes",
          "annotation",
          "annotation-end",
          "forms",
          "sequence-decls",
          "title",
          "desc",
          "variable-decls",
          "event-listeners",
          "table-of-content",
          "object",
          "covered-table-cell" -> {}
      default -> walk(element, look, depth);
    }
  }

  private void paragraph(Element paragraph, Look look, int depth, boolean heading) {
    if (!line.toString().equals("• ")) {
      endLine(false);
    }
    if (heading || !paragraph.hasChildNodes()) {
      draft.nextBlock();
    }
    walk(paragraph, style(paragraph).orElse(look), depth);
    endLine(heading);
  }

  private static boolean isHiddenSection(Element element) {
    return Xml.attribute(element, "display").equals("none")
        || Xml.attribute(element, "is-hidden").equals("true");
  }

  private static Look hiddenLook() {
    return new Look(true, null, null, null, null);
  }

  private Look shade(Element element, Look look) {
    return style(element).orElse(look);
  }

  private Look style(Element element) {
    return style(Xml.attribute(element, "style-name"), 0);
  }

  private Look style(String name, int depth) {
    var style = styles.get(name);
    if (style == null || depth > 12) {
      return Look.NOTHING;
    }
    var look = Look.NOTHING;
    for (var properties : Xml.children(style)) {
      look = look.orElse(look(properties));
    }
    return look.orElse(style(Xml.attribute(style, "parent-style-name"), depth + 1));
  }

  private static Look look(Element properties) {
    var display = Xml.attribute(properties, "display");
    var weight = Xml.attribute(properties, "font-weight");
    var color = Xml.attribute(properties, "color");
    var background = Xml.attribute(properties, "background-color");
    return new Look(
        display.isEmpty() ? null : (Boolean) display.equals("none"),
        weight.isEmpty() ? null : (Boolean) weight.matches("bold|[6-9]00"),
        points(Xml.attribute(properties, "font-size")),
        color.isEmpty() ? null : (Boolean) DocxStyles.isWhite(color.replace("#", "")),
        (background.isEmpty() || background.equals("transparent"))
            ? null
            : (Boolean) !DocxStyles.isWhite(background.replace("#", "")));
  }

  private static @Nullable Float points(String size) {
    try {
      return size.endsWith("pt") ? Float.valueOf(size.substring(0, size.length() - 2)) : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static boolean isText(Element parent) {
    var name = parent.getLocalName();
    return !"text".equals(name) && !"list-item".equals(name);
  }

  private void words(String words, Look look) {
    if (look.unseen()) {
      hidden.append(words);
      return;
    }
    line.append(words.replaceAll("\\s+", " "));
    letters += words.strip().length();
    bold += Boolean.TRUE.equals(look.bold()) ? words.strip().length() : 0;
    size = Math.max(size, look.size() == null ? 0 : look.size());
  }

  private void endLine(boolean heading) {
    if (!line.toString().equals("• ")) {
      draft.line(line.toString(), heading || bold * 2 > letters, size);
    }
    line.setLength(0);
    letters = 0;
    bold = 0;
    size = 0;
  }

  private @Nullable LocalDate dated() throws Unreadable {
    var meta = parts.xml("meta.xml");
    if (meta == null) {
      return null;
    }
    for (var name : List.of("title", "subject", "keyword", "description")) {
      Xml.all(meta, name).forEach(e -> draft.property(e.getTextContent()));
    }
    for (var name : new String[] {"date", "creation-date"}) {
      for (var element : Xml.all(meta, name)) {
        var day = element.getTextContent().strip();
        try {
          if (day.length() >= 10) {
            return LocalDate.parse(day.substring(0, 10));
          }
        } catch (DateTimeParseException e) {
          return null;
        }
      }
    }
    return null;
  }
}
