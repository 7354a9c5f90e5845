package dev.shortlist.accounts;

import dev.shortlist.database.Rows;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Slows down who guesses: after some failures each further one doubles the time until the next
/// try. It counts for addresses nobody has just the same.
@Component
class Attempts {
  private static final int FREE = 5;
  private static final Duration FIRST = Duration.ofSeconds(15);
  private static final int MOST_DOUBLINGS = 8; // about an hour

  private final JdbcClient jdbc;
  private final Clock clock;

  Attempts(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// How long `subject` has to wait, if it has to.
  Optional<Duration> wait(String subject) {
    return jdbc.sql("select blocked_until from attempt where hash = :hash and blocked_until > :now")
        .param("hash", Secret.hash(subject))
        .param("now", Rows.time(clock.instant()))
        .query((row, number) ->
            Duration.between(clock.instant(), Rows.instant(row, "blocked_until")).plusSeconds(1))
        .optional();
  }

  void failed(String subject) {
    int failures =
        jdbc.sql(
                """
                insert into attempt (hash, failures, blocked_until) values (:hash, 1, :now)
                    on conflict (hash) do update set failures = attempt.failures + 1
                returning failures
                """)
            .param("hash", Secret.hash(subject))
            .param("now", Rows.time(clock.instant()))
            .query((row, number) -> row.getInt(1))
            .single();
    if (failures < FREE) {
      return;
    }
    var block = FIRST.multipliedBy(1L << Math.min(failures - FREE, MOST_DOUBLINGS));
    jdbc.sql("update attempt set blocked_until = :until where hash = :hash")
        .param("until", Rows.time(clock.instant().plus(block)))
        .param("hash", Secret.hash(subject))
        .update();
  }

  void succeeded(String subject) {
    jdbc.sql("delete from attempt where hash = :hash").param("hash", Secret.hash(subject)).update();
  }
}
