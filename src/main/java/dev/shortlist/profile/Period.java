package dev.shortlist.profile;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/// A span of months; both ends count.
///
/// @param start first month; January where only a year is given
/// @param end last month; the CV's own date where it says "present", December where only a year is
///   given
/// @param current whether the CV says the period goes on
/// @param wholeYears whether the CV gives years only, so that the months are a guess
public record Period(
    @Nullable YearMonth start, @Nullable YearMonth end, boolean current, boolean wholeYears) {
  public Period {
    if (start != null && end != null && end.isBefore(start)) {
      throw new IllegalArgumentException(
          "period ends in %s before it starts in %s".formatted(end, start));
    }
  }
}
