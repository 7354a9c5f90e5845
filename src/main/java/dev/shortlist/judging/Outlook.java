package dev.shortlist.judging;

import dev.shortlist.calls.Latency;
import dev.shortlist.calls.Spending.UnderWay;
import java.time.Duration;

/// When the calls of a screening will be answered: the last ones are, when the slowest of those
/// under way together is.
///
/// @param unsent calls that are still to be made
/// @param places calls that may be under way at once
record Outlook(int unsent, UnderWay underWay, Latency latency, int places) {

  /// Time until the last answer.
  ///
  /// @param sending time until the last call is sent
  Duration left(Duration sending) {
    if (unsent == 0 && !sending.isPositive()) {
      return underWay.calls() == 0
          ? latency.mean()
          : latency.last(underWay.calls(), underWay.age());
    }
    return sending.plus(afterwards(sending));
  }

  /// From the last call sent until all are answered, at the pace they are sent.
  private Duration afterwards(Duration sending) {
    int most = Math.min(places, Math.max(1, unsent + underWay.calls()));
    var together = latency.last(most, Duration.ZERO);
    if (!sending.isPositive()) {
      return together;
    }
    var paced = latency.lastOfMany(Math.max(1, unsent) / seconds(sending));
    return paced.compareTo(together) < 0 ? paced : together;
  }

  /// Time until so many are answered that the last one can be sent.
  Duration untilThereIsRoom() {
    int ahead = Math.max(0, unsent + underWay.calls() - places);
    return latency.mean().multipliedBy(ahead).dividedBy(places);
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }
}
