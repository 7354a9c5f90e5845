package dev.shortlist.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private static final Duration FIRST = Duration.ofSeconds(2);
  private static final Duration LONGEST = Duration.ofMinutes(5);

  @Property
  void it_doubles_up_to_the_longest_and_keeps_between_half_and_whole(
      @ForAll @IntRange(min = 1, max = 1000) int failures, @ForAll long seed) {
    var wait = new Backoff(FIRST, LONGEST, new Random(seed)).after(failures, new Exception());

    double whole = Math.min(2.0 * Math.pow(2, failures - 1), 300);
    assertThat(wait.toMillis() / 1000.0).isBetween(whole / 2 - 0.001, whole);
  }

  @Test
  void it_waits_at_least_as_long_as_it_was_asked_to() {
    var asked = new Transient("429", Duration.ofMinutes(7), null);

    assertThat(new Backoff(FIRST, LONGEST, new Random(1)).after(1, asked))
        .isBetween(Duration.ofMinutes(7), Duration.ofMinutes(7).plus(FIRST));
  }
}
