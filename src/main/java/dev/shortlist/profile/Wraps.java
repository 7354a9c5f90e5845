package dev.shortlist.profile;

import dev.shortlist.text.Box;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Tells a line that was wrapped from a new one: the first word of a wrapped line had no room in
/// the line before.
final class Wraps {
  private static final float SLACK = 3;

  private final Map<Integer, Float> rightEdges = new HashMap<>();
  private int longest;

  Wraps(List<Row> rows) {
    for (var row : rows) {
      longest = Math.max(longest, row.line().text().length());
      var box = row.line().box();
      if (box != null) {
        rightEdges.merge(column(row), box.x() + box.width(), Math::max);
      }
    }
  }

  /// Whether `row` goes on where the line before it, `previous`, had no more room.
  boolean goesOn(Row previous, Row row) {
    if (row.isBulleted() || row.index() != previous.index() + 1 || row.text().isEmpty()) {
      return false;
    }
    if (endsSentence(previous.text()) || differs(previous, row)) {
      return false;
    }
    return Character.isLowerCase(row.text().charAt(0)) || !fits(previous, row);
  }

  private boolean fits(Row previous, Row row) {
    int first = firstWord(row.text());
    var box = previous.line().box();
    var own = row.line().box();
    if (box == null || own == null || box.width() <= 0) {
      return previous.line().text().length() + 1 + first <= longest;
    }
    float perLetter = own.width() / Math.max(1, row.line().text().length());
    float edge = rightEdges.getOrDefault(column(previous), box.x() + box.width());
    return box.x() + box.width() + (first + 1) * perLetter <= edge + SLACK;
  }

  // Lines of one column share their page and, roughly, their left edge.
  private static int column(Row row) {
    Box box = row.line().box();
    int left = box == null ? 0 : (int) (box.x() / 90);
    return row.line().page() * 100 + left;
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
