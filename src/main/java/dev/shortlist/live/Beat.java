package dev.shortlist.live;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Does something about a key whenever it is struck: at once if the last time is long enough ago,
/// else as soon as it is, and then once however often it was struck.
public final class Beat<K> implements AutoCloseable {
  private enum State {
    RESTING,
    STRUCK
  }

  private final Duration interval;
  private final ExecutorService threads;
  private final Consumer<K> action;
  private final Map<K, State> states = new ConcurrentHashMap<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("beat").factory());

  /// @param interval shortest time from one start of the action for a key to the next
  /// @param threads where the action runs
  public Beat(Duration interval, ExecutorService threads, Consumer<K> action) {
    this.interval = interval;
    this.threads = threads;
    this.action = action;
  }

  public void strike(K key) {
    var now = states.compute(key, (same, state) -> state == null ? State.RESTING : State.STRUCK);
    if (now == State.RESTING) {
      act(key);
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }

  private void act(K key) {
    try {
      var _ = timer.schedule(() -> rested(key), interval.toNanos(), TimeUnit.NANOSECONDS);
      threads.execute(() -> action.accept(key));
    } catch (RejectedExecutionException e) {
      states.remove(key); // the program stops
    }
  }

  private void rested(K key) {
    var now =
        states.computeIfPresent(key, (same, state) -> state == State.STRUCK ? State.RESTING : null);
    if (now != null) {
      act(key);
    }
  }
}
