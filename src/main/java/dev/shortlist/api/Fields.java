package dev.shortlist.api;

import dev.shortlist.screening.Stage;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
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
    return one(Stage.class, "stage", name);
  }

  /// The value of `type` that is called `name`, in upper or lower case.
  ///
  /// @param field the request's name for it
  /// @throws Problem.Refused if there is no such value
  static <E extends Enum<E>> E one(Class<E> type, String field, String name) {
    return Arrays.stream(type.getEnumConstants())
        .filter(value -> value.name().equalsIgnoreCase(name.strip()))
        .findFirst()
        .orElseThrow(() ->
            Problem.INVALID_VALUE.because(
                "\"%s\" is not a valid %s; the values are %s."
                    .formatted(name, field, Arrays.toString(type.getEnumConstants()))));
  }

  /// The values of `type` that are called `names`.
  ///
  /// @throws Problem.Refused if one of them does not exist
  static <E extends Enum<E>> Set<E> all(Class<E> type, String field, Collection<String> names) {
    var all = EnumSet.noneOf(type);
    names.forEach(name -> all.add(one(type, field, name)));
    return all;
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
