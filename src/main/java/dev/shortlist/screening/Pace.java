package dev.shortlist.screening;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How fast the CVs of a screening were finished lately: the time from one to the next, where the
/// latest count most. Each counts a twentieth less than the one after it.
///
/// @param each time from one finished CV to the next
/// @param last when the last one was finished
record Pace(Duration each, Instant last) {
  /// How many of the CVs finished last tell something.
  static final int SAMPLE = 60;

  private static final int FEW = 6;
  private static final double MEMORY = 0.95;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /// The pace as of `now`; nothing while too few are finished to tell, and when it stands still.
  ///
  /// @param finished when CVs were finished, latest first
  static Optional<Pace> of(List<Instant> finished, Instant now) {
    if (finished.size() < FEW) {
      return Optional.empty();
    }
    double time = 0;
    double weights = 0;
    double weight = 1;
    for (int i = 1; i < finished.size(); i++) {
      time += weight * seconds(Duration.between(finished.get(i), finished.get(i - 1)));
      weights += weight;
      weight *= MEMORY;
    }
    var pace = new Pace(Duration.ofNanos(Math.round(time / weights * 1e9)), finished.getFirst());
    return pace.standsStill(now) ? Optional.empty() : Optional.of(pace);
  }

  double perMinute() {
    return 60 / Math.max(seconds(each), 1e-6);
  }

  /// Time until `open` more are through.
  ///
  /// The queue serves accounts in turns. So `accounts` others with work take as many turns as we
  /// do, as long as they have work: with `before` tasks that come before our last.
  ///
  /// @param now when that is asked
  Duration remaining(int open, int accounts, int before, Instant now) {
    double turns = (open + before) / (1.0 + accounts);
    double since = Math.min(seconds(Duration.between(last, now)), seconds(each));
    double left = Math.max(0, seconds(each) * Math.min(turns, open) - Math.max(0, since));
    return Duration.ofMillis(Math.round(1000 * left));
  }

  private boolean standsStill(Instant now) {
    return Duration.between(last, now).compareTo(each.multipliedBy(SAMPLE).plus(PATIENCE)) > 0;
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }
}
