package dev.shortlist.tasks;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// The time of the database, kept here between two looks at it: the nodes judge by it which of them
/// are alive, so their own clocks may differ, or be set, without harm.
final class DatabaseClock extends Clock {
  private volatile Sight sight;

  DatabaseClock(Connection connection) throws SQLException {
    sight = look(connection);
  }

  void set(Connection connection) throws SQLException {
    sight = look(connection);
  }

  @Override
  public Instant instant() {
    var last = sight;
    return last.at().plus(Duration.ofNanos(System.nanoTime() - last.nanos()));
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  @SuppressWarnings("UnnecessaryMethodReference") // as a source itself it would ask itself for ever
  public Clock withZone(ZoneId zone) {
    InstantSource source = this::instant;
    return source.withZone(zone);
  }

  private static Sight look(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("select clock_timestamp()")) {
      rows.next();
      return new Sight(rows.getObject(1, OffsetDateTime.class).toInstant(), System.nanoTime());
    }
  }

  private record Sight(Instant at, long nanos) {}
}
