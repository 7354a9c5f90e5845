package dev.shortlist.text;

import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/// Reads DOCX from its XML: what Word shows with all changes accepted.
///
/// Headers come first, footers and notes last; a text box follows the paragraph it hangs on, and
/// only one of its two renderings (Choice, Fallback) is read. Tables are read row by row, cell by
/// cell.
final class DocxReader {
  private static final Pattern FIELD_LINK = Pattern.compile("HYPERLINK\\s+\"([^\"]+)\"");
  private static final int TINY_HALF_POINTS = 4;
  private static final int NEAR_A_SHAPE = 6;
  private static final int DEEPEST = 60;

  /// What stands round a paragraph.
  ///
  /// @param shaded whether cell or shape paint a background
  private record Around(boolean shaded, int depth) {
    Around deeper(boolean alsoShaded) {
      return new Around(shaded || alsoShaded, depth + 1);
    }
  }

  private final Parts parts;
  private final Draft draft;
  private DocxStyles styles;
  private Map<String, String> targets = Map.of();
  private final StringBuilder hidden = new StringBuilder();
  private int sinceShape = NEAR_A_SHAPE + 1;

  DocxReader(byte[] bytes, Draft draft) throws IOException {
    this.parts = new Parts(bytes);
    this.draft = draft;
    this.styles = new DocxStyles(null);
  }

  Extraction read() throws IOException {
    var main = mainPart();
    var document = parts.xml(main);
    if (document == null) {
      throw new Unreadable(Reason.DAMAGED, "it has no document inside");
    }
    var folder = main.substring(0, main.lastIndexOf('/') + 1);
    styles = new DocxStyles(optional(folder + "styles.xml"));
    var body = Xml.child(document, "body").orElse(document);
    var mainTargets = targets(main);
    furniture(body, mainTargets, folder, "headerReference");
    targets = mainTargets;
    blocks(body, new Around(hasBackground(document), 0));
    notes(folder + "footnotes.xml");
    notes(folder + "endnotes.xml");
    furniture(body, mainTargets, folder, "footerReference");
    draft.hidden(hidden.toString(), 1);
    if (draft.isEmpty()) {
      throw new Unreadable(Reason.NO_TEXT, "the document shows no text");
    }
    if (parts.broken()) {
      draft.notice(Notice.Kind.DAMAGED, "the package is incomplete", 1);
    }
    return draft.finish(FileType.DOCX, 1, dated());
  }

  private String mainPart() {
    if (parts.has("word/document.xml")) {
      return "word/document.xml";
    }
    return parts
        .names()
        .filter(name -> name.startsWith("word/") && name.endsWith("document.xml"))
        .findFirst()
        .orElse("word/document.xml");
  }

  private static boolean hasBackground(Element document) {
    return Xml.child(document, "background")
        .map(b -> !DocxStyles.isWhite(Xml.attribute(b, "color")))
        .orElse(false);
  }

  /// Headers or footers, each once.
  private void furniture(Element body, Map<String, String> names, String folder, String reference)
      throws Unreadable {
    var files = new LinkedHashSet<String>();
    for (var found : Xml.all(body, reference)) {
      var target = names.get(Xml.attribute(found, "id"));
      if (target != null) {
        files.add(target.startsWith("/") ? target.substring(1) : folder + target);
      }
    }
    for (var file : files) {
      targets = targets(file);
      var root = optional(file);
      if (root != null) {
        draft.nextBlock();
        blocks(root, new Around(false, 0));
        draft.nextBlock();
      }
    }
  }

  private void notes(String part) throws Unreadable {
    var root = optional(part);
    if (root == null) {
      return;
    }
    targets = targets(part);
    for (var note : Xml.children(root)) {
      if (Xml.attribute(note, "type").isEmpty()) {
        draft.nextBlock();
        blocks(note, new Around(false, 0));
      }
    }
  }

  private void blocks(Element parent, Around around) throws Unreadable {
    if (around.depth() > DEEPEST || draft.full()) {
      return;
    }
    for (var child : Xml.children(parent)) {
      switch (name(child)) {
        case "p" -> paragraph(child, around);
        case "tbl" -> table(child, around);
        case "sdt" -> {
          var content = Xml.child(child, "sdtContent");
          if (content.isPresent()) {
            blocks(content.get(), around.deeper(false));
          }
        }
        case "ins", "moveTo", "customXml", "smartTag" -> blocks(child, around.deeper(false));
        case "AlternateContent" -> blocks(chosen(child), around.deeper(false));
        default -> {}
      }
    }
  }

  private void table(Element table, Around around) throws Unreadable {
    var properties = Xml.child(table, "tblPr");
    boolean styled =
        properties.map(p -> styles.isShaded(DocxStyles.value(p, "tblStyle"))).orElse(false)
            || properties.flatMap(p -> Xml.child(p, "shd")).map(DocxStyles::isDark).orElse(false);
    for (var row : rows(table)) {
      for (var cell : rows(row)) {
        boolean shaded =
            Xml.child(cell, "tcPr")
                .flatMap(p -> Xml.child(p, "shd"))
                .map(DocxStyles::isDark)
                .orElse(styled);
        draft.nextBlock();
        blocks(cell, around.deeper(shaded));
      }
    }
    draft.nextBlock();
  }

