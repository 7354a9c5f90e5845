package dev.shortlist.web;

import dev.shortlist.text.Line;
import dev.shortlist.text.Passage;
import dev.shortlist.text.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The visible text of a CV, cut where a passage that earned points begins or ends.
record Sheet(List<SheetPage> pages) {
  record SheetPage(int number, List<SheetLine> lines) {}

  /// @param style how the line looks on its page, as style names
  record SheetLine(String style, List<Piece> pieces) {}

  /// @param parts ids of the parts of the score these words earned, separated by spaces; empty when
  ///   they earned none
  record Piece(String text, String parts) {}

  /// A passage and the id of the part it earned.
  record Earned(Passage passage, String part) {}

  static Sheet of(VisibleText text, List<Earned> earned) {
    var pages = new ArrayList<SheetPage>();
    Line before = null;
    double usual = usualSize(text.lines());
    for (int i = 0; i < text.lines().size(); i++) {
      Line line = text.lines().get(i);
      if (before == null || line.page() != before.page()) {
        pages.add(new SheetPage(line.page(), new ArrayList<>()));
      }
      var pieces = pieces(line.text(), text.startOf(i), earned);
      pages.getLast().lines().add(new SheetLine(style(line, before, usual), pieces));
      before = line;
    }
    return new Sheet(pages);
  }

  private static double usualSize(List<Line> lines) {
    return lines.stream().mapToDouble(Line::size).filter(size -> size > 0).average().orElse(0);
  }

  private static String style(Line line, @Nullable Line before, double usual) {
    var style = new StringBuilder("cv-line");
    if (before != null && before.page() == line.page() && before.block() != line.block()) {
      style.append(" block");
    }
    if (usual > 0 && line.size() > usual * 1.35) {
      style.append(" large");
    } else if (line.bold()) {
      style.append(" head");
    }
    return style.toString();
  }

  static List<Piece> pieces(String line, int start, List<Earned> earned) {
    int end = start + line.length();
    var cuts = new TreeSet<>(List.of(start, end));
    for (var one : earned) {
      addWithin(cuts, one.passage().start(), start, end);
      addWithin(cuts, one.passage().end(), start, end);
    }
    var pieces = new ArrayList<Piece>();
    int from = start;
    for (int to : cuts.tailSet(start, false)) {
      pieces.add(new Piece(line.substring(from - start, to - start), parts(from, to, earned)));
      from = to;
    }
    return pieces;
  }

  private static void addWithin(TreeSet<Integer> cuts, int cut, int start, int end) {
    if (cut > start && cut < end) {
      cuts.add(cut);
    }
  }

  private static String parts(int from, int to, List<Earned> earned) {
    return String.join(
        " ",
        earned.stream()
            .filter(one -> one.passage().start() < to && one.passage().end() > from)
            .map(Earned::part)
            .distinct()
            .toList());
  }
}
