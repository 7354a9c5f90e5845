package dev.shortlist.screening;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PaceTest {
  private static final Instant START = Instant.parse("2026-11-22T09:00:00Z");

  @Test
  void is_unknown_at_first() {
    assertThat(Pace.of(List.of(), START)).isEmpty();
    assertThat(Pace.of(every(Duration.ofSeconds(1), 5), START)).isEmpty();
    assertThat(Pace.of(every(Duration.ofSeconds(1), 6), START)).isPresent();
  }

  @Test
  void of_a_steady_lane_is_exact() {
    var pace = Pace.of(every(Duration.ofSeconds(2), 40), START).orElseThrow();

    assertThat(pace.perMinute()).isEqualTo(30);
    assertThat(pace.remaining(100, 0, 0, START)).isEqualTo(Duration.ofSeconds(200));
  }

  @Test
  void follows_when_cvs_get_slower() {
    var finished = new ArrayList<Instant>();
    for (int i = 0; i < 30; i++) {
      finished.add(START.minusSeconds(4L * i));
    }
    Instant before = finished.getLast();
    for (int i = 1; i < 30; i++) {
      finished.add(before.minusSeconds(i));
    }
    assertThat(Pace.of(finished, START).orElseThrow().each())
        .isBetween(Duration.ofSeconds(3), Duration.ofSeconds(4));
  }

  @Test
  void is_unknown_again_when_nothing_comes_any_more() {
    var finished = every(Duration.ofSeconds(1), 40);
    assertThat(Pace.of(finished, START.plusSeconds(60))).isPresent();
    assertThat(Pace.of(finished, START.plusSeconds(200))).isEmpty();
  }

  @Test
  void what_remains_is_never_negative() {
    var finished = every(Duration.ofSeconds(10), 40);
    Instant late = START.plusSeconds(60);
    var pace = Pace.of(finished, late).orElseThrow();
    assertThat(pace.remaining(1, 0, 0, late)).isEqualTo(Duration.ZERO);
  }

  @Test
  void an_account_that_is_soon_through_leaves_its_turns_to_us() {
    var pace = Pace.of(every(Duration.ofSeconds(2), 40), START).orElseThrow(); // two in turns
    assertThat(pace.remaining(100, 1, 100, START)).isEqualTo(Duration.ofSeconds(200));
    assertThat(pace.remaining(100, 1, 10, START)).isEqualTo(Duration.ofSeconds(110));
  }

  @Test
  void on_a_steady_lane_the_time_that_remains_is_less_than_a_fifth_off() {
    var errors = new ArrayList<Double>();
    for (int seed = 0; seed < 20; seed++) {
      errors.addAll(errors(new Random(seed), 0));
    }
    assertThat(share(errors, 0.2)).isGreaterThan(0.95);
    assertThat(median(errors)).isLessThan(0.1);
  }

  @Test
  void with_another_account_in_turns_too() {
    var errors = new ArrayList<Double>();
    for (int seed = 0; seed < 20; seed++) {
      errors.addAll(errors(new Random(seed), 120));
    }
    assertThat(median(errors)).isLessThan(0.2);
  }

  /// How far off the estimates are in the course of 300 CVs on two workers, from the tenth part on
  /// and up to the last; each CV takes 0.3 to 0.7 seconds.
  ///
  /// @param others CVs of another account that wait from the beginning
  private static List<Double> errors(Random random, int others) {
    int total = 300;
    var clock = new SettableClock(START);
    var workers = new Instant[] {START, START};
    var estimates = new ArrayList<Estimate>();
    Deque<Instant> finished = new ArrayDeque<>();
    int open = total;
    int before = others;
    boolean ours = true;
    while (open > 0) {
      int worker = workers[0].isAfter(workers[1]) ? 1 : 0;
      workers[worker] = workers[worker].plusMillis(300 + random.nextInt(400));
      boolean served = ours || before == 0;
      ours = !served || before == 0;
      if (!served) {
        before--;
        continue;
      }
      open--;
      finished.addFirst(workers[worker]);
      clock.set(workers[worker]);
      var latest = finished.stream().sorted(Comparator.reverseOrder()).limit(Pace.SAMPLE);
      if (open > total / 20 && open < total * 9 / 10) {
        var pace = Pace.of(latest.toList(), clock.instant()).orElseThrow();
        estimates.add(
            new Estimate(
                clock.instant(),
                pace.remaining(open, before > 0 ? 1 : 0, before, clock.instant())));
      }
    }
    Instant end = finished.getFirst();
    return estimates.stream().map(estimate -> estimate.error(end)).toList();
  }

  private static double median(List<Double> errors) {
    return errors.stream().sorted().skip(errors.size() / 2).findFirst().orElseThrow();
  }

  private static double share(List<Double> errors, double below) {
    return (double) errors.stream().filter(error -> error < below).count() / errors.size();
  }

  private static List<Instant> every(Duration each, int count) {
    return Stream.iterate(START, time -> time.minus(each)).limit(count).toList();
  }

  private record Estimate(Instant at, Duration remaining) {
    double error(Instant end) {
      double truth = Duration.between(at, end).toMillis();
      return Math.abs(remaining.toMillis() - truth) / truth;
    }
  }
}
