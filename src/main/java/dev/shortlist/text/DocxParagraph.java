package dev.shortlist.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/// A paragraph of a DOCX: its runs, links, fields and what is drawn in it, as Word shows them with
/// all changes accepted.
final class DocxParagraph {
  private static final Pattern FIELD_LINK = Pattern.compile("HYPERLINK\\s+\"([^\"]+)\"");
  private static final int USUAL_HALF_POINTS = 20;

  /// @param shaded whether its shape paints a background
  record TextBox(Element content, boolean shaded) {}

  private final DocxPackage source;
  private final DocxPackage.Part part;
  private final DocxStyles styles;
  private final DocxSight sight;
  private final Draft draft;
  private String style = "";
  private boolean shaded;
  private final StringBuilder text = new StringBuilder();
  private final List<TextBox> boxes = new ArrayList<>();
  private final StringBuilder field = new StringBuilder();
  private boolean inCode;
  private int bold;
  private int letters;
  private int halfPoints;

  /// @param part where it stands
  DocxParagraph(
      DocxPackage source, DocxPackage.Part part, DocxStyles styles, DocxSight sight, Draft draft) {
    this.source = source;
    this.part = part;
    this.styles = styles;
    this.sight = sight;
    this.draft = draft;
  }

  /// @param shaded whether it lies on a painted background
  DocxParagraph read(Element paragraph, String style, boolean shaded) throws Unreadable {
    this.style = style;
    this.shaded = shaded;
    inline(paragraph);
    return this;
  }

  /// Its words, with tabs and line breaks.
  String text() {
    return text.toString();
  }

  /// Text boxes that hang on it.
  List<TextBox> boxes() {
    return boxes;
  }

  boolean isBold() {
    return letters > 0 && bold * 2 > letters;
  }

  /// Height of its largest letters in points.
  float size() {
    return halfPoints / 2f;
  }

  private void inline(Element parent) throws Unreadable {
    for (var child : Xml.children(parent)) {
      switch (Xml.name(child)) {
        case "r" -> run(child);
        case "hyperlink" -> {
          link(child);
          inline(child);
        }
        case "fldSimple" -> {
          links(Xml.attribute(child, "instr"));
          inline(child);
        }
        case "ins", "moveTo", "smartTag", "customXml", "sdt", "sdtContent" -> inline(child);
        case "dir", "bdo", "oMath", "oMathPara" -> inline(child);
        case "AlternateContent" -> inline(DocxDrawing.chosen(child));
        default -> {}
      }
    }
  }

  private void run(Element run) throws Unreadable {
    var look = styles.of(Xml.child(run, "rPr").orElse(null), style);
    for (var child : Xml.children(run)) {
      content(child, look);
    }
  }

  private void content(Element child, DocxStyles.Look look) throws Unreadable {
    switch (Xml.name(child)) {
      case "t" -> add(child.getTextContent(), look);
      case "tab", "ptab" -> add("\t", look);
      case "br", "cr" -> add("\n", look);
      case "noBreakHyphen" -> add("-", look);
      case "sym" -> add(" ", look);
      case "instrText" -> field.append(child.getTextContent());
      case "fldChar" -> field(Xml.attribute(child, "fldCharType"));
      case "AlternateContent" -> {
        for (var inner : Xml.children(DocxDrawing.chosen(child))) {
          content(inner, look);
        }
      }
      case "ruby" -> {
        // What it tells is how to say the words below it, which count.
        var base = Xml.child(child, "rubyBase");
        if (base.isPresent()) {
          inline(base.get());
        }
      }
      case "drawing", "pict", "object" -> drawing(child);
      default -> {}
    }
  }

  private void add(String words, DocxStyles.Look look) {
    if (inCode) {
      return;
    }
    if (sight.isUnseen(look, shaded)) {
      sight.keepApart(words);
      return;
    }
    text.append(words);
    int count = words.strip().length();
    letters += count;
    bold += Boolean.TRUE.equals(look.bold()) ? count : 0;
    halfPoints =
        Math.max(halfPoints, look.halfPoints() == null ? USUAL_HALF_POINTS : look.halfPoints());
  }

  private void field(String kind) {
    inCode = kind.equals("begin");
    if (!inCode) {
      links(field.toString());
      field.setLength(0);
    }
  }

  private void links(String code) {
    FIELD_LINK.matcher(code).results().forEach(link -> draft.link(link.group(1), 1, null));
  }

  private void link(Element link) {
    var target = part.targets().get(Xml.attribute(link, "id"));
    if (target != null) {
      draft.link(target, 1, null);
    }
  }

  private void drawing(Element element) throws Unreadable {
    var drawing = DocxDrawing.of(element);
    if (drawing.painted()) {
      sight.paintedShape();
    }
    drawing.boxes().forEach(box -> boxes.add(new TextBox(box, drawing.painted())));
    for (var link : Xml.all(element, "hlinkClick")) {
      link(link);
    }
    for (var diagram : Xml.all(element, "relIds")) {
      diagram(Xml.attribute(diagram, "dm"));
    }
  }

  /// A line for each shape of a SmartArt diagram.
  private void diagram(String id) throws Unreadable {
    var target = part.target(id);
    var data = target == null ? null : source.xml(target);
    if (data != null) {
      DocxDrawing.words(data).forEach(words -> text.append('\n').append(words));
    }
  }
}
