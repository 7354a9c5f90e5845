package dev.shortlist.feed;

import dev.shortlist.feed.News.Change;
import dev.shortlist.screening.ApplicationId;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which changes of a screening were told.
///
/// A change gets its number before its commit, so a smaller number may show after a greater one.
/// All up to the floor is told for good: the transactions that could still show something there
/// have ended. What is above the floor is looked at again each time.
final class Told {
  /// A transaction is numbered a moment after the first change in it.
  private static final Duration MOMENT = Duration.ofSeconds(2);

  private final Map<ApplicationId, Long> aboveFloor = new HashMap<>();
  private final Deque<Mark> marks = new ArrayDeque<>();
  private long floor;
  private long highest;

  Told(long floor) {
    this.floor = floor;
    this.highest = floor;
  }

  long floor() {
    return floor;
  }

  /// How many of the changes above the floor are told.
  int aboveFloor() {
    return aboveFloor.size();
  }

  /// The changes of `report` that were not told; from now on they are.
  ///
  /// @param now from [System#nanoTime]
  List<Change> tell(News.Report report, long now) {
    var untold = new ArrayList<Change>();
    for (Change change : report.changes()) {
      Long known = aboveFloor.put(change.application().id(), change.number());
      if (known == null || known != change.number()) {
        untold.add(change);
      }
      highest = Math.max(highest, change.number());
    }
    raise(report, now);
    return untold;
  }

  private void raise(News.Report report, long now) {
    long before = floor;
    while (!marks.isEmpty() && marks.getFirst().isSafe(report.oldestOpen(), now)) {
      floor = Math.max(floor, marks.removeFirst().highest());
    }
    if (floor > before) {
      aboveFloor.values().removeIf(number -> number <= floor);
    }
    if (highest > floor) {
      marks.add(new Mark(highest, report.nextToCome(), now));
    }
  }

  /// @param nextToCome all transactions that can show a change up to `highest` have smaller numbers
  private record Mark(long highest, long nextToCome, long at) {
    boolean isSafe(long oldestOpen, long now) {
      return oldestOpen >= nextToCome && now - at > MOMENT.toNanos();
    }
  }
}
