package dev.shortlist.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Puts the letters of a page into the order in which a person reads them.
///
/// Letters become [Span]s. A vertical gutter that stays free over several lines, with text on both
/// sides, divides columns: what is above it is read first, then the left column, the right one, and
/// what is below; each part is divided again. A gutter is no gutter when one side only labels the
/// lines of the other (a column of dates), or when it runs through the rows of a table. What cannot
/// be divided is read line by line.
final class PageLayout {
  /// A line as it is read: `jump` where the eye goes to another paragraph, cell or column.
  record Row(Span span, boolean jump) {}

  private static final int DEEPEST = 8;
  private static final float CELL_GAP = 2f;

  /// Gap behind a label that is set in another weight.
  private static final float LABEL_GAP = 1.2f;

  private final List<Row> rows = new ArrayList<>();
  private boolean jump = true;

  private PageLayout() {}

  static List<Row> rows(List<Glyph> glyphs) {
    var layout = new PageLayout();
    boolean fromRight = RightToLeft.isMost(glyphs);
    for (var part : byDirection(glyphs)) {
      var spans = spans(part);
      if (fromRight) {
        spans.forEach(Span::mirror);
      }
      layout.read(spans, 0);
    }
    return layout.rows;
  }

  /// Text set sideways is read after the rest.
  private static List<List<Glyph>> byDirection(List<Glyph> glyphs) {
    if (isOneDirection(glyphs)) {
      return glyphs.isEmpty() ? List.of() : List.of(glyphs);
    }
    Map<Integer, List<Glyph>> parts = new HashMap<>();
    glyphs.forEach(g -> parts.computeIfAbsent(g.direction, d -> new ArrayList<>()).add(g));
    var sorted = new ArrayList<>(parts.values());
    sorted.sort(
        Comparator.comparingInt((List<Glyph> part) -> -part.size())
            .thenComparingInt(part -> part.getFirst().direction));
    return sorted;
  }

  private static boolean isOneDirection(List<Glyph> glyphs) {
    for (int i = 1; i < glyphs.size(); i++) {
      if (glyphs.get(i).direction != glyphs.getFirst().direction) {
        return false;
      }
    }
    return true;
  }

  private static List<Span> spans(List<Glyph> glyphs) {
    var spans = new ArrayList<Span>();
    var drawn = new Twins(glyphs.size());
    Span current = null;
    for (var glyph : glyphs) {
      if (!glyph.blank() && drawn.isTwin(glyph)) {
        continue;
      }
      if (current != null && current.continuesWith(glyph)) {
        current.add(glyph);
      } else if (!glyph.blank()) {
        current = new Span(glyph);
        spans.add(current);
      }
    }
    return joined(spans);
  }

  /// Joins what was drawn out of order but stands side by side.
  private static List<Span> joined(List<Span> spans) {
    var sorted = new ArrayList<>(spans);
    sorted.sort(Comparator.comparingDouble((Span s) -> s.x0).thenComparingDouble(s -> s.y));
    var joined = new ArrayList<Span>();
    for (var span : sorted) {
      Span before = null;
      for (int i = joined.size() - 1; i >= 0 && before == null; i--) {
        before = isBeside(joined.get(i), span) ? joined.get(i) : null;
      }
      if (before == null) {
        joined.add(span);
      } else {
        before.add(span);
      }
    }
    return joined;
  }

  private static boolean isBeside(Span left, Span right) {
    float height = Math.max(left.size, right.size);
    float gap = right.x0 - left.x1;
    return Math.abs(left.y - right.y) < 0.25f * height
        && gap > -0.3f * height
        && gap < 0.45f * height;
  }

  private void read(List<Span> spans, int depth) {
    var gutter = depth < DEEPEST ? Gutter.find(spans) : null;
    if (gutter == null) {
      lines(spans);
      return;
    }
    for (var part : gutter.parts(spans)) {
      if (!part.isEmpty()) {
        jump = true;
        read(part, depth + 1);
      }
    }
    jump = true;
  }