  /// Rows of a table or cells of a row, also those within content controls.
  private static List<Element> rows(Element parent) {
    var rows = new ArrayList<Element>();
    for (var child : Xml.children(parent)) {
      switch (name(child)) {
        case "tr", "tc" -> {
          boolean deleted = Xml.child(child, "trPr").flatMap(p -> Xml.child(p, "del")).isPresent();
          if (!deleted) {
            rows.add(child);
          }
        }
        case "sdt", "sdtContent", "ins", "customXml" -> rows.addAll(rows(child));
        default -> {}
      }
    }
    return rows;
  }

  private void paragraph(Element paragraph, Around around) throws Unreadable {
    sinceShape++;
    var properties = Xml.child(paragraph, "pPr").orElse(null);
    var style = properties == null ? "" : DocxStyles.value(properties, "pStyle");
    boolean shaded =
        properties != null && Xml.child(properties, "shd").map(DocxStyles::isDark).orElse(false);
    var line = new ParagraphText(style, around.deeper(shaded));
    inline(paragraph, line);
    boolean heading =
        styles.isHeading(style)
            || (properties != null && Xml.child(properties, "outlineLvl").isPresent());
    boolean listed = properties != null && Xml.child(properties, "numPr").isPresent();
    if (heading || line.text.toString().isBlank()) {
      draft.nextBlock();
    }
    boolean first = true;
    for (var part : line.text.toString().split("[\n\t]", -1)) {
      if (!part.isBlank()) {
        draft.line((listed && first ? "• " : "") + part, heading || line.isBold(), line.size());
        first = false;
      }
    }
    for (var box : line.boxes) {
      draft.nextBlock();
      blocks(box.content(), around.deeper(box.shaded()));
      draft.nextBlock();
    }
  }

  private record TextBox(Element content, boolean shaded) {}

  /// A paragraph while its runs are read.
  private final class ParagraphText {
    private final String style;
    private final Around around;
    private final StringBuilder text = new StringBuilder();
    private final List<TextBox> boxes = new ArrayList<>();
    private final StringBuilder field = new StringBuilder();
    private boolean inCode;
    private int bold;
    private int letters;
    private int halfPoints;

    ParagraphText(String style, Around around) {
      this.style = style;
      this.around = around;
    }

    boolean isBold() {
      return letters > 0 && bold * 2 > letters;
    }

    float size() {
      return halfPoints / 2f;
    }

    void add(String words, DocxStyles.Look look) {
      if (inCode) {
        return;
      }
      if (isUnseen(look, around)) {
        hidden.append(words);
        return;
      }
      text.append(words);
      int count = words.strip().length();
      letters += count;
      bold += Boolean.TRUE.equals(look.bold()) ? count : 0;
      halfPoints = Math.max(halfPoints, look.halfPoints() == null ? 20 : look.halfPoints());
    }
  }

  private boolean isUnseen(DocxStyles.Look look, Around around) {
    if (Boolean.TRUE.equals(look.hidden())) {
      return true;
    }
    boolean tiny = look.halfPoints() != null && look.halfPoints() <= TINY_HALF_POINTS;
    boolean white = look.color() != null && DocxStyles.isWhite(look.color());
    boolean ground =
        around.shaded() || Boolean.TRUE.equals(look.shaded()) || sinceShape <= NEAR_A_SHAPE;
    return tiny || (white && !ground);
  }

  private void inline(Element parent, ParagraphText line) throws Unreadable {
    for (var child : Xml.children(parent)) {
      switch (name(child)) {
        case "r" -> run(child, line);
        case "hyperlink" -> {
          link(child);
          inline(child, line);
        }
        case "fldSimple" -> {
          links(Xml.attribute(child, "instr"));
          inline(child, line);
        }
        case "ins",
            "moveTo",
            "smartTag",
            "customXml",
            "sdtContent",
            "dir",
            "bdo",
            "oMath",
            "oMathPara" ->
            inline(child, line);
        case "sdt" -> inline(child, line);
        case "AlternateContent" -> inline(chosen(child), line);
        default -> {}
      }
    }
  }

  private void run(Element run, ParagraphText line) throws Unreadable {
    var look = styles.of(Xml.child(run, "rPr").orElse(null), line.style);
    for (var child : Xml.children(run)) {
      content(child, look, line);
    }
  }

  private void content(Element child, DocxStyles.Look look, ParagraphText line) throws Unreadable {
    switch (name(child)) {
      case "t" -> line.add(child.getTextContent(), look);
      case "tab", "ptab" -> line.add("\t", look);
      case "br", "cr" -> line.add("\n", look);
      case "noBreakHyphen" -> line.add("-", look);
      case "sym" -> line.add(" ", look);
      case "instrText" -> line.field.append(child.getTextContent());
      case "fldChar" -> field(Xml.attribute(child, "fldCharType"), line);
      case "AlternateContent" -> {
        for (var inner : Xml.children(chosen(child))) {
          content(inner, look, line);
        }
      }
      case "drawing", "pict", "object" -> drawing(child, line);
      default -> {}
    }
  }

