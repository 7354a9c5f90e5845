package dev.shortlist.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shortlist.storage.FaultyLine.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

@SuppressWarnings("NullAway.Init") // JUnit fills in
class S3StorageTest {
  private static final String HASH_OF_ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
  private static final int ALL = 1000;

  @RegisterExtension static final S3Server server = new S3Server();

  @TempDir Path temp;
  private String prefix;
  private Storage storage;

  @BeforeEach
  void open() {
    prefix = UUID.randomUUID() + "/";
    storage = storage(Map.of());
  }

  @AfterEach
  void close() {
    server.line().heal();
    storage.close();
  }

  @Test
  void a_file_is_kept_by_the_hash_of_its_content_below_the_prefix() throws IOException {
    assertThat(storage.keep(file("abc"))).isEqualTo(new StoredFile(HASH_OF_ABC, 3));

    assertThat(server.keys(prefix)).containsExactly("files/" + HASH_OF_ABC);
    try (var in = storage.open(HASH_OF_ABC)) {
      assertThat(in).hasContent("abc");
    }
    assertThat(onTheirWay()).isEmpty();
  }

  @Test
  void files_of_a_batch_are_kept_together_and_equal_ones_once() throws IOException {
    try (var batch = storage.batch()) {
      for (int i = 0; i < 40; i++) {
        batch.add(file("cv " + i % 30));
      }
      assertThat(server.keys(prefix)).isEmpty();
      batch.commit();
    }
    assertThat(server.keys(prefix)).hasSize(30);
    assertThat(onTheirWay()).isEmpty();
  }

  @Test
  void the_server_is_asked_to_encrypt_as_set() throws IOException {
    try (var encrypting = storage(Map.of("shortlist.s3.encryption", "AES256"))) {
      encrypting.keep(file("abc"));
    }
    assertThat(server.encryption(prefix + "files/" + HASH_OF_ABC)).isEqualTo("AES256");
  }

