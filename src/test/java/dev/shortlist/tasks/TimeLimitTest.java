package dev.shortlist.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class TimeLimitTest {
  private final SteppedTimer timer = new SteppedTimer();
  private final UUID batch = UUID.randomUUID();

  @AfterEach
  void stop() {
    timer.shutdownNow();
  }

  @Test
  void work_goes_on_for_as_long_as_it_may_and_is_interrupted_then() {
    var limit = new TimeLimit(timer, Duration.ofMinutes(30));

    assertThatThrownBy(() ->
            limit.run(
                batch,
                () -> {
                  timer.pass(Duration.ofMinutes(30).minusMillis(1));
                  assertThat(Thread.currentThread().isInterrupted()).isFalse();
                  timer.pass(Duration.ofMillis(1));
                  new CountDownLatch(1).await();
                  return "never";
                }))
        .isInstanceOf(TimeLimit.TookTooLong.class)
        .hasMessage("took longer than PT30M");
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void time_that_is_up_after_the_work_interrupts_nobody() throws Exception {
    var limit = new TimeLimit(timer, Duration.ofMinutes(2));

    assertThat(limit.run(batch, () -> "done")).isEqualTo("done");
    timer.pass(Duration.ofMinutes(3));
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void a_stopped_batch_is_interrupted_and_no_other() throws Exception {
    var limit = new TimeLimit(timer, Duration.ofMinutes(2));

    assertThatThrownBy(() ->
            limit.run(
                batch,
                () -> {
                  limit.stop(batch);
                  new CountDownLatch(1).await();
                  return "never";
                }))
        .isInstanceOf(TimeLimit.Stopped.class);
    assertThat(
            limit.run(
                batch,
                () -> {
                  limit.stop(UUID.randomUUID());
                  return Thread.currentThread().isInterrupted();
                }))
        .isFalse();
  }

  /// Time passes when it is told to.
  private static final class SteppedTimer extends ScheduledThreadPoolExecutor {
    private final AtomicReference<Alarm> alarm = new AtomicReference<>();

    SteppedTimer() {
      super(1);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
      var future = super.schedule(() -> {}, 1, TimeUnit.DAYS);
      alarm.set(new Alarm(command, Duration.of(delay, unit.toChronoUnit()), future));
      return future;
    }

    void pass(Duration time) {
      var waiting = alarm.get();
      if (waiting.future().isCancelled()) {
        return;
      }
      var left = waiting.left().minus(time);
      alarm.set(new Alarm(waiting.command(), left, waiting.future()));
      if (!left.isPositive()) {
        waiting.command().run();
      }
    }

    private record Alarm(Runnable command, Duration left, ScheduledFuture<?> future) {}
  }
}
