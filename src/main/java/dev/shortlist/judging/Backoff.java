package dev.shortlist.judging;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long a call that came to nothing is left alone before it is made again: twice as long each
/// time, and never the same for two, so that what failed together does not come back together.
final class Backoff {
  private static final Duration FIRST = Duration.ofMillis(200);
  private static final Duration LONGEST = Duration.ofSeconds(3);
  private static final int MOST_DOUBLINGS = 10;

  private Backoff() {}

  /// Between half of the longest and the longest.
  ///
  /// @param failures in a row, at least 1
  static Duration after(int failures, RandomGenerator random) {
    var doubled = FIRST.multipliedBy(1L << Math.min(MOST_DOUBLINGS, failures - 1));
    long most = Math.min(doubled.toMillis(), LONGEST.toMillis());
    return Duration.ofMillis(random.nextLong(most / 2, most + 1));
  }
}
