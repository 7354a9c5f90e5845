package dev.shortlist.judging;

import dev.shortlist.calls.Latency;
import java.time.Duration;
import java.util.List;

/// When the calls of a screening will be answered: the last ones are, when the slowest of those
/// under way together is.
///
/// @param unsent calls that are still to be made
/// @param underWay for how long those under way have been
/// @param places calls that may be under way at once
record Outlook(int unsent, List<Duration> underWay, Latency latency, int places) {

  /// Calls to be made, with those that will come to nothing.
  int sends() {
    return (int)
        Math.ceil((unsent + underWay.size() * latency.failing()) / (1 - latency.failing()));
  }

  /// Time until the last answer.
  ///
  /// @param sending time until the last call is sent
  Duration left(Duration sending) {
    if (unsent == 0 && underWay.isEmpty() && !sending.isPositive()) {
      return latency.mean();
    }
    int last = sending.isPositive() ? Math.max(1, unsent) : unsent;
    return latency.untilAnswered(underWay, last, sending);
  }

  /// Time until so many are answered that the last one can be sent.
  Duration untilThereIsRoom() {
    int ahead = Math.max(0, unsent + underWay.size() - places);
    return latency.meanWithRepeats().multipliedBy(ahead).dividedBy(places);
  }
}
