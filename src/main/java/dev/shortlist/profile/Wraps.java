package dev.shortlist.profile;

import dev.shortlist.text.Box;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Tells a line that was wrapped from a new one: the first word of a wrapped line had no room in
/// the line before.
final class Wraps {
  private static final int SHORTEST_WRAPPED = 56;
  private static final float SLACK = 3;
  private static final float EDGE = 4;
  private static final float OUTDENT = 8;
  private static final float INDENT = 40;
  private static final int MOST_BETWEEN = 3;

  private final Map<Integer, Column> columns = new HashMap<>();

  /// By page and size, how far right the lines reach that begin at an edge.
  private final Map<Integer, TreeMap<Float, Float>> rights = new HashMap<>();

  /// Width in letters at which a text without places is wrapped.
  private final int longest;

  /// Lines that share an edge.
  private record Column(int lines, float width) {
    Column with(Column other) {
      return new Column(lines + other.lines, Math.max(width, other.width));
    }
  }

  Wraps(List<Row> rows) {
    longest = wrappedAt(rows);
    for (var row : rows) {
      var box = row.line().box();
      if (box != null) {
        var column = new Column(1, box.width());
        columns.merge(leftEdge(row, box), column, Column::with);
        columns.merge(rightEdge(row, box), column, Column::with);
        rights
            .computeIfAbsent(kind(row), _ -> new TreeMap<>())
            .merge(box.x(), box.x() + box.width(), Math::max);
      }
    }
  }

  /// The longest line that goes on with a small letter in the next; a text without one has lines of
  /// any length, and its longest is no full line.
  private static int wrappedAt(List<Row> rows) {
    int longest = 0;
    for (int i = 1; i < rows.size(); i++) {
      var previous = rows.get(i - 1);
      var row = rows.get(i);
      boolean goesOn =
          !row.isBulleted()
              && !row.text().isEmpty()
              && Character.isLowerCase(row.text().charAt(0))
              && row.number() == previous.number() + 1
              && !endsSentence(previous.text());
      if (goesOn) {
        longest = Math.max(longest, previous.line().text().length());
      }
    }
    return longest < SHORTEST_WRAPPED ? Integer.MAX_VALUE : longest;
  }

  /// Whether `row` goes on where the line before it, `previous`, had no more room.
  boolean goesOn(Row previous, Row row) {
    if (row.isBulleted() || !follows(previous, row) || row.text().isEmpty()) {
      return false;
    }
    if (endsSentence(previous.text()) || differs(previous, row) || !isBelow(previous, row)) {
      return false;
    }
    return Character.isLowerCase(row.text().charAt(0)) || !fits(previous, row);
  }

  /// Whether at most notes of the margin stand between.
  private static boolean follows(Row previous, Row row) {
    int step = row.number() - previous.number();
    return step == 1 || (step > 1 && step <= MOST_BETWEEN && row.line().box() != null);
  }

  /// Whether `row` stands under `previous`, and not left of its bullet.
  private static boolean isBelow(Row previous, Row row) {
    var box = previous.line().box();
    var own = row.line().box();
    if (box == null || own == null) {
      return true;
    }
    boolean flushRight = Math.abs(own.x() + own.width() - box.x() - box.width()) < EDGE;
    boolean lower =
        own.y() > box.y() + box.height() * 0.4f && (flushRight || own.x() > box.x() - OUTDENT);
    boolean hanging = !previous.isBulleted() || own.x() > box.x() + 1;
    boolean overlap = own.x() < box.x() + box.width() && box.x() < own.x() + own.width();
    return lower && hanging && overlap;
  }

  private boolean fits(Row previous, Row row) {
    int first = firstWord(row.text());
    var box = previous.line().box();
    var own = row.line().box();
    if (box == null || own == null || box.width() <= 0) {
      return previous.line().text().length() + 1 + first <= longest;
    }
    float perLetter = own.width() / Math.max(1, row.line().text().length());
    return box.width() + (first + 1) * perLetter <= room(previous, box) + SLACK;
  }

  /// Width of the widest line that shares an edge with `row`.
  private float room(Row row, Box box) {
    var left = columns.get(leftEdge(row, box));
    var right = columns.get(rightEdge(row, box));
    float room = 0;
    if (left != null && left.lines > 1) {
      room = left.width;
    }
    if (right != null && right.lines > 1) {
      room = Math.max(room, right.width);
    }
    return room == 0 ? Float.MAX_VALUE : Math.max(room, reach(row, box));
  }

  /// Width that a line beginning here has in the column of the lines a little left of it.
  private float reach(Row row, Box box) {
    float right = 0;
    var lines = rights.getOrDefault(kind(row), new TreeMap<>());
    for (float end : lines.subMap(box.x() - INDENT, true, box.x(), true).values()) {
      right = Math.max(right, end);
    }
    return right - box.x();
  }

  private static int leftEdge(Row row, Box box) {
    return kind(row) * 1_000 + Math.round(box.x() / EDGE);
  }

  private static int rightEdge(Row row, Box box) {
    return -(kind(row) * 1_000 + Math.round((box.x() + box.width()) / EDGE));
  }

  private static int kind(Row row) {
    return row.line().page() * 200 + Math.min(199, Math.round(row.line().size() * 2));
  }

  private static boolean differs(Row previous, Row row) {
    return previous.bold() != row.bold()
        || Math.abs(previous.line().size() - row.line().size()) > 0.6f
        || previous.line().page() != row.line().page();
  }

  private static boolean endsSentence(String text) {
    if (text.isEmpty()) {
      return true;
    }
    char last = text.charAt(text.length() - 1);
    return last == '.' || last == '!' || last == '?' || last == ':' || last == ';';
  }

  private static int firstWord(String text) {
    int blank = text.indexOf(' ');
    return blank < 0 ? text.length() : blank;
  }
}
