package dev.shortlist.calls;

import dev.shortlist.calls.Quota.Spent;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// How calls that are to be made go one after another.
///
/// @param paced seconds from one to the next, as the limit of requests has it
/// @param latency seconds until an answer
/// @param needed tokens of one
/// @param spent tokens of the last minute, oldest first
record Course(double paced, double latency, Limits limits, int needed, List<Spent> spent) {

  /// Seconds until the last of some is sent.
  ///
  /// @param begin when the first may be
  double until(int calls, Instant begin) {
    return limits.tokensPerMinute() == null
        ? Math.max(paced * Math.max(0, calls - 1), room(calls))
        : withTokens(calls, begin.getEpochSecond(), limits.tokensPerMinute());
  }

  /// Seconds until so many are answered that there is a place for the last one.
  private double room(int calls) {
    int places = limits.concurrency();
    return latency / places * Math.max(0, calls - places);
  }

  /// Tokens may be spent as fast as calls can be made until those of a minute are, and again when
  /// they have gone by.
  private double withTokens(int calls, long begin, int perMinute) {
    Deque<Spent> minute = new ArrayDeque<>(spent);
    long sum = spent.stream().mapToLong(Spent::tokens).sum();
    double at = 0;
    for (int call = 1; call <= calls; call++) {
      at = Math.max(call == 1 ? 0 : at + paced, room(call));
      while (!minute.isEmpty()
          && (sum + needed > perMinute || isOver(minute.getFirst(), begin + at))) {
        var first = minute.removeFirst();
        sum -= first.tokens();
        at = Math.max(at, (double) (first.second() + Quota.MINUTE - begin));
      }
      minute.addLast(new Spent(begin + (long) at, needed));
      sum += needed;
    }
    return at;
  }

  private static boolean isOver(Spent one, double now) {
    return one.second() + Quota.MINUTE <= now;
  }
}
