package dev.shortlist.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTest {
  private final SettableClock clock = new SettableClock(Instant.parse("2026-05-04T03:02:01Z"));
  private final Ids ids = new Ids(clock);

  @Test
  void an_id_is_of_version_7_and_tells_its_time() {
    UUID id = ids.next();

    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
    assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(clock.millis());
  }

  @Test
  void ids_rise_within_a_millisecond_and_when_the_clock_goes_back() {
    var made =
        Stream.generate(
                () -> {
                  clock.advance(Duration.ofNanos(-100_000));
                  return ids.next().toString();
                })
            .limit(10_000)
            .toList();

    assertThat(made).isSorted().doesNotHaveDuplicates();
  }
}
