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
    return sending.plus(latency.last(atTheEnd(sending), Duration.ZERO));
  }

  /// Time until so many are answered that the last one can be sent.
  Duration untilThereIsRoom() {
    int ahead = Math.max(0, unsent + underWay.calls() - places);
    return latency.mean().multipliedBy(ahead).dividedBy(places);
  }

  /// How many calls will be under way when the last one is sent.
  private int atTheEnd(Duration sending) {
    int most = Math.min(places, Math.max(1, unsent + underWay.calls()));
    if (!sending.isPositive()) {
      return most;
    }
    double aSecond = Math.max(1, unsent) / seconds(sending);
    return Math.clamp(Math.round(aSecond * seconds(latency.mean())), 1, most);
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }
}
