package dev.shortlist.text;

import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;

/// A picture, shape or diagram in a DOCX, as far as words are in it or may lie on it.
///
/// @param painted whether it gives what lies over it a background
/// @param boxes its text boxes; those within a box belong to that box's own paragraphs
record DocxDrawing(boolean painted, List<Element> boxes) {

  static DocxDrawing of(Element drawing) {
    var boxes = new ArrayList<Element>();
    collect(drawing, boxes);
    return new DocxDrawing(isPainted(drawing), boxes);
  }

  /// The rendering of `alternatives` that a current Word takes.
  static Element chosen(Element alternatives) {
    return Xml.child(alternatives, "Choice")
        .or(() -> Xml.child(alternatives, "Fallback"))
        .orElse(alternatives);
  }

  /// The words of the shapes of a SmartArt diagram.
  static List<String> words(Element diagram) {
    var shapes = new ArrayList<String>();
    for (var point : Xml.all(diagram, "pt")) {
      var words = new StringBuilder();
      // The body of a shape is called `t` as well as the runs within.
      Xml.all(point, "t").stream()
          .filter(t -> Xml.children(t).isEmpty())
          .forEach(t -> words.append(t.getTextContent()));
      if (!words.isEmpty()) {
        shapes.add(words.toString());
      }
    }
    return shapes;
  }

  private static void collect(Element parent, List<Element> boxes) {
    for (var child : Xml.children(parent)) {
      switch (Xml.name(child)) {
        case "txbxContent" -> boxes.add(child);
        case "AlternateContent" -> collect(chosen(child), boxes);
        default -> collect(child, boxes);
      }
    }
  }

  private static boolean isPainted(Element drawing) {
    boolean picture =
        !Xml.all(drawing, "blip").isEmpty() || !Xml.all(drawing, "imagedata").isEmpty();
    boolean filled =
        Xml.all(drawing, "solidFill").stream().anyMatch(DocxDrawing::isColored)
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
}
