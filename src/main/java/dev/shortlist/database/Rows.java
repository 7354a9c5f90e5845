package dev.shortlist.database;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How our types stand in the database.
public final class Rows {
  private Rows() {}

  /// The id in `column`, null where the row has none.
  public static @Nullable UUID uuid(ResultSet row, String column) throws SQLException {
    return row.getObject(column, UUID.class);
  }

  /// The id in a column that every row fills.
  public static UUID id(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(uuid(row, column), column);
  }

  /// The time in `column`, null where the row has none.
  public static @Nullable Instant time(ResultSet row, String column) throws SQLException {
    var time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  /// The time in a column that every row fills.
  public static Instant instant(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(time(row, column), column);
  }

  /// The text in a column that every row fills.
  public static String text(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getString(column), column);
  }

  /// A time as a parameter.
  public static OffsetDateTime time(Instant instant) {
    return instant.atOffset(UTC); // pgjdbc binds no Instant
  }

  /// The id that `key` is, if it is one.
  public static Optional<UUID> idIn(String key) {
    try {
      // The parser takes short forms too, which would hide a reference.
      return key.length() == 36 ? Optional.of(UUID.fromString(key)) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /// The number that `key` is, if it is one.
  public static Optional<Integer> numberIn(String key) {
    return key.matches("[1-9][0-9]{0,8}") ? Optional.of(Integer.valueOf(key)) : Optional.empty();
  }
}
