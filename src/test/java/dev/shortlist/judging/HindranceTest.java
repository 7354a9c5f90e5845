package dev.shortlist.judging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.ai.Model;
import dev.shortlist.ai.Provider;
import dev.shortlist.calls.Outcome;
import dev.shortlist.calls.Permit;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// What stands in the way of a call, in words a person can do something with.
class HindranceTest {
  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

  @Test
  void a_short_wait_is_told_in_seconds() {
    assertThat(words(Permit.Reason.PACE, NOW.plusMillis(3_200)))
        .isEqualTo(
            "No call was made, as calls are spread over the minute. The next one can be made in 4 s.");
  }

  @Test
  void a_wait_that_is_over_by_now_is_a_second() {
    assertThat(words(Permit.Reason.PACE, NOW.minusSeconds(5))).endsWith("in 1 s.");
  }

  @Test
  void a_long_wait_is_told_by_its_end() {
    assertThat(words(Permit.Reason.DAY, NOW.plus(Duration.ofHours(15))))
        .endsWith("The next one can be made at 2026-03-03 00:00 UTC.");
  }

  @Test
  void an_outage_nobody_should_wait_for_is_told_as_such() {
    assertThat(words(Permit.Reason.LONG_OUTAGE, NOW.plus(Duration.ofMinutes(10))))
        .isEqualTo(
            "No call was made, as the provider has not answered for a quarter of an hour. The next one can be made at 2026-03-02 09:10 UTC.");
  }

  @Test
  void money_too_little_to_be_written_is_not_nothing() {
    assertThat(Dollars.text(0)).isEqualTo("$0.00");
    assertThat(Dollars.text(99)).isEqualTo("<$0.0001");
    assertThat(Dollars.text(100)).isEqualTo("$0.0001");
  }

  private static String words(Permit.Reason reason, Instant until) {
    var model =
        new Model(
            Provider.OPENAI, URI.create("http://127.0.0.1/v1"), null, "m", Duration.ofSeconds(5));
    return Hindrance.of(new Outcome.PutOff(new Permit.Wait(until, reason)), model, NOW).words();
  }
}
