package dev.shortlist.text;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Hands out processes, each to one caller at a time: one that runs before one that would have to
/// be started, and another is started only when those that run keep callers waiting, one for long
/// or many for a good part of the time. A process more costs as much as many files, and memory:
/// most work is done as soon by the one that is there.
///
/// Thread-safe.
final class Pool<T extends Pool.Member> {
  interface Member {
    /// Whether it need not be started to be used.
    boolean runs();

    /// Whether nothing was heard of it since it was started last.
    boolean isSilent();
  }

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<T> running = new ArrayDeque<>();
  private final Deque<T> resting = new ArrayDeque<>();
  private final Set<T> busy = new HashSet<>();
  private final Waiting waiting;
  private final long patienceWithStart;

  /// @param patience how long callers wait for a process that runs before another is started
  /// @param patienceWithStart how long one waits while one that was started has not been heard of
  Pool(Duration patience, Duration patienceWithStart) {
    this.waiting = new Waiting(patience.toNanos());
    this.patienceWithStart = patienceWithStart.toNanos();
  }

  void add(Collection<T> members) {
    members.forEach(this::place);
  }

  /// Waits while all are taken.
  T take() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long begun = System.nanoTime();
      boolean starting = false;
      while (running.isEmpty()) {
        if (resting.isEmpty()) {
          changed.await();
          continue;
        }
        starting |= isStarting();
        long now = System.nanoTime();
        long left = patience(now) - (now - begun);
        if (left <= 0) {
          waiting.forgive();
          return taken(resting.pop());
        }
        changed.awaitNanos(left);
      }
      long now = System.nanoTime();
      waiting.add(starting || resting.isEmpty() ? 0 : now - begun, now);
      return taken(running.pop());
    } finally {
      lock.unlock();
    }
  }

  /// One that has to be started, when none runs or is being started.
  Optional<T> first() {
    lock.lock();
    try {
      return running.isEmpty() && busy.isEmpty() && !resting.isEmpty()
          ? Optional.of(taken(resting.pop()))
          : Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  void giveBack(T member) {
    lock.lock();
    try {
      busy.remove(member);
      place(member);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Tells that one of them is silent no longer, though it may be busy for long.
  void heard() {
    lock.lock();
    try {
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private T taken(T member) {
    busy.add(member);
    return member;
  }

  /// The one used last is used first: it is the one whose memory is in use already.
  private void place(T member) {
    (member.runs() ? running : resting).push(member);
  }

  private long patience(long now) {
    if (busy.isEmpty()) {
      return 0;
    }
    return isStarting() ? patienceWithStart : waiting.left(now);
  }

  private boolean isStarting() {
    return busy.stream().anyMatch(Member::isSilent);
  }
}
