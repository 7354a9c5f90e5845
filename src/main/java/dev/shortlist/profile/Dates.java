package dev.shortlist.profile;

import dev.shortlist.profile.DateSpan.Shape;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds dates and spans of time in a line, in the notations and languages CVs use.
final class Dates {
  private static final Pattern SHORT_YEAR = Pattern.compile("\\s?[-–—/]\\s?['’]?(\\d\\d)(?!\\d)");
  private static final Pattern MONTH_BEFORE =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])(\\p{L}{3,12})\\.?\\s{0,2}(?:[-–—/]|to|bis|au|a)\\s{0,2}$");

  /// Goes on to the present by itself: `October 2017 onwards`.
  private static final Pattern ONWARDS = Pattern.compile("(?i)\\s{1,2}onwards?(?!\\p{L})");

  private static final Set<String> PRESENT = Vocabulary.words("dates.txt", "present");
  private static final Set<String> CONNECTOR = Vocabulary.words("dates.txt", "connector");
  private static final Set<String> SINCE = Vocabulary.words("dates.txt", "since");
  private static final int REACH = 28;

  private Dates() {}

  /// All dates and spans in `text`, from left to right; indexes count from its start.
  static List<DateSpan> in(String text) {
    if (!hasDigit(text)) {
      return List.of();
    }
    String line = withPlainDigits(text);
    var points = DatePoint.in(line);
    var spans = new ArrayList<DateSpan>();
    int next = 0;
    while (next < points.size()) {
      var point = points.get(next);
      var following = next + 1 < points.size() ? points.get(next + 1) : null;
      if (following != null && isRange(line, point, following)) {
        spans.add(span(point, following));
        next += 2;
      } else {
        alone(line, point, spans);
        next++;
      }
    }
    return List.copyOf(spans);
  }

  /// Whether `text` is nothing but a word for the present.
  static boolean isPresent(String text) {
    return text.length() <= 20 && presentFrom(text, 0, true) == text.length();
  }

  private static void alone(String line, DatePoint point, List<DateSpan> spans) {
    var onwards = ONWARDS.matcher(line).region(point.to(), line.length());
    int present = onwards.lookingAt() ? onwards.end() : presentFrom(line, point.to(), false);
    int since = sinceBefore(line, point.from());
    if (present > 0 || since >= 0) {
      int from = since >= 0 ? since : point.from();
      int to = Math.max(present, point.to());
      spans.add(new DateSpan(from, to, to, point.first(), null, Shape.OPEN, point.years()));
      return;
    }
    var shortened = shortRange(line, point);
    if (shortened != null) {
      spans.add(shortened);
      return;
    }
    if (point.weak()) {
      return;
    }
    int stroke = strokeToEnd(line, point.to());
    spans.add(
        stroke > 0
            ? new DateSpan(
                point.from(), stroke, stroke, point.first(), null, Shape.DANGLING, point.years())
            : single(line, point));
  }

  private static DateSpan single(String line, DatePoint point) {
    var first = point.first();
    int from = point.from();
    var before = MONTH_BEFORE.matcher(line).region(Math.max(0, from - 20), from);
    if (!point.years() && before.find()) {
      int month = Months.named(Vocabulary.fold(before.group(1)));
      if (month > 0) {
        var start = YearMonth.of(point.last().getYear(), month);
        first = start.isAfter(point.last()) ? start.minusYears(1) : start;
        return new DateSpan(
            before.start(), point.to(), point.to(), first, point.last(), Shape.RANGE, false);
      }
    }
    return new DateSpan(
        from, point.to(), point.to(), first, point.last(), Shape.SINGLE, point.years());
  }

  private static DateSpan span(DatePoint from, DatePoint to) {
    return new DateSpan(
        from.from(),
        to.to(),
        to.to(),
        from.first(),
        to.last(),
        Shape.RANGE,
        from.years() && to.years());
  }

  private static @Nullable DateSpan shortRange(String line, DatePoint point) {
    if (!point.years()) {
      return null;
    }
    var tail = SHORT_YEAR.matcher(line).region(point.to(), line.length());
    if (!tail.lookingAt()) {
      return null;
    }
    int year = point.first().getYear();
    int end = year - year % 100 + Integer.parseInt(tail.group(1));
    if (end <= year || end > year + 20) {
      return null;
    }
    return new DateSpan(
        point.from(),
        tail.end(),
        tail.end(),
        point.first(),
        YearMonth.of(end, 12),
        Shape.RANGE,
        true);
  }

  private static boolean isRange(String line, DatePoint from, DatePoint to) {
    int gap = to.from() - from.to();
    if (gap <= 0 || gap > REACH || to.last().isBefore(from.first())) {
      return false;
    }
    String between = line.substring(from.to(), to.from());
    return between.isBlank() ? isPair(from, to) : connects(between);
  }

  // Some fonts have a dash that cannot be told: two months side by side are its ends.
  private static boolean isPair(DatePoint from, DatePoint to) {
    return !from.years()
        && !to.years()
        && !from.weak()
        && !to.weak()
        && from.first().isBefore(to.first());
  }

  private static boolean connects(String gap) {
    boolean connected = false;
    for (String word : Vocabulary.fold(spaced(gap)).trim().split("\\s+", -1)) {
      boolean stroke = word.length() == 1 && (Dashes.is(word.charAt(0)) || word.equals("/"));
      boolean expected = word.startsWith("exp") || word.equals("vorauss") || word.equals("prev");
      if (!stroke && !expected && !CONNECTOR.contains(word)) {
        return false;
      }
      connected |= !expected;
    }
    return connected;
  }

  /// Index after a word for the present that follows `from`, else -1.
  private static int presentFrom(String line, int from, boolean alone) {
    boolean connected = alone;
    int at = from;
    for (int words = 0; words < 5; words++) {
      at = skipBlanks(line, at);
      if (at >= line.length() || at - from > REACH) {
        return -1;
      }
      char c = line.charAt(at);
      if (Dashes.is(c) || c == '/') {
        connected = true;
        at++;
        continue;
      }
      int end = wordEnd(line, at);
      String word = Vocabulary.fold(line.substring(at, end));
      connected |= word.startsWith("至") || word.startsWith("到") || word.startsWith("迄");
      if (connected && PRESENT.contains(word)) {
        return end;
      }
      if (end == at || !CONNECTOR.contains(word)) {
        return -1;
      }
      connected = true;
      at = end;
    }
    return -1;
  }

  private static int sinceBefore(String line, int from) {
    int end = from;
    while (end > 0 && line.charAt(end - 1) == ' ') {
      end--;
    }
    int start = end;
    while (start > 0 && end - start < 12 && Character.isLetter(line.charAt(start - 1))) {
      start--;
    }
    boolean whole = start == 0 || !Character.isLetter(line.charAt(start - 1));
    return whole && start < end && SINCE.contains(Vocabulary.fold(line.substring(start, end)))
        ? start
        : -1;
  }

  private static int strokeToEnd(String line, int from) {
    int at = skipBlanks(line, from);
    if (at >= line.length() || !Dashes.is(line.charAt(at))) {
      return -1;
    }
    int rest = skipBlanks(line, at + 1);
    return rest >= line.length() || line.charAt(rest) == ')' ? at + 1 : -1;
  }

  /// `٢٠١٩` and `２０１９` as 2019, each digit at its place.
  private static String withPlainDigits(String text) {
    if (text.chars().allMatch(c -> c < 0x80 || !Character.isDigit(c))) {
      return text;
    }
    var plain = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      int digit = Character.isDigit(text.charAt(i)) ? Character.digit(text.charAt(i), 10) : -1;
      if (digit >= 0) {
        plain.setCharAt(i, (char) ('0' + digit));
      }
    }
    return plain.toString();
  }

  private static boolean hasDigit(String line) {
    for (int i = 0; i < line.length(); i++) {
      if (Character.isDigit(line.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static String spaced(String gap) {
    var spaced = new StringBuilder(gap.length() + 4);
    for (int i = 0; i < gap.length(); i++) {
      char c = gap.charAt(i);
      boolean stroke = Dashes.is(c) || c == '/';
      if (stroke) {
        spaced.append(' ').append('-').append(' ');
      } else {
        spaced.append(c == '.' || c == ',' || c == '(' ? ' ' : c);
      }
    }
    return spaced.toString();
  }

  static int skipBlanks(String line, int from) {
    int at = from;
    while (at < line.length()
        && (Character.isWhitespace(line.charAt(at))
            || Character.isSpaceChar(line.charAt(at))
            || line.charAt(at) == ','
            || line.charAt(at) == '.')) {
      at++;
    }
    return at;
  }

  private static int wordEnd(String line, int from) {
    int at = from;
    while (at < line.length()
        && (Character.isLetter(line.charAt(at))
            || Character.getType(line.charAt(at)) == Character.NON_SPACING_MARK
            || line.charAt(at) == '\''
            || line.charAt(at) == '’')) {
      at++;
    }
    return at;
  }
}
