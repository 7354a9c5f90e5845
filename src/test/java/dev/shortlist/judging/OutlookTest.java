package dev.shortlist.judging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.calls.Latency;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is promised of a screening's calls, held against calls that are played through.
class OutlookTest {
  private static final double SPREAD = 0.35;
  private static final Duration MEAN = Duration.ofMillis(1600);
  private static final Latency LATENCY = new Latency(MEAN, SPREAD);

  /// Calls, seconds from one sent to the next, and places.
  @ParameterizedTest
  @CsvSource({
    "70, 0.1, 64",
    "200, 0.03, 64",
    "200, 0, 64",
    "45, 4.1, 5",
    "40, 0, 5",
    "25, 0.3, 64"
  })
  void is_right_at_a_quarter_a_half_and_three_quarters(int calls, double apart, int places) {
    for (double share : new double[] {0.25, 0.5, 0.75}) {
      var ratios = new ArrayList<Double>();
      for (int seed = 0; seed < 200; seed++) {
        ratios.add(played(new Random(seed), calls, apart, places, share));
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
  void calls_that_find_no_place_wait_for_those_under_way() {
    var outlook = new Outlook(10, Collections.nCopies(5, Duration.ZERO), LATENCY, 5);

    assertThat(outlook.untilThereIsRoom()).isEqualTo(MEAN.multipliedBy(2));
    assertThat(
            new Outlook(10, Collections.nCopies(5, Duration.ZERO), LATENCY, 15).untilThereIsRoom())
        .isZero();
  }

  /// What was promised when that share of the calls was answered, by the time it took from then.
  private static double played(Random random, int calls, double apart, int places, double share) {
    double[] sent = new double[calls];
    double[] ended = new double[calls];
    for (int i = 0; i < calls; i++) {
      sent[i] = i == 0 ? 0 : sent[i - 1] + apart;
      if (i >= places) {
        double free = sorted(ended, i).get(i - places);
        sent[i] = Math.max(sent[i], free);
      }
      double median = MEAN.toMillis() / 1000.0 / Math.exp(SPREAD * SPREAD / 2);
      ended[i] = sent[i] + median * Math.exp(SPREAD * random.nextGaussian());
    }
    var order = sorted(ended, calls);
    double now = order.get((int) Math.ceil(share * calls) - 1);
    double promised = promised(sent, ended, now, apart, places).toMillis() / 1000.0;
    return promised / (order.getLast() - now);
  }

  private static Duration promised(
      double[] sent, double[] ended, double now, double apart, int places) {
    int unsent = 0;
    var answered = new ArrayList<Duration>();
    var underWay = new ArrayList<Duration>();
    for (int i = 0; i < sent.length; i++) {
      if (sent[i] > now) {
        unsent++;
      } else if (ended[i] > now) {
        underWay.add(seconds(now - sent[i]));
      } else {
        answered.add(seconds(ended[i] - sent[i]));
      }
    }
    var outlook = new Outlook(unsent, underWay, Latency.of(answered, underWay), places);
    var paced = seconds(apart * unsent);
    var room = unsent == 0 ? Duration.ZERO : outlook.untilThereIsRoom();
    return outlook.left(paced.compareTo(room) > 0 ? paced : room);
  }

  private static Duration seconds(double seconds) {
    return Duration.ofMillis(Math.round(1000 * seconds));
  }

  private static List<Double> sorted(double[] times, int first) {
    var all = new ArrayList<Double>();
    for (int i = 0; i < first; i++) {
      all.add(times[i]);
    }
    Collections.sort(all);
    return all;
  }
}
