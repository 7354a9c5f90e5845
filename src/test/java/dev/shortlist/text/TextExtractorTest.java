package dev.shortlist.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextExtractorTest {
  @TempDir Path folder;

  @Test
  void a_file_is_read_in_a_child_that_ends_with_the_extractor() throws IOException {
    var file = file("cv.pdf", Pdfs.page(pen -> pen.text(60, 100, 11, "Mira Holt")));
    var before = children();

    try (var extractor = new TextExtractor(Limits.standard(), 2)) {
      var text = (Extraction.Text) extractor.extract(file, "cv.pdf");

      assertThat(text.text().text()).isEqualTo("Mira Holt\n");
      assertThat(text.type()).isEqualTo(FileType.PDF);
      assertThat(children()).isEqualTo(before + 1);
    }
    assertThat(children()).isEqualTo(before);
  }

  @Test
  void a_child_is_there_before_the_file_when_it_was_expected() throws IOException {
    var file = file("cv.txt", "Mira Holt".getBytes(StandardCharsets.UTF_8));
    var before = children();

    try (var extractor = new TextExtractor(Limits.standard(), 1)) {
      extractor.expect();
      await().atMost(Duration.ofSeconds(60)).until(() -> children() == before + 1);
      extractor.expect();

      assertThat(extractor.extract(file, "cv.txt")).isInstanceOf(Extraction.Text.class);
      assertThat(children()).isEqualTo(before + 1);
    }
    assertThat(children()).isEqualTo(before);
  }

  @Test
  void a_child_that_is_being_started_ends_with_the_extractor() {
    var before = children();

    for (int millis = 0; millis < 40; millis++) {
      try (var extractor = new TextExtractor(Limits.standard(), 1)) {
        extractor.expect();
        LockSupport.parkNanos(Duration.ofMillis(millis).toNanos());
      }
    }

    await().atMost(Duration.ofSeconds(60)).until(() -> children() == before);
  }

  @Test
  void a_child_is_killed_at_the_limit_and_the_next_file_is_read() throws IOException {
    var bomb = file("bomb.pdf", PdfReaderTest.formBomb());
    var good = file("good.txt", "Mira Holt".getBytes(StandardCharsets.UTF_8));

    try (var extractor = new TextExtractor(limits(Duration.ofMillis(700), 200), 1)) {
      extractor.extract(good, "good.txt");
      var extraction = extractor.extract(bomb, "bomb.pdf");

      assertThat(extraction)
          .isInstanceOfSatisfying(
              Extraction.Unreadable.class,
              e -> assertThat(e.reason()).isEqualTo(Reason.TOO_COSTLY));
    }
    try (var extractor = new TextExtractor(Limits.standard(), 1)) {
      extractor.extract(bomb, "bomb.pdf");
      assertThat(extractor.extract(good, "good.txt")).isInstanceOf(Extraction.Text.class);
    }
  }

  @Test
  void a_child_is_killed_for_what_it_computes_and_the_next_file_is_read() throws IOException {
    var boxes = "<div>".repeat(200_000);
    var bomb = file("bomb.html", boxes.getBytes(StandardCharsets.UTF_8));
    var good = file("good.txt", "Mira Holt".getBytes(StandardCharsets.UTF_8));
    var limits = limits(Duration.ofMinutes(2), Duration.ofSeconds(4), 200);

    try (var extractor = new TextExtractor(limits, 1)) {
      assertThat(extractor.extract(bomb, "bomb.html"))
          .isEqualTo(
              new Extraction.Unreadable(Reason.TOO_COSTLY, "stopped after 4 s of computing"));
      assertThat(extractor.extract(good, "good.txt")).isInstanceOf(Extraction.Text.class);
    }
  }

  @Test
  void a_child_that_runs_out_of_memory_costs_nobody_else() throws IOException {
    var large = file("large.docx", Docx.with("<w:p/>".repeat(2_000_000)));
    var good = file("good.txt", "Mira Holt".getBytes(StandardCharsets.UTF_8));

    try (var extractor = new TextExtractor(limits(Duration.ofMinutes(2), 200), 1)) {
      assertThat(extractor.extract(large, "large.docx"))
          .isEqualTo(new Extraction.Unreadable(Reason.TOO_COSTLY, "it needs more than 48 MB"));
      assertThat(extractor.extract(good, "good.txt")).isInstanceOf(Extraction.Text.class);
    }
  }

  @Test
  void children_are_replaced_after_some_files() throws IOException {
    var good = file("good.txt", "Mira Holt".getBytes(StandardCharsets.UTF_8));

    try (var extractor = new TextExtractor(limits(Duration.ofMinutes(2), 1), 1)) {
      for (int i = 0; i < 3; i++) {
        assertThat(extractor.extract(good, "good.txt")).isInstanceOf(Extraction.Text.class);
      }
    }
  }

  @Test
  void empty_missing_and_unknown_files_are_said_so() throws IOException {
    var empty = file("empty.pdf", new byte[0]);
    var picture = file("me.gif", "GIF89a\0\0\1\0\0\0".getBytes(StandardCharsets.ISO_8859_1));

    try (var extractor = new TextExtractor(Limits.standard(), 1)) {
      assertThat(reason(extractor.extract(empty, "empty.pdf"))).isEqualTo(Reason.EMPTY_FILE);
      assertThat(reason(extractor.extract(folder.resolve("no"), "no")))
          .isEqualTo(Reason.UNREADABLE);
      assertThat(reason(extractor.extract(picture, "me.gif"))).isEqualTo(Reason.UNSUPPORTED);
    }
  }

  @Test
  void what_no_reader_opens_is_called_by_what_it_is_and_what_to_do_with_it() throws IOException {
    var zip = new ByteArrayOutputStream();
    try (var out = new ZipOutputStream(zip)) {
      out.putNextEntry(new ZipEntry("Index/Document.iwa"));
    }
    var message = new ByteArrayOutputStream();
    try (var files = new POIFSFileSystem()) {
      files.createDocument(new ByteArrayInputStream(new byte[1]), "__properties_version1.0");
      files.writeFilesystem(message);
    }

    try (var extractor = new TextExtractor(Limits.standard(), 1)) {
      assertThat(extractor.extract(file("cv.pages", zip.toByteArray()), "cv.pages"))
          .isEqualTo(
              new Extraction.Unreadable(
                  Reason.UNSUPPORTED, "a file of Apple Pages, which exports PDF and Word"));
      assertThat(extractor.extract(file("cv.msg", message.toByteArray()), "cv.msg"))
          .isEqualTo(
              new Extraction.Unreadable(
                  Reason.UNSUPPORTED,
                  "a message of Outlook: save the file that is attached to it"));
      assertThat(reason(extractor.extract(file("job.zip", zip.toByteArray()), "job.zip")))
          .isEqualTo(Reason.NESTED_ARCHIVE);
    }
  }

  @Test
  void the_content_decides_not_the_extension() throws IOException {
    var file = file("cv.pdf", Docx.with(Docx.paragraph("Mira Holt")));

    try (var extractor = new TextExtractor(Limits.standard(), 1)) {
      var text = (Extraction.Text) extractor.extract(file, "cv.pdf");

      assertThat(text.type()).isEqualTo(FileType.DOCX);
      assertThat(text.notices())
          .extracting(Notice::kind)
          .containsExactly(Notice.Kind.WRONG_EXTENSION);
    }
  }

  @Test
  void a_closed_extractor_refuses() throws IOException {
    var good = file("good.txt", "Mira Holt".getBytes(StandardCharsets.UTF_8));
    var extractor = new TextExtractor(Limits.standard(), 1);
    extractor.close();

    assertThatThrownBy(() -> extractor.extract(good, "good.txt"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
  }

  private Path file(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private static long children() {
    return ProcessHandle.current().children().count();
  }

  private static Reason reason(Extraction extraction) {
    return ((Extraction.Unreadable) extraction).reason();
  }

  private static Limits limits(Duration time, int filesPerChild) {
    return limits(time, Duration.ofSeconds(20), filesPerChild);
  }

  private static Limits limits(Duration time, Duration processor, int filesPerChild) {
    return new Limits(
        25 << 20, time, processor, 48, 100, 500_000, filesPerChild, 100, 1 << 30, 100);
  }
}
