package dev.shortlist.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Reads all files of a folder and writes their text, for measuring by hand.
///
/// `ReadingEvaluation FILES OUT`: `OUT/NAME.txt` without the extension, `OUT/NAME.EXT.txt`, and
/// `OUT/results.tsv` with file, state, seconds and message, as the scorers want them.
final class ReadingEvaluation {
  private ReadingEvaluation() {}

  /// Reads.
  ///
  /// @param arguments folder to read, folder to write
  public static void main(String[] arguments) throws IOException {
    var files = Path.of(arguments[0]);
    var out = Files.createDirectories(Path.of(arguments[1]));
    var report = new StringBuilder();
    try (var extractor = new TextExtractor(Setup.standard(1));
        var listing = Files.list(files)) {
      for (var file : listing.sorted().toList()) {
        report.append(read(file, out, extractor));
      }
    }
    Files.writeString(out.resolve("results.tsv"), report);
    System.out.print(report);
  }

  private static String read(Path file, Path out, TextExtractor extractor) throws IOException {
    var name = String.valueOf(file.getFileName());
    var text = new StringBuilder();
    var messages = new StringBuilder();
    int[] counts = new int[3];
    long start = System.nanoTime();
    var scratch = Files.createTempDirectory("evaluation");
    try {
      new FileFinder(Limits.standard(), scratch)
          .find(
              List.of(file),
              found -> {
                switch (found) {
                  case FoundFile.Readable readable ->
                      add(
                          extractor.extract(readable.file(), readable.path()),
                          readable,
                          text,
                          messages,
                          counts);
                  case FoundFile.Refused refused -> {
                    counts[2]++;
                    messages.append(
                        "%s: %s %s; "
                            .formatted(
                                refused.path(), refused.reason().meaning(), refused.detail()));
                  }
                  case FoundFile.Ignored ignored -> {}
                }
              });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } finally {
      Files.deleteIfExists(scratch);
    }
    Files.writeString(out.resolve(name + ".txt"), text);
    Files.writeString(
        out.resolve(Pattern.compile("\\.\\w+$").matcher(name).replaceAll("") + ".txt"), text);
    var state =
        counts[0] == 0 && counts[1] == 0 ? "error" : counts[1] + counts[2] > 0 ? "warn" : "ok";
    double seconds = (System.nanoTime() - start) / 1e9;
    return String.format(Locale.ROOT, "%s\t%s\t%.2f\t%s%n", name, state, seconds, messages);
  }

  private static void add(
      Extraction extraction,
      FoundFile.Readable file,
      StringBuilder text,
      StringBuilder messages,
      int[] counts) {
    switch (extraction) {
      case Extraction.Text read -> {
        text.append(read.text().text());
        counts[read.notices().isEmpty() ? 0 : 1]++;
        read.notices().forEach(n -> messages.append("%s %s; ".formatted(n.kind(), n.detail())));
      }
      case Extraction.Unreadable(var reason, var detail) -> {
        counts[2]++;
        messages.append("%s: %s %s; ".formatted(file.path(), reason.meaning(), detail));
      }
    }
  }
}
