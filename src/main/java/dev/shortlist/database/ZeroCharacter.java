package dev.shortlist.database;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The one character that PostgreSQL keeps in no text: U+0000. No keyboard writes it; programs send
/// it.
public final class ZeroCharacter {
  /// What is sent as a text, and what stands in a JSON document.
  private static final Set<String> STATES = Set.of("22021", "22P05");

  private ZeroCharacter() {}

  /// Whether a statement failed because a text in it has the character.
  public static boolean isWhy(Throwable failure) {
    for (@Nullable Throwable one = failure; one != null; one = one.getCause()) {
      if (one instanceof SQLException refused && STATES.contains("" + refused.getSQLState())) {
        return true;
      }
    }
    return false;
  }

  /// The names of those `fields` of a request that have the character.
  public static List<String> among(Map<String, String[]> fields) {
    return fields.entrySet().stream()
        .filter(field -> Arrays.stream(field.getValue()).anyMatch(one -> one.indexOf('\0') >= 0))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }
}
