package dev.shortlist.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/// What each of [Bombs] costs: `BombEvaluation [FILE...]` prints a table of its size, the time it
/// takes, the most memory of the child that opens it (Linux only), and what comes of it.
final class BombEvaluation {
  private BombEvaluation() {}

  /// Measures.
  ///
  /// @param arguments more files to measure
  public static void main(String[] arguments) throws IOException {
    var folder = Files.createTempDirectory("bombs");
    for (var bomb : Bombs.all().entrySet()) {
      var file = Files.write(folder.resolve(bomb.getKey()), bomb.getValue());
      measure(file, folder.resolve("scratch"));
      Files.delete(file);
    }
    for (var file : arguments) {
      measure(Path.of(file), folder.resolve("scratch"));
    }
    Files.deleteIfExists(folder.resolve("scratch"));
    Files.delete(folder);
  }

  private static void measure(Path file, Path scratch) throws IOException {
    var most = new AtomicLong();
    var outcome = new StringBuilder();
    double seconds;
    try (var extractor = new TextExtractor(Setup.standard(1))) {
      var watch = Thread.ofVirtual().start(() -> watch(most));
      long start = System.nanoTime();
      new FileFinder(Limits.standard(), scratch)
          .find(
              List.of(file),
              found -> {
                if (outcome.length() < 120) {
                  outcome.append(outcome(found, extractor)).append("; ");
                }
              });
      seconds = (System.nanoTime() - start) / 1e9;
      watch.interrupt();
    }
    System.out.printf(
        Locale.ROOT,
        "| %s | %,d | %.1f | %d | %s |%n",
        file.getFileName(),
        Files.size(file),
        seconds,
        most.get(),
        outcome);
  }

  private static String outcome(FoundFile found, TextExtractor extractor) {
    return switch (found) {
      case FoundFile.Readable file ->
          switch (extractor.extract(file.file(), file.path())) {
            case Extraction.Text text -> "%d lines".formatted(text.text().lines().size());
            case Extraction.Unreadable(var reason, var detail) -> reason + " " + detail;
          };
      case FoundFile.Refused(_, var reason, var detail) -> reason + " " + detail;
      case FoundFile.Ignored _ -> "ignored";
    };
  }

  /// Keeps the highest resident memory of a child, in megabytes.
  private static void watch(AtomicLong most) {
    while (!Thread.interrupted()) {
      ProcessHandle.current()
          .children()
          .forEach(child -> most.accumulateAndGet(resident(child.pid()), Math::max));
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private static long resident(long process) {
    try (var lines = Files.lines(Path.of("/proc/%d/status".formatted(process)))) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException | UncheckedIOException e) {
      return 0;
    }
  }
}
