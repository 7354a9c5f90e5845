package dev.shortlist.api;

import dev.shortlist.accounts.Pass;
import dev.shortlist.accounts.Permission;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/// Keeps open streams of events from being taken for dead, and ends them when the program stops or
/// when who opened them may no longer see what they tell.
@Component
class Heartbeat implements AutoCloseable {
  private static final int SECONDS = 15;
  private static final int SECONDS_BETWEEN_CHECKS = 2;

  private final Set<Stream> streams = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("heartbeat").factory());

  Heartbeat() {
    var _ = timer.scheduleAtFixedRate(this::beat, SECONDS, SECONDS, TimeUnit.SECONDS);
    var _ =
        timer.scheduleWithFixedDelay(
            this::check, SECONDS_BETWEEN_CHECKS, SECONDS_BETWEEN_CHECKS, TimeUnit.SECONDS);
  }

  void add(Stream stream) {
    streams.add(stream);
  }

  void remove(Stream stream) {
    streams.remove(stream);
  }

  /// Before the server waits for the requests that are going on: these would never end.
  @EventListener(ContextClosedEvent.class)
  void end() {
    timer.shutdownNow();
    streams.forEach(stream -> threads.execute(stream::end));
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  /// On a thread for each, as one may be stuck.
  private void beat() {
    streams.forEach(stream -> threads.execute(() -> beat(stream)));
  }

  /// Looks once for all streams that were opened with the same.
  private void check() {
    streams.stream()
        .collect(Collectors.groupingBy(Stream::pass))
        .forEach((pass, opened) ->
            threads.execute(() -> {
              try {
                if (!pass.gives(Permission.READ)) {
                  opened.forEach(Stream::end);
                }
              } catch (DataAccessException _) {
                // Without a database there is nothing to tell; asked again in two seconds.
              }
            }));
  }

  private static void beat(Stream stream) {
    try {
      stream.beat();
    } catch (RuntimeException e) {
      stream.end();
    }
  }

  /// A connection events go out on.
  interface Stream {
    /// Sends a sign of life.
    ///
    /// @throws RuntimeException if the other side is gone
    void beat();

    /// What it was opened with.
    Pass pass();

    void end();
  }
}
