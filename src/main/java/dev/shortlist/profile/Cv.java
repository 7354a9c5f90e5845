package dev.shortlist.profile;

import dev.shortlist.profile.DateSpan.Shape;
import dev.shortlist.text.Line;
import dev.shortlist.text.Passage;
import dev.shortlist.text.VisibleText;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The visible text prepared for reading: rows without their bullets, with their dates.
final class Cv {
  private static final String BULLETS = "•●▪◦○■□◆◇►▶➢➤✓✔❖‣⁃»∙·*-–—−⦁‐◾➔★☆§";
  private static final int MARKS = 4;

  private final VisibleText text;
  private final List<Row> rows;
  private final float bodySize;
  private final int[] places;

  Cv(VisibleText text) {
    this.text = text;
    var rows = new ArrayList<Row>(text.lines().size());
    for (int i = 0; i < text.lines().size(); i++) {
      rows.add(row(i, text.lines().get(i), text.startOf(i)));
    }
    joinBrokenSpans(rows);
    this.rows = List.copyOf(MarginNotes.broughtBack(rows));
    this.bodySize = bodySize(text.lines());
    this.places = new int[rows.size()];
    this.rows.forEach(row -> places[row.number()] = row.index());
  }

  VisibleText text() {
    return text;
  }

  List<Row> rows() {
    return rows;
  }

  /// Height of most letters in points, 0 when unknown.
  float bodySize() {
    return bodySize;
  }

  Passage passage(Span span) {
    return text.passage(span.start(), span.end());
  }

  Fact<String> fact(Span span, double confidence) {
    return new Fact<>(Text.single(span.text()), passage(span), confidence);
  }

  /// The rows from `first` to before `end` as one passage, without those that stand elsewhere.
  Passage passage(int first, int end) {
    return passage(rows.subList(first, end));
  }

  /// `parts`, which follow one another, as one passage, without those that stand elsewhere.
  Passage passage(List<Row> parts) {
    int from = Integer.MAX_VALUE;
    int to = 0;
    for (var row : parts) {
      if (!row.aside()) {
        from = Math.min(from, row.span().start());
        to = Math.max(to, row.span().end());
      }
    }
    return to > from ? text.passage(from, to) : passage(parts.getFirst().span());
  }

  /// The row that shows line `number` of the visible text.
  Row rowOf(int number) {
    return rows.get(places[number]);
  }

  private static Row row(int index, Line line, int start) {
    String words = line.text();
    int from = 0;
    int to = words.length();
    char bullet = 0;
    while (from < to && isMark(words, from)) {
      char c = words.charAt(from);
      bullet = bullet == 0 && !Character.isWhitespace(c) && c != '#' ? c : bullet;
      from++;
    }
    boolean marked = words.startsWith("**", Math.max(0, from - 2));
    if (marked || bullet == '*') {
      bullet = words.startsWith("**") ? 0 : bullet;
    }
    while (to > from
        && (Character.isWhitespace(words.charAt(to - 1)) || words.charAt(to - 1) == '*')) {
      to--;
    }
    var span = new Span(start + from, words.substring(from, to));
    var dates = Dates.in(span.text()).stream().map(date -> date.moved(span.start())).toList();
    boolean bold = line.bold() || (marked && words.endsWith("**")) || words.startsWith("#");
    return new Row(index, index, false, span, bullet, line, bold, dates);
  }

  private static boolean isMark(String words, int at) {
    char c = words.charAt(at);
    if (Character.isWhitespace(c) || Character.getType(c) == Character.PRIVATE_USE || c == '#') {
      return true;
    }
    boolean lone =
        at + 1 >= words.length()
            || !Character.isLetterOrDigit(words.charAt(at + 1))
            || "•●▪◦■◆►➢".indexOf(c) >= 0;
    return BULLETS.indexOf(c) >= 0 && (lone || c == '*') && at < MARKS;
  }

  /// A span of time that a narrow column broke: `Sep 2016 -` above `July 2020`.
  private static void joinBrokenSpans(List<Row> rows) {
    for (int i = 0; i + 1 < rows.size(); i++) {
      var dates = rows.get(i).dates();
      if (dates.isEmpty() || dates.getLast().shape() != Shape.DANGLING) {
        continue;
      }
      int at = below(rows, i);
      var next = rows.get(at);
      var open = dates.getLast();
      if (Dates.isPresent(next.text())) {
        int end = next.span().end();
        replaceLast(rows, i, joined(open, end, null, Shape.OPEN));
        rows.set(at, next.with(List.of(rest(next.span().start(), end))));
      } else if (!next.dates().isEmpty()) {
        join(rows, i, open, at);
      }
    }
  }

  /// The row that goes on under row `i`: the next, or in a column of dates the one directly below.
  private static int below(List<Row> rows, int i) {
    var box = rows.get(i).line().box();
    if (box == null || !rows.get(i).undated().isEmpty()) {
      return i + 1;
    }
    for (int at = i + 1; at < Math.min(rows.size(), i + 4); at++) {
      var other = rows.get(at).line().box();
      boolean page = rows.get(at).line().page() == rows.get(i).line().page();
      if (page && other != null && Math.abs(other.x() - box.x()) < 3) {
        return other.y() - box.y() < 2.6f * box.height() ? at : i + 1;
      }
    }
    return i + 1;
  }

  private static void join(List<Row> rows, int i, DateSpan open, int at) {
    var next = rows.get(at);
    var closing = next.dates().getFirst();
    var last = closing.last();
    var first = open.first();
    if (closing.shape() != Shape.SINGLE
        || closing.from() != next.span().start()
        || last == null
        || first == null
        || last.isBefore(first)) {
      return;
    }
    replaceLast(rows, i, joined(open, closing.to(), last, Shape.RANGE));
    var others = new ArrayList<>(next.dates());
    others.set(0, rest(closing.from(), closing.to()));
    rows.set(at, next.with(others));
  }

  private static DateSpan joined(DateSpan open, int end, @Nullable YearMonth last, Shape shape) {
    return new DateSpan(open.from(), open.to(), end, open.first(), last, shape, open.years());
  }

  private static DateSpan rest(int from, int to) {
    return new DateSpan(from, to, to, null, null, Shape.REST, false);
  }

  private static void replaceLast(List<Row> rows, int i, DateSpan date) {
    var dates = new ArrayList<>(rows.get(i).dates());
    dates.set(dates.size() - 1, date);
    rows.set(i, rows.get(i).with(dates));
  }

  private static float bodySize(List<Line> lines) {
    Map<Float, Integer> letters = new HashMap<>();
    for (var line : lines) {
      if (line.size() > 0) {
        letters.merge(Math.round(line.size() * 2) / 2f, line.text().length(), Integer::sum);
      }
    }
    float best = 0;
    int most = 0;
    for (var entry : letters.entrySet()) {
      if (entry.getValue() > most || (entry.getValue() == most && entry.getKey() < best)) {
        best = entry.getKey();
        most = entry.getValue();
      }
    }
    return best;
  }
}
