package dev.shortlist.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // JUnit fills in
class StorageTest {
  private static final String HASH_OF_ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @TempDir Path temp;
  private Storage storage;

  @BeforeEach
  void open() {
    storage = Storage.inFolder(temp.resolve("files"));
  }

  @Test
  void a_file_is_kept_by_the_hash_of_its_content() throws IOException {
    assertThat(storage.keep(file("abc"))).isEqualTo(new StoredFile(HASH_OF_ABC, 3));
    assertThat(storage.open(HASH_OF_ABC)).hasContent("abc");
  }

  @Test
  void equal_contents_are_kept_once_and_nothing_unfinished_is_left() throws IOException {
    storage.keep(file("abc"));
    storage.keep(file("abc"));

    assertThat(kept()).extracting(Path::getFileName).containsExactly(Path.of(HASH_OF_ABC));
  }

  @Test
  void files_of_a_batch_are_kept_together() throws IOException {
    try (var batch = storage.batch()) {
      for (int i = 0; i < 40; i++) {
        batch.add(file("cv " + i % 30));
      }
      assertThat(kept()).hasSameSizeAs(unfinished());
      batch.commit();
      assertThat(kept()).hasSize(30);
    }
    assertThat(kept()).hasSize(30);
    assertThat(unfinished()).isEmpty();
  }

  @Test
  void of_a_batch_that_is_not_committed_nothing_is_left() throws IOException {
    try (var batch = storage.batch()) {
      batch.add(file("abc"));
    }
    assertThat(kept()).isEmpty();
    assertThat(unfinished()).isEmpty();
  }

  @Test
  void what_a_killed_process_left_is_deleted_a_day_later() throws IOException {
    var left = storage.batch(); // as if killed: never closed
    left.add(file("abc"));
    for (var file : unfinished()) {
      Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
    }
    left.add(file("def"));
    Storage.inFolder(temp.resolve("files"));
    assertThat(unfinished()).hasSize(1);
  }

  @Test
  void what_others_put_beside_the_files_stays_and_stops_no_sweep() throws IOException {
    var kept = storage.keep(file("abc"));
    Files.createDirectory(temp.resolve("files/lost+found"));
    Files.writeString(temp.resolve("files/README"), "of the disk");
    var shown = new ArrayList<String>();

    storage.eachOld(Instant.parse("2999-01-01T00:00:00Z"), shown::addAll);

    assertThat(shown).containsExactly(kept.hash());
    assertThat(temp.resolve("files/README")).exists();
  }

  @Test
  void only_the_user_may_enter_the_folder() throws IOException {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(temp.resolve("files"))))
        .isEqualTo("rwx------");
  }

  @Test
  void a_file_that_changed_on_disk_is_not_handed_out() throws IOException {
    storage.keep(file("abc"));
    Files.writeString(storage.borrow(HASH_OF_ABC).path(), "abd");

    assertThatThrownBy(() -> storage.open(HASH_OF_ABC))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("has changed on disk");
  }

  @Test
  void a_file_that_was_never_kept_is_missing() {
    assertThatThrownBy(() -> storage.open(HASH_OF_ABC)).isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void a_hash_is_no_way_out_of_the_folder() {
    assertThatThrownBy(() -> storage.open("../../etc/passwd"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private Path file(String content) throws IOException {
    return Files.writeString(Files.createTempFile(temp, "upload", ""), content);
  }

  private List<Path> unfinished() throws IOException {
    try (var files = Files.list(temp.resolve("files/unfinished"))) {
      return files.toList();
    }
  }

  private List<Path> kept() throws IOException {
    try (var files = Files.walk(temp.resolve("files"))) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