  private void lines(List<Span> spans) {
    var sorted = new ArrayList<>(spans);
    sorted.sort(Comparator.comparingDouble((Span s) -> s.y).thenComparingDouble(s -> s.x0));
    float usual = usualPitch(sorted);
    Span above = null;
    for (int i = 0; i < sorted.size(); ) {
      int end = i + 1;
      var first = sorted.get(i);
      var line = new ArrayList<Span>(List.of(first));
      while (end < sorted.size() && isSameLine(line, sorted.get(end))) {
        line.add(sorted.get(end++));
      }
      line.sort(Comparator.comparingDouble(s -> s.x0));
      jump |= above != null && isParagraphGap(above, first, usual);
      cells(line);
      above = tallest(line);
      i = end;
    }
  }

  private void cells(List<Span> line) {
    Span cell = null;
    int cells = 0;
    for (var span : line) {
      if (cell != null && !isNewCell(cell, span)) {
        cell.add(span);
        continue;
      }
      if (cell != null) {
        add(cell, cells > 0);
        cells++;
      }
      cell = span;
    }
    if (cell != null) {
      add(cell, cells > 0);
    }
    jump = cells > 0;
  }

  private void add(Span cell, boolean newCell) {
    rows.add(new Row(cell, jump || newCell));
    jump = false;
  }

  private static boolean isNewCell(Span left, Span right) {
    float height = Math.max(Math.min(left.size, right.size), 6);
    boolean bullet = left.glyphs.size() <= 3 && left.width() < 2 * left.size && isMark(left.text());
    float gap = (right.x0 - left.x1) / height;
    boolean label = gap > LABEL_GAP && left.bold() != right.bold() && !bullet;
    return label || gap > (bullet ? 4 : CELL_GAP);
  }

  private static boolean isMark(String text) {
    return text.codePoints().noneMatch(Character::isLetter) || text.equals("o");
  }

  /// Whether `other` stands beside, not under, what is in the line.
  private static boolean isSameLine(List<Span> line, Span other) {
    var first = line.getFirst();
    boolean near =
        other.y - first.y < 0.45f * Math.max(first.size, other.size)
            || (other.y - first.y < 0.6f * first.size && other.size < first.size * 0.8f);
    return near && line.stream().noneMatch(span -> overlaps(span, other));
  }

  private static boolean overlaps(Span one, Span other) {
    float shared = Math.min(one.x1, other.x1) - Math.max(one.x0, other.x0);
    return shared > 0.5f * Math.min(one.size, other.size)
        && shared > 0.3f * Math.min(one.width(), other.width());
  }

  private static boolean isParagraphGap(Span above, Span below, float usual) {
    float pitch = below.y - above.y;
    float larger = Math.max(above.size, below.size);
    return pitch > Math.max(usual * 1.35f, larger * 1.25f)
        || Math.abs(above.size - below.size) > 0.12f * larger;
  }

  /// The distance between lines that is most frequent.
  private static float usualPitch(List<Span> sorted) {
    var counts = new TreeMap<Integer, Integer>();
    for (int i = 1; i < sorted.size(); i++) {
      float pitch = sorted.get(i).y - sorted.get(i - 1).y;
      if (pitch > sorted.get(i).size * 0.7f && pitch < sorted.get(i).size * 2.2f) {
        counts.merge(Math.round(pitch * 2), 1, Integer::sum);
      }
    }
    int best = 0;
    int most = 0;
    for (var count : counts.entrySet()) {
      if (count.getValue() > most) {
        most = count.getValue();
        best = count.getKey();
      }
    }
    return best / 2f;
  }

  private static Span tallest(List<Span> line) {
    @Nullable Span tallest = null;
    for (var span : line) {
      tallest = tallest == null || span.size > tallest.size ? span : tallest;
    }
    return Objects.requireNonNull(tallest);
  }
}
