package dev.shortlist.text;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.w3c.dom.Element;

/// Reads DOCX from its XML: what Word shows with all changes accepted.
///
/// Headers come first, footers and notes last; a text box follows the paragraph it hangs on, and
/// only one of its two renderings (Choice, Fallback) is read. Tables are read row by row, cell by
/// cell.
final class DocxReader {
  private static final int DEEPEST = 60;

  /// What stands round a paragraph.
  ///
  /// @param shaded whether cell or shape paint a background
  private record Around(boolean shaded, int depth) {
    Around deeper(boolean alsoShaded) {
      return new Around(shaded || alsoShaded, depth + 1);
    }
  }

  private final DocxPackage source;
  private final DocxPackage.Part main;
  private final DocxStyles styles;
  private final Draft draft;
  private final DocxSight sight = new DocxSight();

  /// The part that is being read.
  private DocxPackage.Part part;

  DocxReader(byte[] bytes, Draft draft) throws IOException {
    this.source = new DocxPackage(bytes, draft);
    this.main = source.main();
    this.part = main;
    this.styles = new DocxStyles(source.xml(main.folder() + "styles.xml"));
    this.draft = draft;
  }

  Extraction read() throws IOException {
    var body = Xml.child(main.root(), "body").orElse(main.root());
    furniture(body, "headerReference");
    part = main;
    blocks(body, new Around(hasBackground(main.root()), 0));
    notes(main.folder() + "footnotes.xml");
    notes(main.folder() + "endnotes.xml");
    furniture(body, "footerReference");
    draft.hidden(sight.hidden(), 1);
    if (draft.isEmpty()) {
      throw new Unreadable(Reason.NO_TEXT, "the document shows no text");
    }
    if (source.broken()) {
      draft.notice(Notice.Kind.DAMAGED, "the package is incomplete", 1);
    }
    return draft.finish(FileType.DOCX, 1, source.properties());
  }

  private static boolean hasBackground(Element document) {
    return Xml.child(document, "background")
        .map(b -> !DocxStyles.isWhite(Xml.attribute(b, "color")))
        .orElse(false);
  }

  /// Headers or footers, each once.
  private void furniture(Element body, String reference) throws Unreadable {
    var names = new LinkedHashSet<String>();
    for (var found : Xml.all(body, reference)) {
      var name = main.target(Xml.attribute(found, "id"));
      if (name != null) {
        names.add(name);
      }
    }
    for (var name : names) {
      var found = source.part(name);
      if (found != null) {
        part = found;
        draft.nextBlock();
        blocks(part.root(), new Around(false, 0));
        draft.nextBlock();
      }
    }
  }

  private void notes(String name) throws Unreadable {
    var found = source.part(name);
    if (found == null) {
      return;
    }
    part = found;
    for (var note : Xml.children(part.root())) {
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
      switch (Xml.name(child)) {
        case "p" -> paragraph(child, around);
        case "tbl" -> table(child, around);
        case "sdt" -> {
          var content = Xml.child(child, "sdtContent");
          if (content.isPresent()) {
            blocks(content.get(), around.deeper(false));
          }
        }
        case "ins", "moveTo", "customXml", "smartTag" -> blocks(child, around.deeper(false));
        case "AlternateContent" -> blocks(DocxDrawing.chosen(child), around.deeper(false));
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
      switch (Xml.name(child)) {
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
    sight.nextParagraph();
    var properties = Xml.child(paragraph, "pPr").orElse(null);
    var style = properties == null ? "" : DocxStyles.value(properties, "pStyle");
    boolean shaded =
        properties != null && Xml.child(properties, "shd").map(DocxStyles::isDark).orElse(false);
    var line =
        new DocxParagraph(source, part, styles, sight, draft)
            .read(paragraph, style, around.shaded() || shaded);
    boolean heading =
        styles.isHeading(style)
            || (properties != null && Xml.child(properties, "outlineLvl").isPresent());
    boolean listed = properties != null && Xml.child(properties, "numPr").isPresent();
    lines(line, heading, listed);
    for (var box : line.boxes()) {
      draft.nextBlock();
      blocks(box.content(), around.deeper(box.shaded()));
      draft.nextBlock();
    }
  }

  private void lines(DocxParagraph paragraph, boolean heading, boolean listed) {
    var text = paragraph.text();
    if (heading || text.isBlank()) {
      draft.nextBlock();
    }
    boolean first = true;
    for (var line : text.split("[\n\t]", -1)) {
      if (!line.isBlank()) {
        var bullet = listed && first ? "• " : "";
        draft.line(bullet + line, heading || paragraph.isBold(), paragraph.size());
        first = false;
      }
    }
  }
}
