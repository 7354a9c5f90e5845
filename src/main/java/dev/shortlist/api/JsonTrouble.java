package dev.shortlist.api;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/// What is wrong with a body that should be JSON: where, with which value, and what goes there.
final class JsonTrouble {
  private static final String FIELDS = "see /api/docs for the fields of this address.";

  private JsonTrouble() {}

  static String of(HttpMessageNotReadableException unreadable) {
    return switch (unreadable.getCause()) {
      case StreamReadException broken -> broken(broken);
      case UnrecognizedPropertyException unknown -> unknown(unknown);
      case InvalidFormatException wrong ->
          "%s is \"%s\", which is %s.".formatted(place(wrong), wrong.getValue(), not(wrong));
      case MismatchedInputException wrong -> mismatched(wrong);
      case null, default -> "The body is missing or not the JSON this address takes: " + FIELDS;
    };
  }

  private static String broken(StreamReadException broken) {
    return "The body is no JSON from line %d, column %d on: %s"
        .formatted(broken.getLocation().getLineNr(), broken.getLocation().getColumnNr(), FIELDS);
  }

  private static String unknown(UnrecognizedPropertyException unknown) {
    var known = unknown.getKnownPropertyIds().stream().map(String::valueOf).toList();
    return UnknownNames.unknown(place(unknown), unknown.getPropertyName(), known);
  }

  private static String mismatched(MismatchedInputException wrong) {
    return wrong.getPath().isEmpty()
        ? "The body is not the JSON this address takes: " + FIELDS
        : "%s is missing or of another kind: it takes %s."
            .formatted(place(wrong), kind(wrong.getTargetType()));
  }

  private static String not(InvalidFormatException wrong) {
    Class<?> wanted = wrong.getTargetType();
    return wanted.isEnum()
        ? "no valid value; the values are " + Arrays.toString(wanted.getEnumConstants())
        : "not " + kind(wanted);
  }

  /// What a field of this type takes, with its article.
  static String kind(Class<?> wanted) {
    if (wanted == UUID.class) {
      return "an id";
    }
    if (wanted == boolean.class || wanted == Boolean.class) {
      return "true or false";
    }
    if (wanted == LocalDate.class) {
      return "a day, such as 2026-03-01";
    }
    if (Collection.class.isAssignableFrom(wanted)) {
      return "a list";
    }
    if (wanted == int.class
        || wanted == long.class
        || wanted == Integer.class
        || wanted == Long.class) {
      return "a whole number";
    }
    if (wanted.isPrimitive() || Number.class.isAssignableFrom(wanted)) {
      return "a number";
    }
    if (wanted.isEnum()) {
      return "one of " + Arrays.toString(wanted.getEnumConstants());
    }
    return CharSequence.class.isAssignableFrom(wanted)
        ? "text"
        : "another kind of value, as in /api/docs";
  }

  /// Such as `requirements[1].importance`.
  private static String place(JacksonException wrong) {
    List<Reference> path = wrong.getPath();
    return path.isEmpty()
        ? "The body"
        : path.stream()
            .map(one ->
                one.getPropertyName() == null
                    ? "[" + one.getIndex() + "]"
                    : "." + one.getPropertyName())
            .collect(Collectors.joining())
            .replaceFirst("^\\.", "");
  }
}
