package dev.shortlist.tasks;

import static java.time.temporal.ChronoUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.shortlist.database.TestDatabase;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DatabaseClockTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  @Test
  void it_tells_the_time_of_the_database_in_any_zone() throws SQLException {
    try (var connection = database.dataSource().getConnection()) {
      var clock = new DatabaseClock(connection);
      var zoned = clock.withZone(PARIS);

      assertThat(clock.instant())
          .isCloseTo(now(), within(30, SECONDS))
          .isBeforeOrEqualTo(zoned.instant());
      assertThat(clock.getZone()).isEqualTo(ZoneOffset.UTC);
      assertThat(zoned.getZone()).isEqualTo(PARIS);
    }
  }

  private static Instant now() {
    return database
        .jdbc()
        .sql("select clock_timestamp()")
        .query((row, number) -> row.getTimestamp(1).toInstant())
        .single();
  }
}
