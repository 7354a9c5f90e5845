package dev.shortlist.cli;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/// Does the same work on many things with several threads.
final class Parallel {
  private Parallel() {}

  /// Applies `work` to all `things` with at most `threads` at a time.
  ///
  /// @return the results in the order of the things, whatever the number of threads is
  static <T, R> List<R> map(List<T> things, int threads, Function<T, R> work) {
    try (var pool = Executors.newFixedThreadPool(threads)) {
      var futures = things.stream().map(thing -> pool.submit(() -> work.apply(thing))).toList();
      try {
        return futures.stream().map(Parallel::get).toList();
      } catch (RuntimeException | Error e) {
        pool.shutdownNow();
        throw e;
      }
    }
  }

  private static <R> R get(Future<R> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException problem) {
        throw problem;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CouldNotRun("interrupted", e);
    }
  }
}
