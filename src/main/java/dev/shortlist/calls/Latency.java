package dev.shortlist.calls;

import java.time.Duration;

/// How long calls take: as many longer than the median by a factor as shorter by it, which is what
/// providers' answers look like.
///
/// @param mean of all calls
/// @param spread standard deviation of the logarithm of their times; 0 where all take the same
public record Latency(Duration mean, double spread) {
  public Latency {
    if (!(spread >= 0)) {
      throw new IllegalArgumentException("a spread is 0 or more but is " + spread);
    }
  }

  /// Time until the last of some calls is answered that are all under way.
  ///
  /// @param calls how many, from 1
  /// @param age for how long they have been
  public Duration last(int calls, Duration age) {
    if (spread == 0) {
      return age.compareTo(mean) < 0 ? mean.minus(age) : Duration.ZERO;
    }
    double median = seconds(mean) / Math.exp(spread * spread / 2);
    double gone = age.isPositive() ? share(Math.log(seconds(age) / median) / spread) : 0;
    // Where the longest of so many stands among all, on average (Blom 1958).
    double place = (calls - 0.375) / (calls + 0.25);
    double left = Math.max(1e-6, (1 - gone) * (1 - place));
    double longest = median * Math.exp(spread * normal(1 - left));
    return Duration.ofMillis(Math.round(1000 * Math.max(0, longest - seconds(age))));
  }

  /// Time from the last of many calls, of which so many a second are sent, until all are answered:
  /// an earlier one may be the last to be answered, and has had its time already.
  ///
  /// @param aSecond calls, above 0
  public Duration lastOfMany(double aSecond) {
    if (spread == 0) {
      return mean;
    }
    double median = seconds(mean) / Math.exp(spread * spread / 2);
    double least = 0;
    double most = 100 * median;
    for (int i = 0; i < 40; i++) {
      double middle = (least + most) / 2;
      // As likely as not that neither the last call nor one before it is answered later than that.
      double last = share(Math.log(middle / median) / spread);
      double others = aSecond * beyond(middle + 0.5 / aSecond, median);
      if (Math.log(last) - others < -Math.log(2)) {
        least = middle;
      } else {
        most = middle;
      }
    }
    return Duration.ofMillis(Math.round(1000 * most));
  }

  /// What calls take longer than `limit` seconds, on average over all: the partial expectation of a
  /// lognormal distribution.
  private double beyond(double limit, double median) {
    double over = Math.log(median / limit) / spread;
    return seconds(mean) * share(over + spread) - limit * share(over);
  }

  /// How many standard deviations above the mean a `share` of a normal distribution ends (Tukey's
  /// lambda, within 0.03 where it matters).
  private static double normal(double share) {
    return 4.91 * (Math.pow(share, 0.14) - Math.pow(1 - share, 0.14));
  }

  /// Share of a normal distribution that is below (within 0.0002).
  private static double share(double deviations) {
    return 1 / (1 + Math.exp(-1.5976 * deviations - 0.07056 * Math.pow(deviations, 3)));
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }
}
