package dev.shortlist.judging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.calls.Latency;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is promised of a screening's calls, held against calls that are played through.
class OutlookTest {
  private static final double SPREAD = 0.35;
  private static final Duration MEAN = Duration.ofMillis(1600);
  private static final Latency LATENCY = new Latency(MEAN, SPREAD);

  /// Calls, seconds from one sent to the next, places, and the share that comes to nothing.
  @ParameterizedTest
  @CsvSource({
    "70, 0.1, 64, 0",
    "200, 0.03, 64, 0",
    "200, 0, 64, 0",
    "45, 4.1, 5, 0",
    "40, 0, 5, 0",
    "25, 0.3, 64, 0",
    "200, 0, 16, 0.2",
    "200, 0, 64, 0.1",
    "45, 4.1, 5, 0.2",
    "120, 0.1, 16, 0.3"
  })
  void is_right_at_a_quarter_a_half_and_three_quarters(
      int calls, double apart, int places, double failing) {
    for (double share : new double[] {0.25, 0.5, 0.75}) {
      var ratios = new ArrayList<Double>();
      for (int seed = 0; seed < 200; seed++) {
        ratios.add(new Played(new Random(seed), calls, apart, places, failing).ratio(share));
      }
      Collections.sort(ratios);
      assertThat(ratios.get(100)).as("at %s", share).isBetween(0.85, 1.15);
      assertThat(ratios.get(20)).as("a tenth at %s", share).isGreaterThan(0.5);
      assertThat(ratios.get(180)).as("nine tenths at %s", share).isLessThan(1.5);
    }
  }

  @Test
  void before_anything_is_known_it_is_the_usual_time_of_a_call() {
    var outlook = new Outlook(0, List.of(), LATENCY, 64);

    assertThat(outlook.left(Duration.ZERO)).isEqualTo(MEAN);
  }

  @Test
  void those_that_come_to_nothing_are_made_again_and_so_are_some_of_the_repeats() {
    assertThat(new Outlook(10, List.of(MEAN), LATENCY, 5).sends()).isEqualTo(10);
    var failing = LATENCY.failing(0.2);
    assertThat(new Outlook(80, List.of(), failing, 5).sends()).isEqualTo(100);
    assertThat(new Outlook(0, Collections.nCopies(16, MEAN), failing, 16).sends()).isEqualTo(4);
  }

  @Test
  void calls_that_find_no_place_wait_for_those_under_way() {
    var outlook = new Outlook(10, Collections.nCopies(5, Duration.ZERO), LATENCY, 5);

    assertThat(outlook.untilThereIsRoom()).isEqualTo(MEAN.multipliedBy(2));
    assertThat(
            new Outlook(10, Collections.nCopies(5, Duration.ZERO), LATENCY, 15).untilThereIsRoom())
        .isZero();
  }

  /// Calls that are made in each place one after the other; one that comes to nothing is made again
  /// at once.
  private static final class Played {
    private final List<Sent> sent = new ArrayList<>();
    private final int calls;
    private final double apart;
    private final int places;

    private record Sent(int call, double at, double ended, boolean failed) {}

    Played(Random random, int calls, double apart, int places, double failing) {
      this.calls = calls;
      this.apart = apart;
      this.places = places;
      double median = MEAN.toMillis() / 1000.0 / Math.exp(SPREAD * SPREAD / 2);
      var busy = new PriorityQueue<Sent>(Comparator.comparingDouble(Sent::ended));
      double next = 0;
      int begun = 0;
      while (begun < calls || busy.stream().anyMatch(Sent::failed)) {
        boolean isFree = busy.size() < places && begun < calls;
        var before = isFree ? null : busy.remove();
        if (before != null && !before.failed() && begun == calls) {
          continue;
        }
        int call = before != null && before.failed() ? before.call() : begun++;
        double at = Math.max(next, before == null ? 0 : before.ended());
        double ended = at + median * Math.exp(SPREAD * random.nextGaussian());
        var made = new Sent(call, at, ended, random.nextDouble() < failing);
        next = at + apart;
        sent.add(made);
        busy.add(made);
      }
    }

    /// What was promised when that share of the calls was answered, by the time it took from then.
    double ratio(double share) {
      var answered = sent.stream().filter(one -> !one.failed()).map(Sent::ended).sorted().toList();
      double now = answered.get((int) Math.ceil(share * calls) - 1);
      return promised(now).toMillis() / 1000.0 / (answered.getLast() - now);
    }

    private Duration promised(double now) {
      var known = sent.stream().filter(one -> one.ended() <= now).toList();
      var underWay =
          sent.stream()
              .filter(one -> one.at() <= now && one.ended() > now)
              .map(one -> seconds(now - one.at()))
              .toList();
      var answered =
          known.stream()
              .filter(one -> !one.failed())
              .map(one -> seconds(one.ended() - one.at()))
              .toList();
      double failing = 1 - answered.size() / (double) known.size();
      int unsent = calls - answered.size() - underWay.size();
      var latency = Latency.of(answered, underWay).failing(failing);
      var outlook = new Outlook(Math.max(0, unsent), underWay, latency, places);
      var paced = seconds(apart * outlook.sends());
      var room = outlook.sends() == 0 ? Duration.ZERO : outlook.untilThereIsRoom();
      return outlook.left(paced.compareTo(room) > 0 ? paced : room);
    }
  }

  private static Duration seconds(double seconds) {
    return Duration.ofMillis(Math.round(1000 * seconds));
  }
}
