package dev.shortlist.api;

import dev.shortlist.screening.Stage;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Values of requests, as people and programs send them.
final class Fields {
  private Fields() {}

  /// `value` without space around it; absent when there is nothing left.
  static @Nullable String orNull(@Nullable String value) {
    return value == null || value.isBlank() ? null : value.strip();
  }

  /// The stage `name`, in upper or lower case; absent when there is no name.
  ///
  /// @throws Problem.Refused if there is no such stage
  static @Nullable Stage stage(@Nullable String name) {
    if (name == null || name.isBlank()) {
      return null;
    }
    return Arrays.stream(Stage.values())
        .filter(stage -> stage.name().equalsIgnoreCase(name.strip()))
        .findFirst()
        .orElseThrow(() ->
            Problem.INVALID_VALUE.because(
                "\"%s\" is not a stage; the stages are %s."
                    .formatted(name, Arrays.toString(Stage.values()))));
  }

  /// `value`, if it may be the size of a page.
  ///
  /// @throws Problem.Refused if `value` is not from 1 to `most`
  static int limit(int value, int most) {
    if (value < 1 || value > most) {
      throw Problem.INVALID_VALUE.because(
          "limit must be from 1 to %d but is %d.".formatted(most, value));
    }
    return value;
  }
}