  @Test
  void a_large_file_goes_in_parts_and_comes_back_whole() throws IOException {
    try (var parts = storage(Map.of("shortlist.s3.part", "5MB", "shortlist.s3.attempt", "30s"))) {
      var bytes = new byte[12 << 20];
      new Random(7).nextBytes(bytes);
      var stored = parts.keep(Files.write(temp.resolve("large"), bytes));

      try (var back = parts.borrow(stored.hash())) {
        assertThat(Files.mismatch(back.path(), temp.resolve("large"))).isEqualTo(-1);
      }
      assertThat(server.unfinished()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      mode = Mode.EXCLUDE,
      names = {"NONE", "CUT_DOWNLOAD", "DAMAGED_DOWNLOAD"})
  void an_upload_survives_one_fault(Fault fault) throws IOException {
    server.line().harm(fault, "PUT", 1);
    storage.keep(file("abc"));

    assertThat(server.line().heal()).as("requests harmed").isEqualTo(1);
    try (var in = storage.open(HASH_OF_ABC)) {
      assertThat(in).hasContent("abc");
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      mode = Mode.EXCLUDE,
      names = {"NONE", "CUT_UPLOAD", "DAMAGED_UPLOAD"})
  void a_download_survives_one_fault(Fault fault) throws IOException {
    storage.keep(file("abc"));
    server.line().harm(fault, "GET", 1);

    try (var in = storage.open(HASH_OF_ABC)) {
      assertThat(in).hasContent("abc");
    }
    assertThat(server.line().heal()).as("requests harmed").isEqualTo(1);
    assertThat(onTheirWay()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"UNAVAILABLE", "SILENT", "CUT_UPLOAD", "DAMAGED_UPLOAD"})
  void while_a_fault_lasts_nothing_is_kept_and_the_store_is_away(Fault fault) throws IOException {
    var file = file("abc");
    server.line().harm(fault, "PUT", ALL);

    assertThatThrownBy(() -> storage.keep(file))
        .isInstanceOf(StorageAway.class)
        .hasMessageStartingWith("the bucket cvs at http://127.0.0.1:");
    server.line().heal();
    assertThat(server.keys(prefix)).isEmpty();
    assertThat(onTheirWay()).isEmpty();
  }

  @Test
  void a_server_that_refuses_the_key_is_away_and_says_why() {
    try (var stranger = storage(Map.of("shortlist.s3.secret-key", "wrong"))) {
      assertThatThrownBy(stranger::requireWritable)
          .isInstanceOf(StorageAway.class)
          .hasMessageContaining("answered 403")
          .hasMessageNotContaining("wrong");
    }
  }

  @Test
  void a_server_that_is_not_there_is_away() {
    try (var nowhere = storage(Map.of("shortlist.s3.endpoint", "http://127.0.0.1:1"))) {
      assertThatThrownBy(() -> nowhere.open(HASH_OF_ABC)).isInstanceOf(StorageAway.class);
    }
  }

  @Test
  void a_file_that_changed_in_the_bucket_is_not_handed_out() throws IOException {
    storage.keep(file("abc"));
    server.put(prefix + "files/" + HASH_OF_ABC, "abd".getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> storage.open(HASH_OF_ABC))
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(StorageAway.class)
        .hasMessageContaining("has changed in the bucket");
  }

  @Test
  void a_file_that_was_never_kept_is_missing() {
    assertThatThrownBy(() -> storage.open(HASH_OF_ABC)).isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void old_files_are_shown_and_removed_and_what_grows_has_a_day_more() throws IOException {
    var one = storage.keep(file("one"));
    var other = storage.keep(file("other"));
    storage.growing(UUID.randomUUID()).write(0, file("begun"));
    var old = new ArrayList<String>();

    storage.eachOld(Instant.EPOCH, old::addAll);
    assertThat(old).isEmpty();
    storage.eachOld(Instant.now().plus(Duration.ofHours(1)), old::addAll);
    assertThat(old).containsExactlyInAnyOrder(one.hash(), other.hash());
    storage.delete(List.of(one.hash()));
    storage.dropUnfinished(Instant.now().plus(Duration.ofHours(1)));
    assertThat(server.keys(prefix)).hasSize(2).contains("files/" + other.hash());
    storage.dropUnfinished(Instant.now().plus(Duration.ofHours(25)));
    assertThat(server.keys(prefix)).containsExactly("files/" + other.hash());
  }

  @Test
  void a_file_in_pieces_is_put_together_whichever_node_took_them() throws IOException {
    var id = UUID.randomUUID();
    try (var other = storage(Map.of())) {
      storage.growing(id).write(0, file("The quick "));
      other.growing(id).write(10, file("brown cat, lost"));
      storage.growing(id).write(10, file("brown "));
      other.growing(id).write(16, file("fox"));

      try (var whole = storage.growing(id).whole(19)) {
        assertThat(whole.path()).hasContent("The quick brown fox");
      }
      assertThatThrownBy(() -> storage.growing(id).whole(20)).isInstanceOf(IOException.class);
      other.growing(id).drop();
    }
    assertThat(server.keys(prefix)).isEmpty();
    assertThat(onTheirWay()).isEmpty();
  }

  @Test
  void a_folder_moves_to_the_bucket_and_goes_on_where_it_was_stopped() throws IOException {
    var folder = Storage.inFolder(temp.resolve("old"));
    for (int i = 0; i < 30; i++) {
      folder.keep(file("cv " + i));
    }
    var damaged = folder.keep(file("damaged"));
    Files.writeString(folder.place(damaged.hash()), "Damaged");
    var move = new Move(folder, settings(Map.of()));

    server.line().harm(Fault.UNAVAILABLE, "PUT", ALL);
    assertThatThrownBy(move::run).isInstanceOf(StorageAway.class);
    server.line().heal();
    var keys = server.keys(prefix);
    var moved = move.run();
    var again = move.run();

    assertThat(moved.sent() + keys.size()).isEqualTo(30);
    assertThat(moved.damaged()).containsExactly(damaged.hash());
    assertThat(again).isEqualTo(new Move.Moved(0, 0, 30, List.of(damaged.hash())));
    assertThat(server.keys(prefix)).hasSize(30);
  }

  @Test
  void a_folder_in_use_moves_and_what_came_or_went_meanwhile_is_no_trouble() throws Exception {
    var folder = Storage.inFolder(temp.resolve("old"));
    var move = new Move(folder, settings(Map.of()));
    var stays = new ArrayList<String>();
    for (int i = 0; i < 40; i++) {
      stays.add(folder.keep(file("early " + i)).hash());
    }
    var gone = folder.place("ab".repeat(32));
    Files.createDirectories(gone.getParent());
    Files.createSymbolicLink(gone, temp.resolve("deleted")); // listed, and not there to be read
    try (var worker = Executors.newSingleThreadExecutor()) {
      var working =
          worker.submit(() -> {
            for (int i = 0; i < 100; i++) {
              stays.add(folder.keep(file("late " + i)).hash());
              folder.delete(List.of(folder.keep(file("short-lived " + i)).hash()));
            }
            return stays;
          });
      move.run();
      working.get();
    }
    move.run();

    assertThat(server.keys(prefix)).containsAll(keys(stays));
  }

  private static List<String> keys(List<String> hashes) {
    return hashes.stream().map(hash -> S3Storage.FILES + hash).toList();
  }

  private Storage storage(Map<String, String> settings) {
    return Storage.of(new StorageSettings(temp.resolve("way")), settings(settings));
  }

  private S3Settings settings(Map<String, String> more) {
    var all = new HashMap<>(server.settings(prefix));
    all.putAll(more);
    return new Binder(new MapConfigurationPropertySource(all))
        .bindOrCreate("shortlist.s3", S3Settings.class);
  }

  private Path file(String content) throws IOException {
    return Files.writeString(Files.createTempFile(temp, "upload", ""), content);
  }

  private List<Path> onTheirWay() throws IOException {
    try (var files = Files.list(temp.resolve("way/unfinished"))) {
      return files.toList();
    }
  }
}
