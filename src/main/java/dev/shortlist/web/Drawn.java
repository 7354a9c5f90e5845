package dev.shortlist.web;

import dev.shortlist.text.Box;
import dev.shortlist.text.Painting;
import dev.shortlist.text.VisibleText;
import java.util.ArrayList;
import java.util.List;

/// The pages of a CV as drawn, with its words and what they earned over the pictures.
///
/// @param version changes whenever the pictures do
record Drawn(List<DrawnPage> pages, String version) {
  private static final int MOST = 30;
  private static final float MARGIN = 1.5f;

  /// @param width in points, as all places on the page
  record DrawnPage(
      int number, float width, float height, List<DrawnLine> lines, List<Spot> spots) {}

  /// A line of the text, where it stands.
  record DrawnLine(String text, Box box) {}

  /// Words that earned points.
  ///
  /// @param parts ids of the parts they earned, separated by spaces
  record Spot(String text, String parts, Box box) {}

  static Drawn of(
      List<Painting.Size> sizes, VisibleText text, List<Sheet.Earned> earned, String version) {
    var pages = new ArrayList<DrawnPage>();
    for (var size : sizes.subList(0, Math.min(MOST, sizes.size()))) {
      pages.add(
          new DrawnPage(
              pages.size() + 1, size.width(), size.height(), new ArrayList<>(), new ArrayList<>()));
    }
    for (int i = 0; i < text.lines().size(); i++) {
      var line = text.lines().get(i);
      var box = line.box();
      if (box != null && line.page() <= pages.size() && !line.text().isEmpty()) {
        var page = pages.get(line.page() - 1);
        page.lines().add(new DrawnLine(line.text(), box));
        addSpots(page, line.text(), text.startOf(i), box, earned);
      }
    }
    return new Drawn(pages, version);
  }

  /// Where within its line a piece stands is told by the usual widths of its letters.
  private static void addSpots(
      DrawnPage page, String line, int start, Box box, List<Sheet.Earned> earned) {
    double all = width(line);
    int at = 0;
    for (var piece : Sheet.pieces(line, start, earned)) {
      int end = at + piece.text().length();
      String words = piece.text().strip();
      if (!piece.parts().isEmpty() && !words.isEmpty()) {
        int first = at + piece.text().indexOf(words);
        double left = box.x() + box.width() * width(line.substring(0, first)) / all;
        double right =
            box.x() + box.width() * width(line.substring(0, first + words.length())) / all;
        page.spots().add(new Spot(words, piece.parts(), spot(left, right, box)));
      }
      at = end;
    }
  }

  private static Box spot(double left, double right, Box line) {
    return new Box(
        (float) left - MARGIN,
        line.y() - MARGIN,
        (float) (right - left) + 2 * MARGIN,
        line.height() + 2 * MARGIN);
  }

  private static double width(String text) {
    return text.chars().mapToDouble(Drawn::width).sum();
  }

  /// In thousandths of the height, as in most typefaces without serifs.
  private static double width(int letter) {
    if ("iIjl.,:;'|!\u2019\u00b7".indexOf(letter) >= 0) {
      return 250;
    }
    if ("ftr ()[]/\\-\"".indexOf(letter) >= 0) {
      return letter == ' ' ? 270 : 330;
    }
    if (letter == 'm' || letter == 'w' || letter == 'M' || letter == 'W') {
      return 830;
    }
    if (letter == '\t') {
      return 1500;
    }
    return Character.isUpperCase(letter) ? 680 : letter > 0x2e80 ? 1000 : 550;
  }
}
