package dev.shortlist.screening;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;

/// What was written to rows that never change, for who reads it a moment later: a CV that was
/// matched is what a model is asked about next. Whoever takes it from here has found its row.
///
/// Thread-safe.
final class Lately<T> {
  private static final int MOST = 128;
  private static final Duration MOMENT = Duration.ofSeconds(10);

  private final Cache<UUID, T> kept =
      Caffeine.newBuilder()
          .maximumSize(MOST)
          .expireAfterWrite(MOMENT)
          .scheduler(Scheduler.systemScheduler())
          .build();

  void keep(UUID row, T written) {
    kept.put(row, written);
  }

  /// What was written to the row, which is read when that was long ago; it is not kept any longer.
  T take(UUID row, Supplier<T> reader) {
    var found = kept.asMap().remove(row);
    return found == null ? reader.get() : found;
  }
}
