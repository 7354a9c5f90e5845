package dev.shortlist.tasks;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Interrupts work that takes too long.
record TimeLimit(ScheduledExecutorService timer, Duration limit) {

  /// @throws TookTooLong if the work was interrupted because its time was up
  <T> T run(Callable<T> work) throws Exception {
    var watch = new Watch(Thread.currentThread());
    var alarm = timer.schedule(watch::timeUp, limit.toMillis(), TimeUnit.MILLISECONDS);
    try {
      return work.call();
    } catch (Exception e) {
      throw watch.rings() ? new TookTooLong(limit, e) : e;
    } finally {
      alarm.cancel(false);
      watch.end();
    }
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
    private final Thread thread;
    private boolean over;
    private boolean rings;

    Watch(Thread thread) {
      this.thread = thread;
    }

    synchronized void timeUp() {
      if (!over) {
        rings = true;
        thread.interrupt();
      }
    }

    synchronized boolean rings() {
      return rings;
    }

    synchronized void end() {
      over = true;
      if (rings) {
        Thread.interrupted(); // the interrupt was for the work
      }
    }
  }
}
