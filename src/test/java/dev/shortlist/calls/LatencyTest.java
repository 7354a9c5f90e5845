package dev.shortlist.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
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

    var promised = LATENCY.untilAnswered(aged(calls, age), 0, Duration.ZERO);

    assertThat(promised.toMillis() / 1000.0 / taken).isBetween(0.7, 1.3);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 5, 40})
  void the_last_answer_of_calls_sent_at_a_pace_comes_as_late_as_it_does(double aSecond) {
    var random = new Random(7);
    double taken =
        DoubleStream.generate(() -> lastPaced(aSecond, random)).limit(4000).average().orElseThrow();

    var promised = LATENCY.untilAnswered(List.of(), 300, seconds(299 / aSecond));

    assertThat((promised.toMillis() / 1000.0 - 299 / aSecond) / taken).isBetween(0.9, 1.1);
  }

  @Test
  void where_all_take_the_same_the_last_is_no_later() {
    var latency = new Latency(Duration.ofSeconds(2), 0);

    assertThat(inSeconds(latency.untilAnswered(List.of(), 50, Duration.ZERO))).isEqualTo("2.00");
    assertThat(inSeconds(latency.untilAnswered(aged(50, 0.5), 0, Duration.ZERO))).isEqualTo("1.50");
    assertThat(inSeconds(latency.untilAnswered(aged(1, 5), 0, Duration.ZERO))).isEqualTo("0.00");
    assertThat(inSeconds(latency.untilAnswered(aged(50, 0), 40, Duration.ofSeconds(3))))
        .isEqualTo("5.00");
  }

  @Test
  void one_that_takes_far_longer_than_any_is_still_waited_for() {
    assertThat(LATENCY.untilAnswered(aged(1, 60), 0, Duration.ZERO))
        .isGreaterThanOrEqualTo(Duration.ZERO);
  }

  @Test
  void those_not_answered_yet_count_as_far_as_they_are_known() {
    var random = new Random(7);
    var answered = new ArrayList<Duration>();
    var underWay = new ArrayList<Duration>();
    for (int i = 0; i < 400; i++) {
      double takes = MEDIAN * Math.exp(SPREAD * random.nextGaussian());
      double age = 2.0 * i / 400;
      if (takes < age) {
        answered.add(seconds(takes));
      } else {
        underWay.add(seconds(age));
      }
    }

    assertThat(answered).hasSizeLessThan(underWay.size());
    var quick = Latency.of(answered, List.of());
    var all = Latency.of(answered, underWay);
    assertThat(all.mean().toMillis() / (double) LATENCY.mean().toMillis()).isBetween(0.93, 1.07);
    assertThat(all.spread()).isBetween(0.3, 0.4);
    assertThat(quick.mean()).isLessThan(all.mean());
  }

  @Test
  void one_that_hangs_changes_little() {
    var answered = IntStream.range(0, 40).mapToObj(i -> seconds(1 + i / 40.0)).toList();

    var hanging = Latency.of(answered, aged(1, 100));

    assertThat(hanging.mean()).isBetween(seconds(1.45), seconds(1.6));
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

  private static List<Duration> aged(int calls, double seconds) {
    return Collections.nCopies(calls, seconds(seconds));
  }

  private static Duration seconds(double seconds) {
    return Duration.ofMillis(Math.round(1000 * seconds));
  }

  private static String inSeconds(Duration duration) {
    return String.format(Locale.ROOT, "%.2f", duration.toMillis() / 1000.0);
  }
}
