package dev.shortlist.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.stream.Stream;

/// Reads the visible text of CVs, in child processes: a file that hangs or eats memory costs its
/// child, and nobody else.
///
/// Thread-safe; a call blocks until a child is free and has answered. One child starts when first
/// needed, others when it keeps callers waiting; they end with [#close()].
public final class TextExtractor implements AutoCloseable {
  private static final String VERSION = "text-1";
  private static final Duration PATIENCE = Duration.ofMillis(500);
  private static final Duration PATIENCE_WITH_START = Duration.ofSeconds(3);

  private final Limits limits;
  private final String version;
  private final List<ChildProcess> children;
  private final Pool<ChildProcess> pool = new Pool<>(PATIENCE, PATIENCE_WITH_START);
  private final ScheduledThreadPoolExecutor watch;

  /// Reads text without recognising pictures.
  ///
  /// @param children most child processes at a time; as many files are read in parallel
  public TextExtractor(Limits limits, int children) {
    this(new Setup(limits, Recognition.none(), Sandbox.WHERE_AVAILABLE, children));
  }

  /// @throws IllegalStateException if `setup` asks for what this machine does not have
  public TextExtractor(Setup setup) {
    this.limits = setup.limits();
    this.watch =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("text-watch").factory());
    watch.setRemoveOnCancelPolicy(true);
    var tesseract = Tesseract.find(setup.recognition());
    this.version = VERSION + tesseract.map(Tesseract::name).map(" "::concat).orElse("");
    var confinement = Confinement.of(setup.sandbox());
    var rules = ChildRules.of(setup, tesseract, confinement);
    var command = new ChildCommand(setup, rules, confinement);
    this.children =
        Stream.generate(() -> new ChildProcess(command, setup, watch, pool::heard))
            .limit(setup.children())
            .toList();
    pool.add(children);
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

  /// Has a child get ready, unless one runs: files are about to come. Returns at once; who then
  /// reads meets what may be wrong.
  public void expect() {
    pool.first()
        .ifPresent(child -> Thread.ofVirtual().name("text-start").start(() -> begin(child)));
  }

  private void begin(ChildProcess child) {
    try {
      child.begin();
    } catch (IOException | ChildProcess.Ended | IllegalStateException _) {
      // who reads with it tries again, and tells what is wrong
    } finally {
      pool.giveBack(child);
    }
  }

  /// Name of the rules by which text is read, and of what recognises pictures; another one may give
  /// another text.
  public String version() {
    return version;
  }

  /// Ends the children; a call that is waiting for one fails.
  @Override
  public void close() {
    children.forEach(ChildProcess::close); // first, so that who is starting one finds it closed
    watch.shutdownNow();
  }

  private Extraction inChild(Path file, String name) {
    ChildProcess child;
    try {
      child = pool.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for a child process", e);
    }
    try {
      return twice(child, file, name);
    } catch (IOException e) {
      throw new IllegalStateException("a child process cannot be started or fed: " + e, e);
    } finally {
      pool.giveBack(child);
    }
  }

  /// A child can die of the files before, so a death is only believed the second time.
  private Extraction twice(ChildProcess child, Path file, String name) throws IOException {
    try {
      return child.read(file, name);
    } catch (ChildProcess.Ended first) {
      if (first.killedFor() != null) {
        return tooSlow(first.killedFor());
      }
    }
    try {
      return child.read(file, name);
    } catch (ChildProcess.Ended second) {
      return second.killedFor() != null
          ? tooSlow(second.killedFor())
          : new Extraction.Unreadable(
              Reason.TOO_COSTLY, "it needs more than %d MB".formatted(limits.heapMegabytes()));
    }
  }

  private Extraction tooSlow(Alarm.Cause cause) {
    var detail =
        switch (cause) {
          case WALL_TIME -> seconds("stopped after %.0f s", limits.time());
          case PROCESSOR_TIME -> seconds("stopped after %.0f s of computing", limits.processor());
        };
    return new Extraction.Unreadable(Reason.TOO_COSTLY, detail);
  }

  private static String seconds(String sentence, Duration time) {
    return String.format(Locale.ROOT, sentence, time.toMillis() / 1000.0);
  }
}
