package dev.shortlist.text;

import dev.shortlist.profile.LocalProfileReader;
import dev.shortlist.skills.Taxonomy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;

/// Compares the whole of reading (child process, layout, hidden-text check, profile) with plain
/// PDFBox text extraction of the same files in this process: `ReadingBenchmark FOLDER [ROUNDS]`.
///
/// All are warmed up, one thread each, rounds in turn; the best round of each counts, so that a
/// busy machine disturbs least.
final class ReadingBenchmark {
  private static final int MOST_PAGES = 3;
  private static final LocalDate AS_OF = LocalDate.of(2026, 1, 1);

  private final LocalProfileReader profiles = new LocalProfileReader(Taxonomy.standard());
  private final List<Path> files;

  private ReadingBenchmark(List<Path> files) {
    this.files = files;
  }

  /// Measures and prints.
  ///
  /// @param arguments folder of PDFs, rounds
  public static void main(String[] arguments) throws IOException {
    // As in a child: what PDFBox has to say must not count as its time.
    var logging = "org.apache.commons.logging.";
    System.setProperty(logging + "LogFactory", logging + "impl.LogFactoryImpl");
    System.setProperty(logging + "Log", logging + "impl.NoOpLog");
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 8;
    new ReadingBenchmark(shortPdfs(Path.of(arguments[0]))).run(rounds);
  }

  /// Work on all files.
  private interface Stage {
    void run() throws IOException;
  }

  private void run(int rounds) throws IOException {
    double plain = Double.MAX_VALUE;
    double here = Double.MAX_VALUE;
    double child = Double.MAX_VALUE;
    double profile = Double.MAX_VALUE;
    var texts = new ArrayList<Extraction.Text>();
    try (var extractor = new TextExtractor(Limits.standard(), 1)) {
      for (int round = 0; round < rounds; round++) {
        plain = Math.min(plain, millis(() -> strip(files)));
        here = Math.min(here, millis(() -> readHere(files)));
        texts.clear();
        child = Math.min(child, millis(() -> extract(extractor, texts)));
        profile = Math.min(profile, millis(() -> texts.forEach(t -> profiles.read(t, AS_OF))));
      }
    }
    double whole = child + profile;
    System.out.printf("%d files of at most %d pages, ms a file:%n", files.size(), MOST_PAGES);
    System.out.printf("  plain PDFBox text extraction        %6.1f%n", plain);
    System.out.printf("  letters, layout, hidden-text check  %6.1f%n", here);
    System.out.printf("  the same in a child process         %6.1f%n", child);
    System.out.printf("  profile                             %6.1f%n", profile);
    System.out.printf("  whole reading                       %6.1f%n", whole);
    System.out.printf("  whole reading : plain PDFBox        %6.2f%n", whole / plain);
  }

  private double millis(Stage stage) throws IOException {
    long start = System.nanoTime();
    stage.run();
    return (System.nanoTime() - start) / 1e6 / files.size();
  }

  private static void readHere(List<Path> files) throws IOException {
    for (var file : files) {
      Readings.read(Files.readAllBytes(file), "cv.pdf");
    }
  }

  private void extract(TextExtractor extractor, List<Extraction.Text> texts) {
    for (var file : files) {
      if (extractor.extract(file, "cv.pdf") instanceof Extraction.Text text) {
        texts.add(text);
      }
    }
  }

  private static void strip(List<Path> files) throws IOException {
    for (var file : files) {
      strip(file);
    }
  }

  private static List<Path> shortPdfs(Path folder) throws IOException {
    var files = new ArrayList<Path>();
    try (var listing = Files.list(folder)) {
      for (var file : listing.sorted().toList()) {
        if (file.toString().endsWith(".pdf") && pages(file) <= MOST_PAGES) {
          files.add(file);
        }
      }
    }
    return files;
  }

  private static int pages(Path file) throws IOException {
    try (var document = Loader.loadPDF(file.toFile())) {
      return document.getNumberOfPages();
    }
  }

  private static int strip(Path file) throws IOException {
    try (var document = Loader.loadPDF(Files.readAllBytes(file))) {
      return new PDFTextStripper().getText(document).length();
    }
  }
}
