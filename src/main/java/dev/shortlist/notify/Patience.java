package dev.shortlist.notify;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// How long something that was not taken waits before it is sent again, and when it is given up.
///
/// @param whole how long it is tried in all
record Patience(Duration first, Duration longest, Duration whole, RandomGenerator random) {
  private static final int MOST_DOUBLINGS = 12;

  /// Doubles with each failure; half of it is left to chance.
  ///
  /// @param failures that were before this one
  Duration backoff(int failures) {
    var doubled = first.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
    var wait = doubled.compareTo(longest) < 0 ? doubled : longest;
    return wait.dividedBy(2).plusMillis(random.nextLong(wait.toMillis() / 2 + 1));
  }

  /// How long until it is tried again; empty when it was tried long enough.
  ///
  /// @param since when it was first to be sent
  /// @param asked how long the other side wants to be left alone, absent when it said nothing
  Optional<Duration> next(int failures, @Nullable Duration asked, Instant since, Instant now) {
    var wait = backoff(failures);
    var longer = asked != null && asked.compareTo(wait) > 0 ? asked : wait;
    return now.plus(longer).isBefore(since.plus(whole)) ? Optional.of(longer) : Optional.empty();
  }
}