  private void field(String kind, ParagraphText line) {
    line.inCode = kind.equals("begin");
    if (!line.inCode) {
      links(line.field.toString());
      line.field.setLength(0);
    }
  }

  private void links(String code) {
    FIELD_LINK.matcher(code).results().forEach(link -> draft.link(link.group(1), 1, null));
  }

  private void link(Element link) {
    var target = targets.get(Xml.attribute(link, "id"));
    if (target != null) {
      draft.link(target, 1, null);
    }
  }

  private void drawing(Element drawing, ParagraphText line) throws Unreadable {
    boolean painted = isPainted(drawing);
    if (painted) {
      sinceShape = 0;
    }
    collectBoxes(drawing, painted, line.boxes);
    for (var link : Xml.all(drawing, "hlinkClick")) {
      link(link);
    }
    for (var diagram : Xml.all(drawing, "relIds")) {
      diagram(Xml.attribute(diagram, "dm"), line);
    }
  }

  /// Text boxes of a drawing; those within a box belong to that box's own paragraphs.
  private static void collectBoxes(Element parent, boolean painted, List<TextBox> boxes) {
    for (var child : Xml.children(parent)) {
      if (name(child).equals("txbxContent")) {
        boxes.add(new TextBox(child, painted));
      } else if (name(child).equals("AlternateContent")) {
        collectBoxes(chosen(child), painted, boxes);
      } else {
        collectBoxes(child, painted, boxes);
      }
    }
  }

  private static boolean isPainted(Element drawing) {
    boolean picture =
        !Xml.all(drawing, "blip").isEmpty() || !Xml.all(drawing, "imagedata").isEmpty();
    boolean filled =
        Xml.all(drawing, "solidFill").stream().anyMatch(DocxReader::isColored)
            || !Xml.all(drawing, "gradFill").isEmpty()
            || !Xml.attribute(drawing, "fillcolor").isEmpty();
    boolean styled = !Xml.all(drawing, "fillRef").isEmpty();
    return picture || filled || styled || hasFillColor(drawing);
  }

  private static boolean hasFillColor(Element drawing) {
    for (var child : Xml.children(drawing)) {
      var fill = Xml.attribute(child, "fillcolor");
      boolean colored = !fill.isEmpty() && !fill.startsWith("white") && !fill.startsWith("#fff");
      if (colored || hasFillColor(child)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isColored(Element fill) {
    return Xml.child(fill, "srgbClr")
        .map(c -> !DocxStyles.isWhite(Xml.attribute(c, "val")))
        .orElse(!Xml.children(fill).isEmpty());
  }

  /// The words of SmartArt, a line for each of its shapes.
  private void diagram(String id, ParagraphText line) throws Unreadable {
    var target = targets.getOrDefault(id, "");
    var data = optional(target.startsWith("/") ? target.substring(1) : "word/" + target);
    if (data == null) {
      return;
    }
    for (var point : Xml.all(data, "pt")) {
      var words = new StringBuilder();
      // The body of a shape is called `t` as well as the runs within.
      Xml.all(point, "t").stream()
          .filter(t -> Xml.children(t).isEmpty())
          .forEach(t -> words.append(t.getTextContent()));
      if (!words.isEmpty()) {
        line.text.append('\n').append(words);
      }
    }
  }

  /// The rendering a current Word takes.
  private static Element chosen(Element alternatives) {
    return Xml.child(alternatives, "Choice")
        .or(() -> Xml.child(alternatives, "Fallback"))
        .orElse(alternatives);
  }

  private Map<String, String> targets(String part) throws Unreadable {
    int slash = part.lastIndexOf('/') + 1;
    var root = optional(part.substring(0, slash) + "_rels/" + part.substring(slash) + ".rels");
    var found = new HashMap<String, String>();
    if (root != null) {
      for (var relation : Xml.children(root)) {
        found.put(Xml.attribute(relation, "Id"), Xml.attribute(relation, "Target"));
      }
    }
    return found;
  }

  /// A part that may be missing or broken without harm to the rest.
  private @Nullable Element optional(String part) throws Unreadable {
    try {
      return parts.xml(part);
    } catch (Unreadable e) {
      draft.notice(Notice.Kind.DAMAGED, part + " cannot be understood", 1);
      return null;
    }
  }

  private @Nullable LocalDate dated() throws Unreadable {
    var core = optional("docProps/core.xml");
    if (core == null) {
      return null;
    }
    for (var name : List.of("title", "subject", "keywords", "description", "creator")) {
      draft.property(Xml.child(core, name).map(Element::getTextContent).orElse(null));
    }
    var day =
        Xml.child(core, "modified")
            .or(() -> Xml.child(core, "created"))
            .map(e -> e.getTextContent().strip())
            .orElse("");
    try {
      return day.length() < 10 ? null : LocalDate.parse(day.substring(0, 10));
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private static String name(Element element) {
    return element.getLocalName() == null ? "" : element.getLocalName();
  }
}
