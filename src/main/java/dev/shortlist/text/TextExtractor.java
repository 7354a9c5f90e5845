package dev.shortlist.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.stream.Stream;

/// Reads the visible text of CVs, in child processes: a file that hangs or eats memory costs its
/// child, and nobody else.
///
/// Thread-safe; a call blocks until a child is free and has answered. Children start when first
/// needed and end with [#close()].
public final class TextExtractor implements AutoCloseable {
  private static final String VERSION = "text-1";

  private final Limits limits;
  private final List<ChildProcess> children;
  private final BlockingQueue<ChildProcess> idle;
  private final ScheduledThreadPoolExecutor watch;

  /// @param children most child processes at a time; as many files are read in parallel
  public TextExtractor(Limits limits, int children) {
    this.limits = limits;
    this.watch =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("text-watch").factory());
    watch.setRemoveOnCancelPolicy(true);
    var command = new ChildCommand(limits);
    this.children =
        Stream.generate(() -> new ChildProcess(command, limits, watch)).limit(children).toList();
    this.idle = new ArrayBlockingQueue<>(children, false, this.children);
  }

  /// Reads `file`. What goes wrong with the file is a value; the same bytes give the same value.
  ///
  /// @param name the file's name as people gave it, for its extension; `file` may be called
  ///   anything
  /// @throws IllegalStateException if the extractor is closed, no child process can be started, or
  ///   the thread is interrupted while it waits for a child
  public Extraction extract(Path file, String name) {
    try {
      long bytes = Files.size(file);
      if (bytes == 0) {
        return new Extraction.Unreadable(Reason.EMPTY_FILE, "");
      }
      if (bytes > limits.fileBytes()) {
        return new Extraction.Unreadable(Reason.TOO_LARGE, "%,d bytes".formatted(bytes));
      }
      if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
        return new Extraction.Unreadable(Reason.UNREADABLE, "");
      }
    } catch (IOException e) {
      return new Extraction.Unreadable(Reason.UNREADABLE, "");
    }
    return inChild(file, name);
  }

  /// Name of the rules by which text is read; another one may give another text.
  public String version() {
    return VERSION;
  }

  /// Ends the children; a call that is waiting for one fails.
  @Override
  public void close() {
    watch.shutdownNow();
    children.forEach(ChildProcess::close);
  }

  private Extraction inChild(Path file, String name) {
    ChildProcess child;
    try {
      child = idle.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for a child process", e);
    }
    try {
      return twice(child, file, name);
    } catch (IOException e) {
      throw new IllegalStateException("a child process cannot be started or fed: " + e, e);
    } finally {
      idle.add(child);
    }
  }

  /// A child can die of the files before, so a death is only believed the second time.
  private Extraction twice(ChildProcess child, Path file, String name) throws IOException {
    try {
      return child.read(file, name);
    } catch (ChildProcess.Ended first) {
      if (first.stopped()) {
        return tooSlow();
      }
    }
    try {
      return child.read(file, name);
    } catch (ChildProcess.Ended second) {
      return second.stopped()
          ? tooSlow()
          : new Extraction.Unreadable(
              Reason.TOO_COSTLY, "it needs more than %d MB".formatted(limits.heapMegabytes()));
    }
  }

  private Extraction tooSlow() {
    return new Extraction.Unreadable(
        Reason.TOO_COSTLY,
        String.format(Locale.ROOT, "stopped after %.0f s", limits.time().toMillis() / 1000.0));
  }
}
