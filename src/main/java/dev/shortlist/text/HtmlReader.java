package dev.shortlist.text;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;

/// Reads HTML as a browser shows it, as far as that can be told without one.
final class HtmlReader {
  private static final String NEVER_SHOWN =
      "script, style, noscript, template, head, iframe, object, svg, input[type=hidden], [hidden]";
  private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)}");
  private static final Pattern HIDING =
      Pattern.compile(
          "display\\s*:\\s*none|visibility\\s*:\\s*(hidden|collapse)|opacity\\s*:\\s*0?\\.?0*\\s*(;|$|!)"
              + "|font-size\\s*:\\s*([01](\\.\\d+)?|0?\\.\\d+)(px|pt)?\\s*(;|$|!)|text-indent\\s*:\\s*-\\d{3,}"
              + "|(left|top)\\s*:\\s*-\\d{3,}|clip\\s*:\\s*rect\\(\\s*0",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern WHITE =
      Pattern.compile(
          "(?<![-\\w])color\\s*:\\s*(white|#fff(fff)?|#f[c-f]f[c-f]f[c-f]|rgb\\(\\s*25\\d\\W+25\\d\\W+25\\d\\s*\\)"
              + "|transparent)\\s*(;|$|!)",
          Pattern.CASE_INSENSITIVE);
  private static final Set<String> BOLD =
      Set.of("b", "strong", "h1", "h2", "h3", "h4", "h5", "h6", "th");

  private final byte[] bytes;
  private final Draft draft;
  private final StringBuilder line = new StringBuilder();
  private final StringBuilder hidden = new StringBuilder();
  private int letters;
  private int boldLetters;

  HtmlReader(byte[] bytes, Draft draft) {
    this.bytes = bytes;
    this.draft = draft;
  }

  Extraction read() throws IOException {
    var document = Jsoup.parse(new ByteArrayInputStream(bytes), charset(), "");
    var styles = document.select("style").stream().map(Element::data).toList();
    draft.property(document.title());
    document.select("meta[content]").forEach(meta -> draft.property(meta.attr("content")));
    document.select(NEVER_SHOWN).remove();
    styles.forEach(style -> hideByRule(document, style));
    document.getAllElements().stream()
        .filter(e -> isHidden(e.attr("style")) || isWhite(e))
        .forEach(e -> e.attr("data-unseen", true));
    walk(document.body(), false, false);
    endLine();
    draft.hidden(hidden.toString(), 1);
    if (draft.isEmpty()) {
      throw new Unreadable(Reason.NO_TEXT, "the page shows no text");
    }
    return draft.finish(FileType.HTML, 1, null);
  }

  private @Nullable String charset() {
    var head = new String(bytes, 0, Math.min(bytes.length, 2048), StandardCharsets.ISO_8859_1);
    return CleanText.lower(head).contains("charset") ? null : Charsets.of(bytes).name();
  }

  private static void hideByRule(Document document, String style) {
    RULE.matcher(style)
        .results()
        .filter(rule -> isHidden(rule.group(2)))
        .forEach(rule -> {
          try {
            document.select(rule.group(1).strip()).forEach(e -> e.attr("data-unseen", true));
          } catch (Selector.SelectorParseException | IllegalArgumentException e) {
            // An at-rule or a selector of another kind hides nothing we know of.
          }
        });
  }

  private static boolean isHidden(String style) {
    return !style.isEmpty() && HIDING.matcher(style).find();
  }

  private static boolean isWhite(Element element) {
    if (!WHITE.matcher(element.attr("style")).find()) {
      return false;
    }
    for (Element e = element; e != null; e = e.parent()) {
      if (e.attr("style").contains("background") || e.hasAttr("bgcolor") || e.hasAttr("class")) {
        return false;
      }
    }
    return true;
  }

  private void walk(Node node, boolean bold, boolean unseen) {
    for (var child : node.childNodes()) {
      if (child instanceof TextNode text) {
        text(text.text(), bold, unseen);
      } else if (child instanceof Element element) {
        element(element, bold, unseen || element.hasAttr("data-unseen"));
      }
    }
  }

  private void element(Element element, boolean bold, boolean unseen) {
    var name = element.normalName();
    boolean block =
        element.isBlock() || name.equals("br") || name.equals("td") || name.equals("th");
    if (block) {
      endLine();
      if (!name.equals("br") && !name.equals("li")) {
        draft.nextBlock();
      }
    }
    if (name.equals("li") && !unseen) {
      line.append("• ");
    }
    if (name.equals("a") && !unseen && !element.attr("href").startsWith("#")) {
      draft.link(element.attr("href"), 1, null);
    }
    walk(element, bold || BOLD.contains(name), unseen);
    if (block) {
      endLine();
    }
  }

  private void text(String text, boolean bold, boolean unseen) {
    if (unseen) {
      hidden.append(text).append(' ');
      return;
    }
    line.append(text);
    letters += text.strip().length();
    boldLetters += bold ? text.strip().length() : 0;
  }

  private void endLine() {
    draft.line(line.toString(), boldLetters * 2 > letters, 0);
    line.setLength(0);
    letters = 0;
    boldLetters = 0;
  }
}
