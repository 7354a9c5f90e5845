package dev.shortlist.judging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How long a call that failed is left alone.
class BackoffTest {
  @ParameterizedTest
  @CsvSource({"1, 100, 200", "2, 200, 400", "3, 400, 800", "5, 1500, 3000", "60, 1500, 3000"})
  void doubles_up_to_three_seconds(int failures, long least, long most) {
    for (int seed = 0; seed < 100; seed++) {
      assertThat(Backoff.after(failures, new Random(seed)).toMillis()).isBetween(least, most);
    }
  }

  @Property
  void is_never_nothing_and_never_long(@ForAll @IntRange(min = 1) int failures, @ForAll long seed) {
    assertThat(Backoff.after(failures, new Random(seed)).toMillis()).isBetween(100L, 3000L);
  }

  @Test
  void what_failed_together_does_not_come_back_together() {
    var random = new Random(1);
    var waits = new HashSet<Long>();
    for (int i = 0; i < 64; i++) {
      waits.add(Backoff.after(2, random).toMillis());
    }
    assertThat(waits).hasSizeGreaterThan(40);
  }
}
