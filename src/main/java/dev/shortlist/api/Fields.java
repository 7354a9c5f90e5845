package dev.shortlist.api;

import org.jspecify.annotations.Nullable;

/// Values of requests, as people and programs send them.
final class Fields {
  private Fields() {}

  /// `value` without space around it; absent when there is nothing left.
  static @Nullable String orNull(@Nullable String value) {
    return value == null || value.isBlank() ? null : value.strip();
  }

  /// @throws Problem.Refused if `value` is not from 1 to `most`
  static int limit(int value, int most) {
    if (value < 1 || value > most) {
      throw Problem.INVALID_VALUE.because(
          "limit must be from 1 to %d but is %d.".formatted(most, value));
    }
    return value;
  }
}
