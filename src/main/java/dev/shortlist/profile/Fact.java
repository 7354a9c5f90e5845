package dev.shortlist.profile;

import dev.shortlist.text.Passage;
import org.jspecify.annotations.Nullable;

/// Something a CV says, and where it says so.
///
/// @param value what was understood
/// @param passage the visible words it was read from
/// @param confidence 0 to 1: how sure the reading is, not how good the fact is
public record Fact<T>(T value, Passage passage, double confidence) {
  public Fact {
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence must be in [0, 1] but is " + confidence);
    }
  }

  /// The value of a fact that may not be known.
  public static <T> @Nullable T valueOf(@Nullable Fact<T> fact) {
    return fact == null ? null : fact.value();
  }
}
