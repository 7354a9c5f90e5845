package dev.shortlist.live;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Events on their way to one subscriber, who gets them one after the other.
///
/// A subscriber that cannot keep up is dropped: what waits for it would fill the memory.
///
/// @param <E> what is told
public final class Subscription<E> implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Subscription.class);

  private final Consumer<E> to;
  private final Executor executor;
  private final Duration patience;
  private final Consumer<Subscription<E>> whenClosed;
  private final Deque<Waiting<E>> waiting = new ArrayDeque<>();
  private Runnable whenDropped = () -> {};
  private boolean closed;
  private boolean dropped;

  /// @param patience longest time an event may wait for its subscriber
  public Subscription(
      Consumer<E> to, Executor executor, Duration patience, Consumer<Subscription<E>> whenClosed) {
    this.to = to;
    this.executor = executor;
    this.patience = patience;
    this.whenClosed = whenClosed;
  }

  /// Runs `action` when the subscriber was dropped, as it was too slow or threw an exception.
  public Subscription<E> whenDropped(Runnable action) {
    boolean late;
    synchronized (this) {
      whenDropped = action;
      late = dropped;
    }
    if (late) {
      action.run();
    }
    return this;
  }

  /// Whether events still come.
  public synchronized boolean isOpen() {
    return !closed;
  }

  /// Ends it; an event that is being told is told to its end.
  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      waiting.clear();
    }
    whenClosed.accept(this);
  }

  /// Tells it next, or drops the subscriber if it keeps others waiting too long.
  public void offer(E event) {
    switch (add(event)) {
      case STARTS -> executor.execute(this::tell);
      case TOO_SLOW -> {
        log.info("a subscriber was dropped, as it did not take its events");
        drop();
      }
      case WAITS, CLOSED -> {}
    }
  }

  private synchronized Added add(E event) {
    if (closed) {
      return Added.CLOSED;
    }
    if (!waiting.isEmpty() && waiting.getFirst().isOlderThan(patience)) {
      return Added.TOO_SLOW;
    }
    waiting.add(new Waiting<>(event, System.nanoTime()));
    return waiting.size() == 1 ? Added.STARTS : Added.WAITS;
  }

  private void tell() {
    Waiting<E> next = first();
    while (next != null) {
      try {
        to.accept(next.event());
      } catch (RuntimeException e) {
        log.debug("a subscriber was dropped, as it failed", e);
        drop();
        return;
      }
      next = afterFirst();
    }
  }

  private synchronized @Nullable Waiting<E> first() {
    return waiting.peekFirst();
  }

  /// The first stays in its place while it is told, so that its age counts.
  private synchronized @Nullable Waiting<E> afterFirst() {
    waiting.pollFirst();
    return waiting.peekFirst();
  }

  private void drop() {
    Runnable action;
    synchronized (this) {
      dropped = true;
      action = whenDropped;
    }
    close();
    action.run();
  }

  private enum Added {
    STARTS,
    WAITS,
    TOO_SLOW,
    CLOSED
  }

  private record Waiting<E>(E event, long since) {
    boolean isOlderThan(Duration age) {
      return System.nanoTime() - since > age.toNanos();
    }
  }
}
