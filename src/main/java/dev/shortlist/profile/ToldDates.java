package dev.shortlist.profile;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/// When a post was held that the local reader found no dates of, as a language model told it.
///
/// @param post as in the profile, from 0
/// @param end absent when it goes on
/// @param quote visible words of the CV that say so
public record ToldDates(int post, YearMonth start, @Nullable YearMonth end, String quote) {
  public ToldDates {
    if (end != null && end.isBefore(start)) {
      throw new IllegalArgumentException("a post ends in %s before %s".formatted(end, start));
    }
  }

  /// What it makes of the reading.
  public Correction correction() {
    return new Correction.Dates(post, start, end);
  }
}
