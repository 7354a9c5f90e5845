package dev.shortlist.profile;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A single date in a line, in the notations and languages CVs use.
///
/// @param from index of its first character
/// @param to index after its last character
/// @param first first month it may mean
/// @param last last month it may mean
/// @param years whether it names a year only
/// @param weak whether it is a date only beside another
record DatePoint(int from, int to, YearMonth first, YearMonth last, boolean years, boolean weak) {
  private static final String YEAR = "(?:19[4-9]|20[0-4])\\d";

  private static final Pattern POINT =
      Pattern.compile(
          """
          (?<![\\p{L}\\p{N}$€£\\#])(?:
            (?<ya>YEAR)\\s?[年년]\\s?(?:(?<ma>\\d{1,2})\\s?[月월])?
          | (?<yb>YEAR)[-./](?<mb>0?[1-9]|1[0-2])(?:[-./](?:0?[1-9]|[12]\\d|3[01]))?(?!\\d)
          | (?<c1>\\d{1,2})[./-](?:(?<c2>\\d{1,2})[./-])?(?<yc>YEAR)(?!\\d)
          | (?:\\d{1,2}(?:st|nd|rd|th|\\.)?\\s{1,2}(?:of\\s|de\\s)?)?
            (?<mon>\\p{L}{2,14})[.,]?(?<gap>[\\s\\-/’'.]{0,3})(?:of\\s|de\\s|del\\s|di\\s)?
            (?:\\d{1,2}(?:st|nd|rd|th)?,?\\s)?(?<yd>YEAR|\\d\\d)(?![\\d\\p{L}])
          | (?<q>[qQ][1-4])[\\s/,-]{0,2}(?<yq>YEAR)(?!\\d)
          | (?<mg>0[1-9]|1[0-2])[/.](?<yg>\\d\\d)(?![\\d/.])
          | (?<yf>YEAR)(?![\\d+%€$£]|[.,]\\d)
          )
          """
              .replace("YEAR", YEAR),
          Pattern.COMMENTS);

  /// The longest month in any script, a dot, what parts it from day or year, and `del `.
  private static final int BEFORE_DIGIT = 2 * 14 + 1 + 3 + 4;

  /// All dates in `line`, from left to right; indexes count from its start.
  static List<DatePoint> in(String line) {
    var points = new ArrayList<DatePoint>();
    if (!hasDigits(line)) {
      return points;
    }
    var found = POINT.matcher(line);
    int at = start(line, 0);
    while (at < line.length() && found.find(at)) {
      var point = point(found, line);
      if (point != null) {
        points.add(point);
        at = found.end();
      } else {
        String month = found.group("mon");
        at = month == null ? found.start() + 1 : found.end("mon");
      }
      at = start(line, at);
    }
    return points;
  }

  /// Where a date may begin, from `from` on: not long before a digit.
  private static int start(String line, int from) {
    int digit = from;
    while (digit < line.length() && !isDigit(line.charAt(digit))) {
      digit++;
    }
    return digit == line.length() ? digit : Math.max(from, digit - BEFORE_DIGIT);
  }

  /// Every date has two digits beside each other.
  private static boolean hasDigits(String line) {
    for (int i = 1; i < line.length(); i++) {
      if (isDigit(line.charAt(i)) && isDigit(line.charAt(i - 1))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static @Nullable DatePoint point(Matcher found, String line) {
    if (found.group("ya") != null) {
      return of(found, "ya", found.group("ma"));
    }
    if (found.group("yb") != null) {
      return isAcademicYear(found, line)
          ? yearOnly(found, "yb")
          : of(found, "yb", found.group("mb"));
    }
    if (found.group("yc") != null) {
      return numeric(found);
    }
    if (found.group("mon") != null) {
      return named(found);
    }
    if (found.group("yq") != null) {
      int month = (found.group("q").charAt(1) - '1') * 3 + 1;
      var first = YearMonth.of(Integer.parseInt(found.group("yq")), month);
      return new DatePoint(found.start(), found.end(), first, first.plusMonths(2), false, false);
    }
    if (found.group("yg") != null) {
      var month = YearMonth.of(century(found.group("yg")), Integer.parseInt(found.group("mg")));
      return new DatePoint(found.start(), found.end(), month, month, false, true);
    }
    return yearOnly(found, "yf");
  }

  // 2011-12 alone is a school year; next to another date it is December 2011.
  private static boolean isAcademicYear(Matcher found, String line) {
    String month = found.group("mb");
    int year = Integer.parseInt(found.group("yb"));
    return month.length() == 2
        && found.end() == found.end("mb")
        && line.charAt(found.end("yb")) != '.'
        && Integer.parseInt(month) == (year + 1) % 100
        && year >= 2000
        && strokeAfter(line, found.end()) < 0
        && !isAfterStroke(line, found.start());
  }

  private static boolean isAfterStroke(String line, int at) {
    String before = line.substring(Math.max(0, at - 3), at).strip();
    return !before.isEmpty() && Dashes.is(before.charAt(before.length() - 1));
  }

  private static int strokeAfter(String line, int from) {
    int at = Dates.skipBlanks(line, from);
    return at < line.length() && Dashes.is(line.charAt(at)) ? at : -1;
  }

  private static DatePoint yearOnly(Matcher found, String group) {
    int year = Integer.parseInt(found.group(group));
    return new DatePoint(
        found.start(group),
        found.end(group),
        YearMonth.of(year, 1),
        YearMonth.of(year, 12),
        true,
        false);
  }

  private static DatePoint of(Matcher found, String year, @Nullable String month) {
    if (month == null) {
      int number = Integer.parseInt(found.group(year));
      return new DatePoint(
          found.start(),
          found.end(),
          YearMonth.of(number, 1),
          YearMonth.of(number, 12),
          true,
          false);
    }
    int number = Math.clamp(Integer.parseInt(month), 1, 12);
    var at = YearMonth.of(Integer.parseInt(found.group(year)), number);
    return new DatePoint(found.start(), found.end(), at, at, false, false);
  }

  private static @Nullable DatePoint numeric(Matcher found) {
    int first = Integer.parseInt(found.group("c1"));
    String second = found.group("c2");
    int month = second == null ? first : Integer.parseInt(second);
    if (month > 12 && second != null) {
      month = first;
    }
    if (month < 1 || month > 12) {
      return null;
    }
    var at = YearMonth.of(Integer.parseInt(found.group("yc")), month);
    return new DatePoint(found.start(), found.end(), at, at, false, false);
  }

  private static @Nullable DatePoint named(Matcher found) {
    String word = Vocabulary.fold(found.group("mon"));
    String year = found.group("yd");
    boolean weak = year.length() == 2 && found.group("gap").isBlank();
    int number = century(year);
    int month = Months.named(word);
    if (month > 0) {
      var at = YearMonth.of(number, month);
      return new DatePoint(found.start(), found.end(), at, at, false, weak);
    }
    int season = year.length() == 4 ? Months.season(word) : 0;
    if (season > 0) {
      var at = YearMonth.of(number, season);
      return new DatePoint(found.start("mon"), found.end(), at, at.plusMonths(2), false, false);
    }
    return null;
  }

  private static int century(String year) {
    int number = Integer.parseInt(year);
    if (year.length() == 4) {
      return number;
    }
    return number < 50 ? 2000 + number : 1900 + number;
  }
}
