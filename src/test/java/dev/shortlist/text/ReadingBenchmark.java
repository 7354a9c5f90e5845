package dev.shortlist.text;

import dev.shortlist.profile.LocalProfileReader;
import dev.shortlist.skills.Taxonomy;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;

/// Compares the whole of reading (child process, layout, hidden-text check, profile) with plain
/// PDFBox text extraction of the same files in this process: `ReadingBenchmark FOLDER [ROUNDS]`.
///
/// All are warmed up, one thread each, rounds in turn. Told are the time on the clock and the time
/// of the processor, each that of the best round, so that a busy machine disturbs least; the time
/// of the processor is that of the thread that works, and all of the child's.
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
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20;
    new ReadingBenchmark(shortPdfs(Path.of(arguments[0]))).run(rounds);
  }

  /// Work on all files.
  private interface Stage {
    void run() throws IOException;
  }

  /// Milliseconds a file, of the best round.
  private final class Cost {
    private double clock = Double.MAX_VALUE;
    private double processor = Double.MAX_VALUE;

    void of(Stage stage) throws IOException {
      long processorBefore = processorNanos();
      long before = System.nanoTime();
      stage.run();
      clock = Math.min(clock, millis(System.nanoTime() - before));
      long used = processorNanos() - processorBefore;
      // Less than nothing: a child was replaced.
      processor = used > 0 ? Math.min(processor, millis(used)) : processor;
    }

    private double millis(long nanos) {
      return nanos / 1e6 / files.size();
    }
  }

  private void run(int rounds) throws IOException {
    var plain = new Cost();
    var here = new Cost();
    var child = new Cost();
    var profile = new Cost();
    var texts = new ArrayList<Extraction.Text>();
    try (var extractor = new TextExtractor(Limits.standard(), 1)) {
      for (int round = 0; round < rounds; round++) {
        plain.of(() -> strip(files));
        here.of(() -> readHere(files));
        texts.clear();
        child.of(() -> extract(extractor, texts));
        profile.of(() -> texts.forEach(t -> profiles.read(t, AS_OF)));
      }
    }
    System.out.printf("%d files of at most %d pages, ms a file:%n", files.size(), MOST_PAGES);
    System.out.println("                                       clock  processor");
    print("plain PDFBox text extraction", plain.clock, plain.processor);
    print("letters, layout, hidden-text check", here.clock, here.processor);
    print("the same in a child process", child.clock, child.processor);
    print("profile", profile.clock, profile.processor);
    double clock = child.clock + profile.clock;
    double processor = child.processor + profile.processor;
    print("whole reading", clock, processor);
    print("whole reading : plain PDFBox", clock / plain.clock, processor / plain.processor);
  }

  private static void print(String name, double clock, double processor) {
    System.out.printf("  %-34s %7.2f    %7.2f%n", name, clock, processor);
  }

  /// What this thread and the children have used of the processor.
  private static long processorNanos() {
    long children =
        ProcessHandle.current()
            .descendants()
            .mapToLong(p -> p.info().totalCpuDuration().orElse(Duration.ZERO).toNanos())
            .sum();
    return children + ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
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
    if (files.isEmpty()) {
      throw new IOException("no PDF of at most %d pages in %s".formatted(MOST_PAGES, folder));
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
