package dev.shortlist.text;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Kills a child that takes too long over a file, by the wall clock or by what it takes of the
/// processor.
final class Alarm {
  enum Cause {
    WALL_TIME,
    PROCESSOR_TIME
  }

  private static final int LOOK_MILLIS = 200;

  private final Process child;
  private final Limits limits;
  private final Duration processorBefore;
  private final ScheduledFuture<?> looking;
  private final AtomicLong deadline;
  private volatile @Nullable Cause cause;

  Alarm(Process child, Limits limits, ScheduledExecutorService watch) {
    this.child = child;
    this.limits = limits;
    this.processorBefore = processorTime();
    this.deadline = new AtomicLong(System.nanoTime() + limits.time().toNanos());
    long step = Math.min(LOOK_MILLIS, limits.time().toMillis());
    this.looking = watch.scheduleWithFixedDelay(this::look, step, step, TimeUnit.MILLISECONDS);
  }

  /// Why the child was killed; absent if it was not.
  @Nullable Cause cause() {
    return cause;
  }

  void extend(Duration time) {
    deadline.addAndGet(time.toNanos());
  }

  void cancel() {
    looking.cancel(false);
  }

  /// Ends `process` and what it has started.
  static void kill(Process process) {
    var started = process.descendants().toList();
    process.destroyForcibly();
    started.forEach(ProcessHandle::destroyForcibly);
  }

  private void look() {
    if (System.nanoTime() - deadline.get() >= 0) {
      end(Cause.WALL_TIME);
    } else if (processorTime().minus(processorBefore).compareTo(limits.processor()) > 0) {
      end(Cause.PROCESSOR_TIME);
    }
  }

  private void end(Cause why) {
    cause = why;
    looking.cancel(false);
    kill(child);
  }

  /// Zero where the platform does not tell.
  private Duration processorTime() {
    return child.info().totalCpuDuration().orElse(Duration.ZERO);
  }
}
