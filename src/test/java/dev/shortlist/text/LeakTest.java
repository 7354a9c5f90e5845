package dev.shortlist.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Reading many files leaves nothing behind; `-Dshortlist.leak.files=1000` reads more of them.
@Tag("slow")
class LeakTest {
  private static final int FILES = Integer.getInteger("shortlist.leak.files", 120);
  private static final Pattern LIBRARY_FILE =
      Pattern.compile("(imageio|PDFBox|poifiles|apache-tika|\\+~JF|hsperfdata_child|entry).*");

  @TempDir Path folder;

  @Test
  void many_files_leave_no_process_thread_or_temporary_file() throws Exception {
    var processes = children();
    var threads = threads();
    var temporary = temporaryFiles();
    var limits =
        new Limits(
            25 << 20,
            Duration.ofMinutes(2),
            Duration.ofSeconds(4),
            64,
            100,
            500_000,
            25,
            100,
            1 << 30,
            100);
    int read;
    try (var extractor = new TextExtractor(limits, 2);
        var pool = Executors.newFixedThreadPool(2)) {
      var files = IntStream.range(0, FILES).mapToObj(this::file).toList();
      var work =
          files.stream()
              .map(file -> (Callable<Extraction>) () -> extractor.extract(file, file.toString()))
              .toList();
      read = 0;
      for (var result : pool.invokeAll(work)) {
        read += result.get() instanceof Extraction.Text ? 1 : 0;
      }
      assertThat(children() - processes).isBetween(1L, 2L);
    }

    assertThat(read).isEqualTo(FILES - (FILES + 59) / 60);
    assertThat(children()).isEqualTo(processes);
    assertThat(left(threads)).isEmpty();
    assertThat(temporaryFiles()).isSubsetOf(temporary);
  }

  @Test
  void the_memory_of_the_parent_does_not_grow_with_the_file() throws IOException {
    var small = Files.write(folder.resolve("small"), new byte[1000]);
    var large = Files.write(folder.resolve("large"), new byte[24 << 20]);

    try (var extractor = new TextExtractor(Limits.standard(), 1)) {
      long first = allocated(extractor, small);
      long smaller = allocated(extractor, small);
      long larger = allocated(extractor, large);

      assertThat(first).isPositive();
      assertThat(larger - smaller).isLessThan(1 << 20);
    }
  }

  private static long allocated(TextExtractor extractor, Path file) {
    var memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = memory.getCurrentThreadAllocatedBytes();
    extractor.extract(file, "cv.bin");
    return memory.getCurrentThreadAllocatedBytes() - before;
  }

  /// One in sixty never ends.
  private Path file(int number) {
    var name = "Mira Holt " + number;
    byte[] bytes =
        number % 60 == 0
            ? PdfReaderTest.formBomb()
            : switch (number % 4) {
              case 0 -> Docx.with(Docx.paragraph(name));
              case 1 -> name.getBytes(StandardCharsets.UTF_8);
              default -> Pdfs.page(pen -> pen.text(60, 100, 11, name));
            };
    try {
      return Files.write(folder.resolve("cv" + number), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long children() {
    return ProcessHandle.current().descendants().count();
  }

  private static Set<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("text-"))
        .collect(Collectors.toSet());
  }

  /// Which threads beside those `before` do not end; one that was told to gets the time to.
  private static List<String> left(Set<Thread> before) throws InterruptedException {
    var left = new ArrayList<String>();
    for (var thread : threads()) {
      if (!before.contains(thread) && !thread.join(Duration.ofSeconds(30))) {
        left.add(thread.getName());
      }
    }
    return left;
  }

  private static Set<String> temporaryFiles() throws IOException {
    try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> LIBRARY_FILE.matcher(name).matches())
          .collect(Collectors.toSet());
    }
  }
}
