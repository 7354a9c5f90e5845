package dev.shortlist.calls;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;

/// Places for calls, in which accounts take turns: one for which many wait delays another by one
/// call. Within an account they are given in the order they were asked for.
///
/// Thread-safe.
final class Places {
  private final SequencedMap<UUID, Deque<CountDownLatch>> waiting = new LinkedHashMap<>();
  private int free;

  Places(int most) {
    this.free = most;
  }

  /// Waits while all are taken.
  ///
  /// @throws InterruptedException if the thread is interrupted; it then has no place
  void take(UUID account) throws InterruptedException {
    var turn = new CountDownLatch(1);
    queue(account, turn);
    try {
      turn.await();
    } catch (InterruptedException e) {
      leave(account, turn);
      throw e;
    }
  }

  synchronized void giveBack() {
    free++;
    fill();
  }

  private synchronized void queue(UUID account, CountDownLatch turn) {
    waiting.computeIfAbsent(account, _ -> new ArrayDeque<>()).add(turn);
    fill();
  }

  private synchronized void leave(UUID account, CountDownLatch turn) {
    var queue = waiting.get(account);
    if (queue == null || !queue.remove(turn)) {
      giveBack(); // its turn came meanwhile
      return;
    }
    if (queue.isEmpty()) {
      waiting.remove(account);
    }
  }

  private void fill() {
    while (free > 0 && !waiting.isEmpty()) {
      free--;
      var next = waiting.pollFirstEntry();
      next.getValue().remove().countDown();
      if (!next.getValue().isEmpty()) {
        waiting.putLast(next.getKey(), next.getValue());
      }
    }
  }
}
