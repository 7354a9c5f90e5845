package dev.shortlist.tasks;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long a task that failed waits for its next attempt.
record Backoff(Duration first, Duration longest, RandomGenerator random) {
  private static final int MOST_DOUBLINGS = 30;

  /// Doubles with each failure; half of it is left to chance, so that what failed together does not
  /// come back together.
  ///
  /// @param failures failures so far, from 1
  Duration after(int failures, Throwable failure) {
    Duration asked =
        failure instanceof Transient told && told.retryAfter() != null
            ? told.retryAfter()
            : Duration.ZERO;
    Duration doubled = first.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
    Duration wait = doubled.compareTo(longest) < 0 ? doubled : longest;
    Duration spread = wait.dividedBy(2).plusNanos(random.nextLong(wait.toNanos() / 2 + 1));
    return asked.compareTo(spread) > 0 ? asked.plus(spread) : spread;
  }
}
