package dev.shortlist.profile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Tells what is written under an entry by its indent: where bullets are drawn rather than written,
/// only the indent is left of them.
final class Indents {
  private static final float LEAST = 6;
  private static final float MOST = 60;
  private static final float SAME = 1.5f;

  private final List<Row> rows;
  private final Map<Integer, TreeMap<Float, Integer>> edges = new HashMap<>();

  Indents(List<Row> rows) {
    this.rows = rows;
    for (var row : rows) {
      var box = row.line().box();
      if (box != null && !row.isBulleted() && !MarginNotes.isNote(row)) {
        edges
            .computeIfAbsent(row.line().page(), _ -> new TreeMap<>())
            .merge(box.x(), 1, Integer::sum);
      }
    }
  }

  /// Whether `row` stands a little right of the heads of entries, as others do, and names no post.
  boolean isBody(Row row) {
    var box = row.line().box();
    if (box == null || row.bold() || !row.dates().isEmpty() || Titles.post(row.text()) >= 0.8) {
      return false;
    }
    var head = headBefore(row);
    if (head == null) {
      return false;
    }
    float indent = box.x() - head;
    return indent >= LEAST && indent <= MOST && isShared(row);
  }

  /// Left edge of the text of the nearest head above `row`.
  private @Nullable Float headBefore(Row row) {
    int first = rows.getFirst().index();
    Float edge = null;
    for (int i = row.index() - 1; i >= first; i--) {
      var above = rows.get(i - first);
      var box = above.line().box();
      if (box == null || above.line().page() != row.line().page() || above.isBulleted()) {
        break;
      }
      if (MarginNotes.isNote(above)) {
        continue;
      }
      if (isFull(above)) {
        return start(above, box.x(), box.width());
      }
      boolean left = edge == null || box.x() < edge;
      edge = left ? Float.valueOf(box.x()) : edge;
      if (above.bold() || above.hasSpan()) {
        break;
      }
    }
    return edge;
  }

  /// Whether a row names date, post and more, so that nothing is left to say for the next.
  private static boolean isFull(Row row) {
    return row.hasSpan() && !row.undated().isEmpty();
  }

  /// Where the words of a head begin, behind a date in the margin.
  private static float start(Row row, float x, float width) {
    var first = row.undated().getFirst();
    float perLetter = width / Math.max(1, row.line().text().length());
    return x + (first.start() - row.span().start()) * perLetter;
  }

  private boolean isShared(Row row) {
    var box = row.line().box();
    var edge = edges.getOrDefault(row.line().page(), new TreeMap<>());
    int many = 0;
    if (box != null) {
      for (int count : edge.subMap(box.x() - SAME, true, box.x() + SAME, true).values()) {
        many += count;
      }
    }
    return many >= 2;
  }
}
