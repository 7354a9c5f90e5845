package dev.shortlist.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// A door of this package through which hostile bytes come, and what may come out of it.
enum FuzzTarget {
  PDF {
    @Override
    void accept(byte[] bytes) throws IOException {
      check(Readings.read(bytes, "cv.pdf"));
    }

    @Override
    List<byte[]> seeds() {
      return List.of(
          Pdfs.page(pen -> pen.text(60, 100, 11, "Mira Holt, Engineer")),
          Pdfs.page(pen -> {
            pen.fill(0, 0, 200, 792, Color.BLUE);
            pen.color(Color.WHITE);
            pen.text(20, 100, 11, "mira@example.com");
            pen.text(260, 100, 11, Pdfs.BOLD, "Experience");
          }),
          FuzzSeeds.PLAIN_PDF);
    }
  },
  DOCX {
    @Override
    void accept(byte[] bytes) throws IOException {
      check(Readings.read(bytes, "cv.docx"));
    }

    @Override
    List<byte[]> seeds() {
      return List.of(
          Docx.with(Docx.paragraph("Mira Holt")),
          Docx.with(FuzzSeeds.BODY, Map.of("word/styles.xml", FuzzSeeds.STYLES)));
    }
  },
  /// The bytes are the XML within a DOCX, which mutations of the packed file seldom reach.
  DOCX_XML {
    @Override
    void accept(byte[] bytes) throws IOException {
      check(Readings.read(FuzzSeeds.docx(bytes), "cv.docx"));
    }

    @Override
    List<byte[]> seeds() {
      return FuzzSeeds.xml();
    }
  },
  ZIP {
    @Override
    void accept(byte[] bytes) throws IOException {
      var folder = Files.createTempDirectory("fuzz");
      try {
        var file = Files.write(folder.resolve("cvs.zip"), bytes);
        var scratch = folder.resolve("scratch");
        new FileFinder(LIMITS, scratch).find(List.of(file), found -> check(found, scratch));
        if (Files.exists(scratch)) {
          assertThat(scratch).isEmptyDirectory();
        }
      } finally {
        delete(folder);
      }
    }

    @Override
    List<byte[]> seeds() {
      return List.of(
          Docx.zip(Map.of("ann.txt", "Ann Holt", "more/ben.txt", "Ben Holt")),
          Docx.zip(Map.of("../evil.txt", "Ann Holt", "inner.zip", "PK")),
          Docx.with(Docx.paragraph("Mira Holt")));
    }
  },
  RTF {
    @Override
    void accept(byte[] bytes) throws IOException {
      check(Readings.read(bytes, "cv.rtf"));
    }

    @Override
    List<byte[]> seeds() {
      return FuzzSeeds.rtf();
    }
  };

  private static final Limits LIMITS =
      new Limits(
          1 << 20,
          Duration.ofSeconds(30),
          Duration.ofSeconds(20),
          64,
          20,
          50_000,
          10,
          50,
          4 << 20,
          100);
  private static final Pattern NEVER_IN_TEXT =
      Pattern.compile(
          "[\\x00-\\x08\\x0a-\\x1f\\x7f-\\x9f\\u200b\\u202a-\\u202e\\u2060-\\u2069\\ufeff]");

  /// Reads `bytes` and fails if what comes out is not declared.
  abstract void accept(byte[] bytes) throws IOException;

  /// Files to start from, all invented.
  abstract List<byte[]> seeds();

  private static void check(Extraction extraction) throws IOException {
    assertThat(Wire.toExtraction(Wire.toBytes(extraction))).isEqualTo(extraction);
    switch (extraction) {
      case Extraction.Unreadable(var reason, _) -> assertThat(reason).isNotEqualTo(Reason.FAILED);
      case Extraction.Text text -> {
        assertThat(text.pages()).isPositive();
        assertThat(text.text().lines()).isNotEmpty();
        for (var line : text.text().lines()) {
          assertThat(line.text()).isNotBlank().doesNotContainPattern(NEVER_IN_TEXT);
          assertThat(line.page()).isPositive();
        }
        for (var notice : text.notices()) {
          assertThat(notice.detail()).hasSizeLessThanOrEqualTo(500);
        }
      }
    }
  }

  private static void check(FoundFile found, Path scratch) {
    assertThat(found.path()).doesNotContainPattern("\\p{Cc}");
    if (found instanceof FoundFile.Readable readable) {
      assertThat(readable.bytes()).isBetween(1L, LIMITS.fileBytes());
      assertThat(Files.isRegularFile(readable.file())).isTrue();
      boolean unpacked = readable.file().startsWith(scratch);
      assertThat(unpacked || readable.path().equals("cvs.zip")).isTrue();
    }
  }

  private static void delete(Path folder) {
    try (var files = Files.walk(folder)) {
      files
          .sorted(Comparator.reverseOrder())
          .forEach(file -> assertThat(file.toFile().delete()).isTrue());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
