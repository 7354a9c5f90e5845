package dev.shortlist.calls;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;

/// How long calls take: as many longer than the median by a factor as shorter by it, which is what
/// providers' answers look like.
///
/// @param mean of all calls
/// @param spread standard deviation of the logarithm of their times; 0 where all take the same
/// @param failing share that comes to nothing and is made again at once
public record Latency(Duration mean, double spread, double failing) {
  /// Rounds in which [#of] comes close enough.
  private static final int ROUNDS = 15;

  /// How exact a time is that is searched for, in seconds.
  private static final double EXACT = 0.001;

  /// A call whose answer is that sure to be there needs no look.
  private static final double SURE = 0.9999;

  /// Repeats in a row that are reckoned with.
  private static final int MOST_REPEATS = 20;

  public Latency {
    if (!(failing >= 0 && failing < 1)) {
      throw new IllegalArgumentException(
          "a share that fails is 0 or more and less than 1 but is " + failing);
    }
    if (!(spread >= 0)) {
      throw new IllegalArgumentException("a spread is 0 or more but is " + spread);
    }
  }

  /// Of calls that are all answered.
  public Latency(Duration mean, double spread) {
    this(mean, spread, 0);
  }

  /// The same where a share of the calls comes to nothing.
  public Latency failing(double share) {
    return new Latency(mean, spread, share);
  }

  /// Of one call with its repeats.
  public Duration meanWithRepeats() {
    return Duration.ofNanos(Math.round(mean.toNanos() / (1 - failing)));
  }

  /// Of calls made lately. Of those made last only the quick ones are answered, so those under way
  /// count too: each takes longer than it is old (expectation maximisation for a lognormal
  /// distribution of which some values are cut off).
  ///
  /// @param answered how long they took, at least one
  /// @param underWay for how long they have been
  public static Latency of(List<Duration> answered, List<Duration> underWay) {
    double[] known = logarithms(answered);
    double middle = DoubleStream.of(known).average().orElseThrow();
    double spread =
        Math.sqrt(DoubleStream.of(known).map(one -> square(one - middle)).average().orElseThrow());
    if (spread == 0) {
      return lognormal(middle, 0);
    }
    // One that hangs tells that it is slow, not how slow others are.
    var longest = Collections.max(answered);
    double[] least =
        logarithms(
            underWay.stream().map(age -> age.compareTo(longest) < 0 ? age : longest).toList());
    return fitted(known, least, middle, spread);
  }

  private static Latency fitted(double[] known, double[] least, double middle, double spread) {
    double center = middle;
    double width = spread;
    for (int round = 0; round < ROUNDS; round++) {
      double sum = DoubleStream.of(known).sum();
      double squares = DoubleStream.of(known).map(Latency::square).sum();
      for (double one : least) {
        double place = (one - center) / width;
        double hazard = hazard(place);
        double expected = center + width * hazard;
        sum += expected;
        squares += square(expected) + square(width) * (1 + place * hazard - square(hazard));
      }
      int all = known.length + least.length;
      center = sum / all;
      width = Math.sqrt(Math.max(1e-6, squares / all - square(center)));
    }
    return lognormal(center, width);
  }

  private static Latency lognormal(double middle, double spread) {
    return new Latency(
        Duration.ofMillis(Math.round(1000 * Math.exp(middle + square(spread) / 2))), spread);
  }

  /// Time until all calls are answered, as likely as not.
  ///
  /// @param ages for how long those under way have been
  /// @param unsent calls that are still to be sent, one after the other
  /// @param sending time until the last of them is sent
  public Duration untilAnswered(List<Duration> ages, int unsent, Duration sending) {
    double least = 0;
    double most = seconds(sending) + 100 * seconds(mean);
    while (most - least > EXACT) {
      double middle = (least + most) / 2;
      if (areAnswered(ages, unsent, seconds(sending), middle) < 0.5) {
        least = middle;
      } else {
        most = middle;
      }
    }
    return Duration.ofMillis(Math.round(1000 * most));
  }

  /// How likely all are answered `after` so many seconds.
  private double areAnswered(List<Duration> ages, int unsent, double sending, double after) {
    double likely = 1;
    for (var age : ages) {
      double open = unanswered(seconds(age), 1);
      // One that takes longer than any is answered any moment.
      likely *= open == 0 ? 1 : 1 - Math.min(1, unanswered(seconds(age) + after) / open);
    }
    // Those sent last are answered last; before the first that surely is, all are.
    for (int one = unsent; one > 0 && likely > 0; one--) {
      double answered = 1 - unanswered(after - sending * one / unsent);
      if (answered > SURE) {
        break;
      }
      likely *= answered;
    }
    return likely;
  }

  /// Share of calls without an answer after so many seconds, however often they are made.
  private double unanswered(double after) {
    double share = 0;
    double made = 1;
    for (int times = 1; times <= MOST_REPEATS && made > 1 - SURE; times++) {
      share += made * (1 - failing) * unanswered(after, times);
      made *= failing;
    }
    return share + (made > 1 - SURE ? made : 0);
  }

  /// Share that takes longer than so many seconds when each is made so many times. The sum of such
  /// times is again nearly lognormal, with a spread that shrinks with the root of their number.
  private double unanswered(double after, int times) {
    if (after <= 0) {
      return 1;
    }
    double sum = times * seconds(mean);
    if (spread == 0) {
      return after < sum ? 1 : 0;
    }
    double width = spread / Math.sqrt(times);
    return share(-Math.log(after / sum * Math.exp(square(width) / 2)) / width);
  }

  /// How dense a normal distribution is at a place, among what is above it. Far out the density is
  /// not exact enough to divide by, but this bound is (Birnbaum 1942).
  private static double hazard(double deviations) {
    double density = Math.exp(-square(deviations) / 2) / Math.sqrt(2 * Math.PI);
    double bound = (deviations + Math.sqrt(square(deviations) + 4)) / 2;
    return Math.min(density / share(-deviations), bound);
  }

  /// Share of a normal distribution that is below (within 0.0002).
  private static double share(double deviations) {
    return 1 / (1 + Math.exp(-1.5976 * deviations - 0.07056 * Math.pow(deviations, 3)));
  }

  private static double[] logarithms(List<Duration> times) {
    return times.stream().mapToDouble(time -> Math.log(Math.max(EXACT, seconds(time)))).toArray();
  }

  private static double square(double number) {
    return number * number;
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }
}
