package dev.shortlist.profile;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Adds up spans of work, months that overlap counted once.
///
/// Where a CV gives years only, a span runs from July of the first to June of the last year, the
/// mean of what it can be; within one year it is six months, April to September.
final class Experience {
  private static final int MONTHS = 12;

  private Experience() {}

  /// Months from `first` to `last`, both counted.
  private record Span(YearMonth first, YearMonth last) {}

  /// Years of work in `periods` up to `now`, to one decimal.
  static double years(Collection<Period> periods, YearMonth now) {
    return Math.round(months(periods, now) * 10.0 / MONTHS) / 10.0;
  }

  /// Months of work in `periods` up to `now`.
  static long months(Collection<Period> periods, YearMonth now) {
    long months = 0;
    @Nullable YearMonth covered = null;
    for (var span : spans(periods, now)) {
      var from =
          covered == null || span.first.isAfter(covered) ? span.first : covered.plusMonths(1);
      if (!span.last.isBefore(from)) {
        months += from.until(span.last, ChronoUnit.MONTHS) + 1;
      }
      if (covered == null || span.last.isAfter(covered)) {
        covered = span.last;
      }
    }
    return months;
  }

  private static List<Span> spans(Collection<Period> periods, YearMonth now) {
    var spans = new ArrayList<Span>();
    for (var period : periods) {
      var span = span(period, now);
      if (span != null && !span.last.isBefore(span.first)) {
        spans.add(span);
      }
    }
    spans.sort(Comparator.comparing(Span::first).thenComparing(Span::last));
    return spans;
  }

  private static @Nullable Span span(Period period, YearMonth now) {
    var start = period.start();
    var end = period.current() ? now : period.end();
    if (start == null || end == null) {
      return null;
    }
    var last = end.isAfter(now) ? now : end;
    if (!period.wholeYears()) {
      return new Span(start, last);
    }
    if (start.getYear() == end.getYear()) {
      var april = start.withMonth(4);
      return new Span(
          period.current() && now.isBefore(april) ? start : april, earlier(last, end.withMonth(9)));
    }
    return new Span(start.withMonth(7), period.current() ? last : earlier(last, end.withMonth(6)));
  }

  private static YearMonth earlier(YearMonth a, YearMonth b) {
    return a.isBefore(b) ? a : b;
  }
}
