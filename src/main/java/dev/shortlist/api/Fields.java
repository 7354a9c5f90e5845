package dev.shortlist.api;

import dev.shortlist.screening.Stage;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
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
    return find(type, name)
        .orElseThrow(() ->
            Problem.INVALID_VALUE.because(
                "\"%s\" is not a valid %s; the values are %s."
                    .formatted(name, field, Arrays.toString(type.getEnumConstants()))));
  }

  /// The value of `type` that is called `name`, in upper or lower case.
  static <E extends Enum<E>> Optional<E> find(Class<E> type, String name) {
    return Arrays.stream(type.getEnumConstants())
        .filter(value -> value.name().equalsIgnoreCase(name.strip()))
        .findFirst();
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
    return within("limit", value, 1, most);
  }

  /// `value`, if a page may begin there.
  ///
  /// @throws Problem.Refused if `value` is negative
  static int cursor(int value) {
    if (value < 0) {
      throw Problem.INVALID_VALUE.because(
          "\"%d\" is not a cursor: take it from \"next\" of the page before.".formatted(value));
    }
    return value;
  }

  /// `value`, if it is one that `field` takes.
  ///
  /// @throws Problem.Refused if `value` is not from `least` to `most`
  static int within(String field, int value, int least, int most) {
    if (value < least || value > most) {
      throw Problem.INVALID_VALUE.because(
          "%s must be from %d to %d but is %d.".formatted(field, least, most, value));
    }
    return value;
  }
}
