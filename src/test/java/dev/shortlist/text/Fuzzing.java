package dev.shortlist.text;

import com.code_intelligence.jazzer.Jazzer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Looks for bytes that trip a reader, with Jazzer: `Fuzzing TARGET SECONDS FOLDER`.
///
/// Starts from the seeds of [FuzzTarget]; keeps in FOLDER what it learns, and every input that
/// trips. Such an input becomes a test of the reader it trips.
public final class Fuzzing {
  /// Found out when the first input comes, after [#main] has said which one.
  private static final class Chosen {
    private static final FuzzTarget TARGET =
        FuzzTarget.valueOf(System.getProperty("shortlist.fuzz", "PDF"));
  }

  private Fuzzing() {}

  /// Called by Jazzer for every input.
  ///
  /// @param bytes what it made up
  public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
    try {
      Chosen.TARGET.accept(bytes);
    } catch (StackOverflowError e) {
      // In a child it ends the child, which is a declared outcome.
    }
  }

  /// Fuzzes.
  ///
  /// @param arguments target, seconds, folder
  public static void main(String[] arguments) throws Exception {
    var target = FuzzTarget.valueOf(arguments[0].toUpperCase(Locale.ROOT));
    var folder = Files.createDirectories(Path.of(arguments[2]));
    var corpus = Files.createDirectories(folder.resolve(target.name()));
    int number = 0;
    for (var seed : target.seeds()) {
      Files.write(corpus.resolve("seed" + number++), seed);
    }
    System.setProperty("shortlist.fuzz", target.name());
    Jazzer.main(
        List.of(
                "--target_class=" + Fuzzing.class.getName(),
                "--instrumentation_includes=dev.shortlist.text.**:org.apache.pdfbox.**",
                "--jvm_args=-Dshortlist.fuzz=" + target.name(),
                "-max_total_time=" + arguments[1],
                "-timeout=30",
                "-rss_limit_mb=3000",
                "-artifact_prefix=" + folder + "/" + target.name() + "-",
                corpus.toString())
            .toArray(String[]::new));
  }
}
