package dev.shortlist.tasks;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Interrupts work that takes too long, or that nobody wants any more.
final class TimeLimit {
  private final ScheduledExecutorService timer;
  private final Duration limit;
  private final Set<Watch> watches = ConcurrentHashMap.newKeySet();

  TimeLimit(ScheduledExecutorService timer, Duration limit) {
    this.timer = timer;
    this.limit = limit;
  }

  /// @throws TookTooLong if the work was interrupted because its time was up
  /// @throws Stopped if it was interrupted because its batch was stopped
  <T> T run(UUID batch, Callable<T> work) throws Exception {
    var watch = new Watch(batch, Thread.currentThread());
    watches.add(watch);
    var alarm = timer.schedule(watch::timeUp, limit.toMillis(), TimeUnit.MILLISECONDS);
    try {
      return work.call();
    } catch (Exception e) {
      throw switch (watch.rings()) {
        case NOT -> e;
        case TIME_UP -> new TookTooLong(limit, e);
        case STOPPED -> new Stopped();
      };
    } finally {
      alarm.cancel(false);
      watches.remove(watch);
      watch.end();
    }
  }

  /// Interrupts what is going on for `batch`.
  void stop(UUID batch) {
    watches.stream().filter(watch -> watch.batch.equals(batch)).forEach(Watch::stop);
  }

  /// The work's batch was stopped.
  static final class Stopped extends Exception {
    private static final long serialVersionUID = 1;
  }

  /// The work did not end within its time.
  static final class TookTooLong extends Exception {
    private static final long serialVersionUID = 1;

    TookTooLong(Duration limit, Throwable cause) {
      super("took longer than " + limit, cause);
    }
  }

  /// Interrupts a thread while the work goes on and never after it.
  private static final class Watch {
    private final UUID batch;
    private final Thread thread;
    private boolean over;
    private Ring rings = Ring.NOT;

    Watch(UUID batch, Thread thread) {
      this.batch = batch;
      this.thread = thread;
    }

    void timeUp() {
      ring(Ring.TIME_UP);
    }

    void stop() {
      ring(Ring.STOPPED);
    }

    synchronized Ring rings() {
      return rings;
    }

    synchronized void end() {
      over = true;
      if (rings != Ring.NOT) {
        Thread.interrupted(); // the interrupt was for the work
      }
    }

    private synchronized void ring(Ring why) {
      if (!over && rings == Ring.NOT) {
        rings = why;
        thread.interrupt();
      }
    }
  }

  private enum Ring {
    NOT,
    TIME_UP,
    STOPPED
  }
}
