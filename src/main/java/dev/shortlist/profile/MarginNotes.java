package dev.shortlist.profile;

import dev.shortlist.text.Box;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Brings dates and places that stand in a column beside the text back to the line they belong to.
///
/// Such a row says nothing else, and another row of its page stands at the same height. Beside a
/// bullet it belongs to the line above the bullets.
final class MarginNotes {
  private static final Pattern DURATION =
      Pattern.compile(
          "(?i)(?:\\d{1,2}\\s?(?:years?|yrs?|months?|mos?|jahre?|monate?|ans?|mois|años?|meses|anni|mesi)[,.]?\\s?){1,2}");
  private static final int LONGEST = 60;
  private static final int HIGHEST = 14;
  private static final float SAME_HEIGHT = 4;

  /// Widest usual distance of two lines, in heights of capitals.
  private static final float PITCH = 2.2f;

  private final List<Row> rows;
  private final Map<Integer, NavigableMap<Float, List<Row>>> byHeight = new HashMap<>();

  private MarginNotes(List<Row> rows) {
    this.rows = rows;
    for (var row : rows) {
      var box = row.line().box();
      if (box != null) {
        byHeight
            .computeIfAbsent(row.line().page(), _ -> new TreeMap<>())
            .computeIfAbsent(middle(box), _ -> new ArrayList<>())
            .add(row);
      }
    }
  }

  /// `rows` with the notes of the margin where a reader looks them up.
  static List<Row> broughtBack(List<Row> rows) {
    return new MarginNotes(rows).ordered();
  }

  private List<Row> ordered() {
    var behind = new HashMap<Integer, List<Row>>();
    var moved = new HashSet<Integer>();
    for (var row : rows) {
      var beside = isNote(row) && !hasCompany(row) ? beside(row) : null;
      int target = beside == null ? -1 : home(beside);
      if (target >= 0 && !isNear(target, row.index())) {
        behind.computeIfAbsent(target, _ -> new ArrayList<>()).add(row);
        moved.add(row.index());
      }
    }
    return moved.isEmpty() ? rows : placed(behind, moved);
  }

  private List<Row> placed(Map<Integer, List<Row>> behind, Set<Integer> moved) {
    var ordered = new ArrayList<Row>(rows.size());
    for (var row : rows) {
      if (!moved.contains(row.index())) {
        ordered.add(row.at(ordered.size(), false));
      }
      for (var note : behind.getOrDefault(row.index(), List.of())) {
        ordered.add(note.at(ordered.size(), true));
      }
    }
    return ordered;
  }

  static boolean isNote(Row row) {
    if (row.text().isEmpty() || row.text().length() > LONGEST || row.isBulleted()) {
      return false;
    }
    for (var part : row.undated()) {
      if (!Places.is(part.text()) && !isDuration(part.text())) {
        return false;
      }
    }
    return true;
  }

  static boolean isDuration(String text) {
    return text.length() < 40 && DURATION.matcher(text).matches();
  }

  private @Nullable Row beside(Row note) {
    var box = note.line().box();
    var page = byHeight.get(note.line().page());
    if (box == null || page == null) {
      return null;
    }
    Row best = null;
    int nearest = Integer.MAX_VALUE;
    float at = middle(box);
    for (var level : page.subMap(at - SAME_HEIGHT, true, at + SAME_HEIGHT, true).values()) {
      for (var row : level) {
        var other = row.line().box();
        if (other == null || row.index() == note.index() || isNote(row)) {
          continue;
        }
        int distance = Math.abs(row.index() - note.index());
        if (!overlap(box, other) && distance < nearest) {
          nearest = distance;
          best = row;
        }
      }
    }
    return best;
  }

  /// Whether a line that says more stands directly above or below in the same column.
  private boolean hasCompany(Row note) {
    return isInColumn(note, note.index() - 1) || isInColumn(note, note.index() + 1);
  }

  private boolean isInColumn(Row note, int index) {
    if (index < 0 || index >= rows.size()) {
      return false;
    }
    var row = rows.get(index);
    var box = note.line().box();
    var other = row.line().box();
    return box != null
        && other != null
        && row.line().page() == note.line().page()
        && !isNote(row)
        && overlap(box, other)
        && Math.abs(box.y() - other.y()) < PITCH * Math.max(box.height(), other.height());
  }

  private static boolean overlap(Box one, Box other) {
    return one.x() < other.x() + other.width() && other.x() < one.x() + one.width();
  }

  /// The row behind which a note beside `beside` belongs.
  private int home(Row beside) {
    int at = beside.index();
    if (!beside.isBulleted() || beside.bold()) {
      return at;
    }
    for (int up = 0; at > 0 && up < HIGHEST; up++, at--) {
      var row = rows.get(at);
      if (!row.isBulleted() && !row.isProse() && !isNote(row) && row.text().length() > 12) {
        return at;
      }
    }
    return beside.index();
  }

  private boolean isNear(int target, int note) {
    if (note <= target) {
      return note == target - 1;
    }
    for (int i = target + 1; i < note; i++) {
      if (!isNote(rows.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static float middle(Box box) {
    return box.y() + box.height() / 2;
  }
}
