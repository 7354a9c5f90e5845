package dev.shortlist;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.ResolvableType;
import org.springframework.util.ClassUtils;
import org.springframework.util.unit.DataSize;

/// What is wrong with a setting whose value cannot be taken, in one line: its variable, what it may
/// be, and what it is.
final class UnreadableSetting {
  private UnreadableSetting() {}

  static String told(BindException refused) {
    var property = refused.getProperty();
    return property == null
        ? String.valueOf(NestedExceptionUtils.getMostSpecificCause(refused).getMessage())
        : "%s must be %s, but is %s"
            .formatted(
                variable(String.valueOf(refused.getName())),
                wanted(refused.getTarget().getType()),
                property.getValue());
  }

  private static String variable(String property) {
    return property.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
  }

  private static String wanted(ResolvableType type) {
    return Collection.class.isAssignableFrom(type.resolve(Object.class))
        ? "a list of " + wanted(type.asCollection().getGeneric())
        : wanted(ClassUtils.resolvePrimitiveIfNecessary(type.resolve(Object.class)));
  }

  private static String wanted(Class<?> kind) {
    if (kind.isEnum()) {
      return oneOf(Arrays.stream(kind.getEnumConstants()).map(UnreadableSetting::word).toList());
    }
    if (Number.class.isAssignableFrom(kind)) {
      return "a number";
    }
    if (kind == Boolean.class) {
      return "true or false";
    }
    if (kind == Duration.class) {
      return "a time such as 30s, 10m or 7d";
    }
    return kind == DataSize.class
        ? "a size such as 25MB"
        : "a " + kind.getSimpleName().toLowerCase(Locale.ROOT);
  }

  private static String word(Object constant) {
    return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String oneOf(List<String> words) {
    return String.join(", ", words.subList(0, words.size() - 1)) + " or " + words.getLast();
  }
}
