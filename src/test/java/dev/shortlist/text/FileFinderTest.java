package dev.shortlist.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileFinderTest {
  private static final byte[] CV = "Mira Holt\nEngineer".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  @Test
  void a_folder_is_walked_in_order_of_names_and_system_files_are_ignored() throws IOException {
    Files.createDirectories(folder.resolve("cvs/b"));
    Files.write(folder.resolve("cvs/b/two.txt"), CV);
    Files.write(folder.resolve("cvs/a.txt"), CV);
    Files.write(folder.resolve("cvs/.DS_Store"), CV);
    Files.write(folder.resolve("cvs/zero.pdf"), new byte[0]);

    assertThat(names(folder.resolve("cvs")))
        .containsExactly(
            "ignored cvs/.DS_Store",
            "readable cvs/a.txt",
            "readable cvs/b/two.txt",
            "EMPTY_FILE cvs/zero.pdf");
  }

  @Test
  void a_folder_that_may_not_be_read_is_told_and_stops_nothing() throws IOException {
    var locked = Files.createDirectories(folder.resolve("cvs/locked"));
    Files.write(folder.resolve("cvs/mira.txt"), CV);
    Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("---------"));
    try {
      assumeFalse(Files.isReadable(locked), "root may read every folder");

      assertThat(names(folder.resolve("cvs")))
          .containsExactlyInAnyOrder("UNREADABLE cvs/locked", "readable cvs/mira.txt");
    } finally {
      Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void the_files_of_an_archive_are_there_only_while_they_are_looked_at() throws IOException {
    var zip = zip("mira.txt", "x/__MACOSX/._mira.txt", "x/mira.txt", "inner.zip", "../out.txt");
    var seen = new ArrayList<Path>();

    find(
        zip,
        found -> {
          if (found instanceof FoundFile.Readable readable) {
            assertThat(readable.file()).hasBinaryContent(CV);
            seen.add(readable.file());
          }
        });

    assertThat(seen).hasSize(2).allSatisfy(file -> assertThat(file).doesNotExist());
    assertThat(names(zip))
        .containsExactly(
            "readable cvs.zip/mira.txt",
            "ignored cvs.zip/x/__MACOSX/._mira.txt",
            "readable cvs.zip/x/mira.txt",
            "NESTED_ARCHIVE cvs.zip/inner.zip",
            "UNSAFE_ARCHIVE cvs.zip/../out.txt");
  }

  @Test
  void an_archive_hidden_under_another_name_is_refused() throws IOException {
    var inner = Files.readAllBytes(zip("mira.txt"));
    var outer = folder.resolve("outer.zip");
    try (var out = new ZipOutputStream(Files.newOutputStream(outer))) {
      out.putNextEntry(new ZipEntry("cv.pdf"));
      out.write(inner);
    }

    assertThat(names(outer)).containsExactly("NESTED_ARCHIVE outer.zip/cv.pdf");
  }

  @Test
  void a_file_of_apple_pages_is_one_document() throws IOException {
    var pages = Files.move(zip("Index/Document.iwa", "preview.jpg"), folder.resolve("cv.pages"));

    assertThat(names(pages)).containsExactly("readable cv.pages");
  }

  @Test
  void a_file_that_unpacks_to_a_thousand_times_its_size_is_refused() throws IOException {
    var zip = folder.resolve("bomb.zip");
    try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("cv.txt"));
      out.write(new byte[8 << 20]);
      out.putNextEntry(new ZipEntry("good.txt"));
      out.write(CV);
    }

    assertThat(names(zip))
        .containsExactly("UNSAFE_ARCHIVE bomb.zip/cv.txt", "readable bomb.zip/good.txt");
  }

  @Test
  void files_that_share_their_bytes_are_refused() throws IOException {
    var bytes = Files.readAllBytes(zip("one.txt", "two.txt"));
    var zip = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int second = lastIndexOf(bytes, 0x02014b50);
    zip.putInt(second + 42, 0);
    Files.write(folder.resolve("overlap.zip"), bytes);

    assertThat(names(folder.resolve("overlap.zip"))).containsExactly("UNSAFE_ARCHIVE overlap.zip");
  }

  @Test
  void a_size_that_lies_is_found_out_while_unpacking() throws IOException {
    var zip = zip("mira.txt");
    var bytes = Files.readAllBytes(zip);
    int entry = lastIndexOf(bytes, 0x02014b50);
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(entry + 24, 3);
    Files.write(zip, bytes);

    assertThat(names(zip)).containsExactly("DAMAGED cvs.zip/mira.txt");
  }

  @Test
  void what_is_no_zip_is_empty_or_missing_is_said_so() throws IOException {
    Files.write(folder.resolve("no.zip"), CV);
    try (var out = new ZipOutputStream(Files.newOutputStream(folder.resolve("empty.zip")))) {
      out.setComment("nothing");
    }
    var zip = zip("mira.txt");
    Files.write(zip, Arrays.copyOf(Files.readAllBytes(zip), 60));

    assertThat(names(folder.resolve("no.zip"))).containsExactly("DAMAGED no.zip");
    assertThat(names(folder.resolve("empty.zip"))).containsExactly("EMPTY_ARCHIVE empty.zip");
    assertThat(names(zip)).containsExactly("DAMAGED cvs.zip");
    assertThat(names(folder.resolve("none"))).containsExactly("UNREADABLE none");
  }

  @Test
  void a_document_is_no_archive_whatever_it_is_called() throws IOException {
    var docx = Docx.with("<w:p><w:r><w:t>Mira Holt</w:t></w:r></w:p>");
    Files.write(folder.resolve("mira.zip"), docx);

    assertThat(names(folder.resolve("mira.zip"))).containsExactly("readable mira.zip");
  }

  @Test
  void names_are_shown_without_characters_that_deceive() throws IOException {
    assertThat(names(zip("a\u202Efdp.txt"))).containsExactly("readable cvs.zip/afdp.txt");
  }

  @Test
  void too_many_and_too_large_are_refused() throws IOException {
    var zip = zip("one.txt", "two.txt", "three.txt");
    var limits = Limits.standard();
    var few =
        new Limits(
            10,
            limits.time(),
            limits.processor(),
            limits.heapMegabytes(),
            limits.pages(),
            limits.characters(),
            limits.filesPerChild(),
            2,
            limits.archiveBytes(),
            limits.archiveRatio());
    Files.write(folder.resolve("large.txt"), CV);
    var found = new ArrayList<String>();

    new FileFinder(few, folder.resolve("scratch"))
        .find(List.of(zip, folder.resolve("large.txt")), file -> found.add(shown(file)));

    assertThat(found).containsExactly("UNSAFE_ARCHIVE cvs.zip", "TOO_LARGE large.txt");
  }

  private Path zip(String... names) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new ZipOutputStream(bytes)) {
      for (var name : names) {
        out.putNextEntry(new ZipEntry(name));
        out.write(CV);
      }
    }
    return Files.write(folder.resolve("cvs.zip"), bytes.toByteArray());
  }

  private List<String> names(Path path) {
    var names = new ArrayList<String>();
    find(path, found -> names.add(shown(found)));
    return names;
  }

  private void find(Path path, Consumer<FoundFile> each) {
    new FileFinder(Limits.standard(), folder.resolve("scratch")).find(List.of(path), each);
  }

  private static String shown(FoundFile found) {
    return switch (found) {
      case FoundFile.Readable readable -> "readable " + readable.path();
      case FoundFile.Refused refused -> refused.reason() + " " + refused.path();
      case FoundFile.Ignored ignored -> "ignored " + ignored.path();
    };
  }

  private static int lastIndexOf(byte[] bytes, int magic) {
    var buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = bytes.length - 4; i >= 0; i--) {
      if (buffer.getInt(i) == magic) {
        return i;
      }
    }
    throw new IllegalArgumentException("no such record");
  }
}
