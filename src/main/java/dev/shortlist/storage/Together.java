package dev.shortlist.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Does the same with many things, several at a time, as what takes long is to wait.
final class Together {
  private static final int AT_ONCE = 16;

  private Together() {}

  /// @throws IOException of the first that fails; those that were not begun then are left out
  static <T> void each(Collection<T> things, Work<T> work) throws IOException {
    try (var threads = Executors.newFixedThreadPool(Math.clamp(things.size(), 1, AT_ONCE))) {
      each(threads, things, work);
    }
  }

  private static <T> void each(ExecutorService threads, Collection<T> things, Work<T> work)
      throws IOException {
    var begun = new ArrayList<Future<T>>();
    for (T thing : things) {
      begun.add(
          threads.submit(() -> {
            work.on(thing);
            return thing;
          }));
    }
    try {
      for (Future<T> one : begun) {
        one.get();
      }
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while files were moved", e);
    } catch (ExecutionException e) {
      threads.shutdownNow();
      switch (e.getCause()) {
        case IOException io -> throw io;
        case UncheckedIOException io -> throw io.getCause();
        case null, default -> throw new IOException(e);
      }
    }
  }

  @FunctionalInterface
  interface Work<T> {
    void on(T thing) throws IOException;
  }
}
