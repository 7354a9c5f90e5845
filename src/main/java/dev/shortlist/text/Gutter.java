package dev.shortlist.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A vertical strip free of text, between two columns.
///
/// @param x where it is
/// @param top baseline of the last line above it
/// @param bottom top of the first line below it
/// @param rows first baselines of the rows when the strip runs through a table whose cells have
///   several lines; empty between columns
record Gutter(float x, float top, float bottom, List<Float> rows) {
  private static final float HALF_WIDTH = 3;
  private static final int FEWEST_SPANS = 6;
  private static final float SAME_LINE = 1.5f;
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?:19|20)\\d\\d(?!\\d)");

  /// The best gutter through `spans`; null when they are one column.
  static @Nullable Gutter find(List<Span> spans) {
    if (spans.size() < FEWEST_SPANS) {
      return null;
    }
    float top = Float.MAX_VALUE;
    float bottom = -Float.MAX_VALUE;
    float left = Float.MAX_VALUE;
    for (var span : spans) {
      top = Math.min(top, span.top());
      bottom = Math.max(bottom, span.bottom());
      left = Math.min(left, span.x0);
    }
    Gutter best = null;
    float bestScore = Math.max(25, 0.08f * (bottom - top));
    for (int x : candidates(spans, left)) {
      for (var gutter : free(spans, x, top, bottom)) {
        var judged = gutter.judge(spans);
        if (judged.score > bestScore * 1.02f) {
          bestScore = judged.score;
          best = judged.gutter;
        }
      }
    }
    return best;
  }

  /// What is above, left, right and below, in this order; in a table left and right of each row.
  List<List<Span>> parts(List<Span> spans) {
    var above = new ArrayList<Span>();
    var left = new ArrayList<Span>();
    var right = new ArrayList<Span>();
    var below = new ArrayList<Span>();
    for (var span : spans) {
      if (span.y <= top + 0.01f) {
        above.add(span);
      } else if (span.y > bottom + 0.01f) {
        below.add(span);
      } else {
        (span.x1 <= x ? left : right).add(span);
      }
    }
    var parts = new ArrayList<List<Span>>();
    parts.add(above);
    if (rows.isEmpty()) {
      parts.add(left);
      parts.add(right);
    }
    var columns = columns(spans);
    for (int i = 0; i < rows.size(); i++) {
      float from = i == 0 ? -Float.MAX_VALUE : rows.get(i) - SAME_LINE;
      float to = i + 1 < rows.size() ? rows.get(i + 1) - SAME_LINE : Float.MAX_VALUE;
      for (var side : List.of(left, right)) {
        parts.addAll(cells(side.stream().filter(s -> s.y >= from && s.y < to).toList(), columns));
      }
    }
    parts.add(below);
    return parts;
  }

  /// Where the columns of a table begin: the places at which all its rows have a line.
  private TreeSet<Float> columns(List<Span> spans) {
    var columns = new TreeSet<Float>();
    for (var span : spans) {
      boolean known = !columns.subSet(span.x0 - SAME_LINE, span.x0 + SAME_LINE).isEmpty();
      if (!known && rows.stream().allMatch(y -> begins(spans, span.x0, y))) {
        columns.add(span.x0);
      }
    }
    return columns;
  }

  private static boolean begins(List<Span> spans, float x, float y) {
    return spans.stream()
        .anyMatch(s -> Math.abs(s.x0 - x) < SAME_LINE && Math.abs(s.y - y) < SAME_LINE);
  }

  /// The cells of a row that goes on in several lines, from left to right.
  private static List<List<Span>> cells(List<Span> row, TreeSet<Float> columns) {
    if (columns.size() < 2) {
      return List.of(row);
    }
    var cells = new TreeMap<Float, List<Span>>();
    for (var span : row) {
      var column = columns.floor(span.x0 + SAME_LINE);
      cells
          .computeIfAbsent(column == null ? columns.first() : column, _ -> new ArrayList<>())
          .add(span);
    }
    return List.copyOf(cells.values());
  }

  private static TreeSet<Integer> candidates(List<Span> spans, float left) {
    var candidates = new TreeSet<Integer>();
    for (var span : spans) {
      if (span.x0 > left + 20) {
        candidates.add(Math.round(span.x0 - HALF_WIDTH - 0.5f));
      }
    }
    return candidates;
  }

  /// The stretches of the vertical line at `x` that no span crosses.
  private static List<Gutter> free(List<Span> spans, int x, float top, float bottom) {
    var crossing = new ArrayList<Span>();
    for (var span : spans) {
      if (span.x0 < x + HALF_WIDTH && span.x1 > x - HALF_WIDTH) {
        crossing.add(span);
      }
    }
    crossing.sort(Comparator.comparingDouble(Span::top));
    var free = new ArrayList<Gutter>();
    float from = top - 1;
    for (var span : crossing) {
      if (span.top() - from > 30) {
        free.add(new Gutter(x, from, span.top(), List.of()));
      }
      from = Math.max(from, span.y);
    }
    if (bottom + 1 - from > 30) {
      free.add(new Gutter(x, from, bottom + 1, List.of()));
    }
    return free;
  }

  /// Scores by the height over which both sides have text, weighted by how much text the poorer
  /// side has; 0 when this is no gutter.
  private Judged judge(List<Span> spans) {
    var left = new Side();
    var right = new Side();
    for (var span : spans) {
      if (span.y > top && span.y <= bottom + 0.01f) {
        (span.x1 <= x ? left : right).add(span);
      }
    }
    if (left.lines() < 3 || right.lines() < 3) {
      return new Judged(0, this);
    }
    float overlap = Math.min(left.bottom, right.bottom) - Math.max(left.top, right.top);
    boolean dates = right.isFlushRight() && right.shareBeside(left) > 0.6f;
    if (overlap <= 30 || dates || right.labels(left)) {
      return new Judged(0, this);
    }
    float score = overlap * Math.min(1, Math.min(left.text, right.text) / 300);
    var starts = tableRows(left, right);
    if (!starts.isEmpty()) {
      return new Judged(score, new Gutter(x, top, bottom, starts));
    }
    var headed = headedRows(left, right);
    if (!headed.isEmpty()) {
      return new Judged(score, new Gutter(x, top, bottom, headed));
    }
    var centred = centredRows(left, right);
    if (!centred.isEmpty()) {
      float above = Math.max(top, centred.getFirst() - right.pitch() * 0.9f);
      return new Judged(score, new Gutter(x, above, right.bottom + SAME_LINE, centred));
    }
    boolean lines =
        left.labels(right) || isTable(left, right) || left.isMargin(right) || right.isCells(left);
    return new Judged(lines ? 0 : score, this);
  }

  private record Judged(float score, Gutter gutter) {}

  /// First baselines of the rows of a table: gaps across both sides divide it, and nearly all rows
  /// start with a line on either side, some going on in several lines. Empty when it is no table.
  private static List<Float> tableRows(Side left, Side right) {
    float pitch = Math.min(left.pitch(), right.pitch());
    var all = new TreeSet<>(left.baselines);
    all.addAll(right.baselines);
    var starts = new ArrayList<Float>();
    int aligned = 0;
    float before = -Float.MAX_VALUE;
    for (float y : all) {
      if (y - before > pitch * 1.3f) {
        starts.add(y);
        aligned += left.hasLineAt(y) && right.hasLineAt(y) ? 1 : 0;
      }
      before = y;
    }
    boolean several = left.lines() > starts.size() || right.lines() > starts.size();
    boolean narrow = left.width() < right.width() * 0.6f;
    boolean rows = starts.size() >= 4 && aligned >= 0.8 * starts.size();
    return rows && several && narrow ? starts : List.of();
  }

  /// As [#tableRows], where a date stands at half the height of what it is the date of.
  private static List<Float> centredRows(Side left, Side right) {
    var none = List.<Float>of();
    float pitch = right.pitch();
    var starts = new ArrayList<Float>();
    var ends = new ArrayList<Float>();
    float before = -Float.MAX_VALUE;
    for (float y : right.baselines) {
      if (y - before > pitch * 1.25f) {
        starts.add(y);
        ends.add(y);
      }
      ends.set(ends.size() - 1, y);
      before = y;
    }
    if (starts.size() < 2 || left.width() > right.width() * 0.6f) {
      return none;
    }
    int several = 0;
    for (int i = 0; i < starts.size(); i++) {
      float middle = (starts.get(i) + ends.get(i)) / 2;
      var beside = left.between(starts.get(i) - SAME_LINE, ends.get(i) + SAME_LINE);
      boolean dated = beside.stream().anyMatch(span -> YEAR.matcher(span.text()).find());
      if (!dated || Math.abs(middleOf(beside) - middle) > pitch * 0.3f) {
        return none;
      }
      several += ends.get(i) > starts.get(i) ? 1 : 0;
    }
    return several >= 2 ? starts : none;
  }

  /// First baselines of the parts of the right side when the left side only names them: headings in
  /// larger or heavier letters, each beside the first line of a paragraph or a little below it.
  private static List<Float> headedRows(Side left, Side right) {
    var starts = new ArrayList<Float>();
    float pitch = right.pitch();
    float size = right.usualSize();
    if (left.width() > right.width() * 0.7f || left.lines() != left.spans.size()) {
      return starts;
    }
    for (float y : left.baselines) {
      var label = left.between(y, y).getFirst();
      boolean heading = label.size > size * 1.1f || (label.bold() && label.size >= size);
      var line = right.baselines.floor(y + SAME_LINE);
      boolean beside = line != null && y - line < 0.75f * label.size;
      if (!heading || !beside) {
        return List.of();
      }
      var above = right.baselines.lower(line);
      if (above != null && line - above < pitch * 1.15f) {
        return List.of();
      }
      starts.add(Math.min(line, y));
    }
    return starts;
  }

  private static float middleOf(List<Span> spans) {
    float first = Float.MAX_VALUE;
    float last = -Float.MAX_VALUE;
    for (var span : spans) {
      first = Math.min(first, span.y);
      last = Math.max(last, span.y);
    }
    return (first + last) / 2;
  }

  private static boolean isTable(Side left, Side right) {
    float less = Math.min(left.text, right.text);
    float more = Math.max(left.text, right.text);
    boolean aligned = left.shareBeside(right) > 0.9f && right.shareBeside(left) > 0.9f;
    boolean manyColumns = left.spans.size() + right.spans.size() > 2.6f * left.lines();
    boolean few = Math.min(left.lines(), right.lines()) < 6;
    return aligned && (less < more * 0.33f || few || manyColumns);
  }

  /// What stands on one side.
  private static final class Side {
    private final TreeSet<Float> baselines = new TreeSet<>();
    private final List<Span> spans = new ArrayList<>();
    private float text;
    private float top = Float.MAX_VALUE;
    private float bottom = -Float.MAX_VALUE;

    void add(Span span) {
      baselines.add(span.y);
      spans.add(span);
      text += span.width();
      top = Math.min(top, span.top());
      bottom = Math.max(bottom, span.y);
    }

    int lines() {
      int lines = 0;
      float before = -Float.MAX_VALUE;
      for (float y : baselines) {
        lines += y - before > 3 ? 1 : 0;
        before = y;
      }
      return lines;
    }

    boolean hasLineAt(float y) {
      var near = baselines.floor(y + SAME_LINE);
      return near != null && near > y - SAME_LINE;
    }

    List<Span> between(float from, float to) {
      return spans.stream().filter(span -> span.y >= from && span.y <= to).toList();
    }

    float usualSize() {
      var sizes = spans.stream().map(span -> span.size).sorted().toList();
      return sizes.get(sizes.size() / 2);
    }

    float width() {
      float widest = 0;
      for (var span : spans) {
        widest = Math.max(widest, span.width());
      }
      return widest;
    }

    /// Least usual distance between lines.
    float pitch() {
      var pitches = new ArrayList<Float>();
      float before = -Float.MAX_VALUE;
      for (float y : baselines) {
        if (y - before > 4 && y - before < 60) {
          pitches.add(y - before);
        }
        before = y;
      }
      pitches.sort(null);
      return pitches.isEmpty() ? Float.MAX_VALUE : pitches.get(pitches.size() / 4);
    }

    /// Whether this side only says something about some lines of the `other`.
    boolean labels(Side other) {
      return shareBeside(other) > 0.8f && lines() < 0.6f * other.lines();
    }

    /// Whether this narrow side names what stands beside it: labels set to the right, or dates.
    boolean isMargin(Side text) {
      if (width() > text.width() * 0.7f) {
        return false;
      }
      if (isFlushRight() && shareNear(text) > 0.6f) {
        return true;
      }
      int dated = 0;
      int datedBeside = 0;
      int beside = 0;
      for (var span : spans) {
        boolean hasLine = text.hasLineAt(span.y);
        boolean date = YEAR.matcher(span.text()).find();
        dated += date ? 1 : 0;
        datedBeside += date && hasLine ? 1 : 0;
        beside += hasLine ? 1 : 0;
      }
      boolean few = dated == 2 && datedBeside == 2 && lines() <= 6;
      return (few || dated >= 3) && datedBeside >= 0.75 * dated && datedBeside * 2 >= beside;
    }

    /// Whether this side is a column of a table: each of its lines, with space between them, goes
    /// on a line of the `other` side.
    boolean isCells(Side other) {
      boolean loose = pitch() > 1.7f * spans.getFirst().size;
      return loose && shareBeside(other) > 0.95f && lines() < 0.85f * other.lines();
    }

    /// Whether lines end, but do not begin, at one place: dates at the right margin.
    boolean isFlushRight() {
      var ends = spans.stream().map(s -> s.x1).sorted().toList();
      float usual = ends.get(ends.size() / 2);
      float ragged = Math.max(2, 0.6f * spans.getFirst().size);
      long atEnd = ends.stream().filter(x -> Math.abs(x - usual) < ragged).count();
      float first = spans.getFirst().x0;
      long atStart = spans.stream().filter(s -> Math.abs(s.x0 - first) < 2).count();
      return atEnd > 0.75 * ends.size() && atStart < 0.6 * ends.size();
    }

    /// As [#shareBeside], when labels and text differ in size.
    float shareNear(Side other) {
      float near = spans.getFirst().size * 0.45f;
      int beside = 0;
      for (float y : baselines) {
        var line = other.baselines.floor(y + near);
        beside += line != null && line > y - near ? 1 : 0;
      }
      return (float) beside / baselines.size();
    }

    float shareBeside(Side other) {
      int beside = 0;
      for (float y : baselines) {
        beside += other.hasLineAt(y) ? 1 : 0;
      }
      return (float) beside / baselines.size();
    }
  }
}
