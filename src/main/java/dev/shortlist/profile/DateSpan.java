package dev.shortlist.profile;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/// A date or span of time as a line writes it.
///
/// @param from index in the visible text of its first character
/// @param to index after its last character in the line
/// @param end index after its last character, in a later line when it goes on there
/// @param first first month of it, absent when only an end is given
/// @param last last month of it, absent when it goes on to the present
/// @param shape how it is written
/// @param years whether it names years only
record DateSpan(
    int from,
    int to,
    int end,
    @Nullable YearMonth first,
    @Nullable YearMonth last,
    Shape shape,
    boolean years) {

  enum Shape {
    /// One date: `May 2019`.
    SINGLE,
    /// Two dates: `2018 - 2020`.
    RANGE,
    /// From a date to the present: `since 2018`.
    OPEN,
    /// A date with a stroke behind it at the end of the line: `2018 -`.
    DANGLING,
    /// The rest of a span that began in an earlier line.
    REST
  }

  boolean isSpan() {
    return shape == Shape.RANGE || shape == Shape.OPEN || shape == Shape.DANGLING;
  }

  DateSpan moved(int offset) {
    return new DateSpan(from + offset, to + offset, end + offset, first, last, shape, years);
  }

  /// Whether `other` lies within it.
  boolean covers(DateSpan other) {
    if (first == null || other.first == null || other.first.isBefore(first)) {
      return false;
    }
    return shape == Shape.OPEN
        || shape == Shape.DANGLING
        || (last != null && other.last != null && !other.last.isAfter(last));
  }

  /// The period it means when the present is `now`; absent when that cannot be.
  @Nullable Period period(YearMonth now) {
    boolean open = shape == Shape.OPEN || shape == Shape.DANGLING;
    YearMonth until = open ? now : last;
    if (first != null && until != null && until.isBefore(first)) {
      return open ? new Period(first, null, true, years) : null;
    }
    return new Period(first, until, open, years);
  }
}
