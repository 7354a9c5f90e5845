package dev.shortlist.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;

/// Compares the whole of reading (child process, layout, hidden-text check) with plain PDFBox text
/// extraction of the same files in this process: `ReadingBenchmark FOLDER [ROUNDS]`.
///
/// Both are warmed up, one thread each, rounds in turn; the best round of each counts, so that a
/// busy machine disturbs least.
final class ReadingBenchmark {
  private static final int MOST_PAGES = 3;

  private ReadingBenchmark() {}

  /// Measures and prints.
  ///
  /// @param arguments folder of PDFs, rounds
  public static void main(String[] arguments) throws IOException {
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 8;
    var files = shortPdfs(Path.of(arguments[0]));
    double plain = Double.MAX_VALUE;
    double whole = Double.MAX_VALUE;
    try (var extractor = new TextExtractor(Limits.standard(), 1)) {
      for (int round = 0; round < rounds; round++) {
        long start = System.nanoTime();
        for (var file : files) {
          strip(file);
        }
        long middle = System.nanoTime();
        for (var file : files) {
          extractor.extract(file, "cv.pdf");
        }
        plain = Math.min(plain, (middle - start) / 1e6 / files.size());
        whole = Math.min(whole, (System.nanoTime() - middle) / 1e6 / files.size());
      }
    }
    System.out.printf(
        "%d files, ms a file: plain PDFBox %.1f, reading %.1f, ratio %.2f%n",
        files.size(), plain, whole, whole / plain);
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
