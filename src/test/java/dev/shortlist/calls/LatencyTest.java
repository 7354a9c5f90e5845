package dev.shortlist.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LatencyTest {
  private static final double MEDIAN = 1.5;
  private static final double SPREAD = 0.35;
  private static final Latency LATENCY =
      new Latency(
          Duration.ofMillis(Math.round(1000 * MEDIAN * Math.exp(SPREAD * SPREAD / 2))), SPREAD);

  @ParameterizedTest
  @CsvSource({"1, 0", "5, 0", "20, 0", "64, 0", "1, 1.5", "5, 1.5", "20, 1.0", "3, 3.0"})
  void the_last_of_many_is_waited_for_as_long_as_it_takes(int calls, double age) {
    var random = new Random(7);
    double taken =
        DoubleStream.generate(() -> lastOf(calls, age, random)).limit(4000).average().orElseThrow();

    var promised = LATENCY.last(calls, Duration.ofMillis(Math.round(1000 * age)));

    assertThat(promised.toMillis() / 1000.0 / taken).isBetween(0.7, 1.3);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 5, 40})
  void the_last_answer_of_calls_sent_at_a_pace_comes_as_late_as_it_does(double aSecond) {
    var random = new Random(7);
    double taken =
        DoubleStream.generate(() -> lastPaced(aSecond, random)).limit(4000).average().orElseThrow();

    var promised = LATENCY.lastOfMany(aSecond);

    assertThat(promised.toMillis() / 1000.0 / taken).isBetween(0.9, 1.1);
  }

  @Test
  void where_all_take_the_same_the_last_is_no_later() {
    var latency = new Latency(Duration.ofSeconds(2), 0);

    assertThat(latency.last(50, Duration.ZERO)).isEqualTo(Duration.ofSeconds(2));
    assertThat(latency.last(50, Duration.ofMillis(500))).isEqualTo(Duration.ofMillis(1500));
    assertThat(latency.last(1, Duration.ofSeconds(5))).isEqualTo(Duration.ZERO);
    assertThat(latency.lastOfMany(40)).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void one_that_takes_far_longer_than_any_is_still_waited_for() {
    assertThat(LATENCY.last(1, Duration.ofSeconds(60))).isGreaterThanOrEqualTo(Duration.ZERO);
  }

  /// Time from the last of very many calls until all have ended.
  private static double lastPaced(double aSecond, Random random) {
    return IntStream.range(0, 300)
        .mapToDouble(i -> MEDIAN * Math.exp(SPREAD * random.nextGaussian()) - i / aSecond)
        .max()
        .orElseThrow();
  }

  /// Time until the last of some calls ends that are under way for `age` seconds.
  private static double lastOf(int calls, double age, Random random) {
    return DoubleStream.generate(() -> MEDIAN * Math.exp(SPREAD * random.nextGaussian()))
            .filter(one -> one > age)
            .limit(calls)
            .max()
            .orElseThrow()
        - age;
  }
}
