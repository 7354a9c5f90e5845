package dev.shortlist.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shortlist.RunningShortlist;
import dev.shortlist.SettableClock;
import dev.shortlist.accounts.AccessSettings;
import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.Accounts;
import dev.shortlist.database.Tenancy;
import dev.shortlist.screening.Application;
import dev.shortlist.screening.Applications;
import dev.shortlist.screening.JobDescriptions;
import dev.shortlist.screening.LifeCycle;
import dev.shortlist.screening.Screening;
import dev.shortlist.screening.Screenings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;

/// A folder is looked at by hand, look by look, so that nothing depends on when.
@Tag("slow")
@SuppressWarnings("NullAway.Init") // JUnit fills in
class WatchedFolderTest {
  /// What the program itself looks at.
  private static final Path OWN = own();

  @RegisterExtension
  static final RunningShortlist shortlist =
      new RunningShortlist(
          Map.of(
              "shortlist.watch.folder", OWN.toString(),
              "shortlist.watch.every", "100ms",
              "shortlist.watch.settle", "0s"));

  @TempDir Path temp;
  private final AccountId account = shortlist.get(Accounts.class).local();
  private final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T09:00:00Z"));
  private Path root;
  private WatchedFolder folder;
  private Screening screening;

  @BeforeEach
  void a_screening_with_a_folder_of_its_name() throws IOException {
    root = temp.toRealPath().resolve("in");
    String reference = "r" + UUID.randomUUID();
    var job =
        shortlist
            .get(JobDescriptions.class)
            .create(account, null, "Accountant\n\nRequirements\n- SAP\n", "job-" + reference);
    screening = shortlist.get(Screenings.class).create(account, null, job.id(), reference);
    Files.createDirectories(root.resolve(reference));
    folder = node(WatchSettings.Done.KEEP);
  }

  @Test
  void a_file_that_stays_as_it_is_is_taken_in_once_and_moved() throws IOException {
    put("ann.txt", cv("Ann"));

    folder.look();
    assertThat(files()).as("seen for the first time").isEmpty();
    clock.advance(Duration.ofSeconds(10));
    put("ann.txt", cv("Ann") + "SAP\n");
    folder.look();
    clock.advance(Duration.ofSeconds(10));
    folder.look();
    assertThat(files()).as("it grew meanwhile").isEmpty();
    clock.advance(Duration.ofSeconds(10));
    folder.look();

    assertThat(files()).containsExactly("ann.txt");
    assertThat(aside("done")).containsExactly(reference() + "/ann.txt");
    settle();
    assertThat(files()).hasSize(1);
    assertThat(notes()).isZero();
  }

  @Test
  void what_is_still_being_written_or_hidden_is_left_alone() throws IOException {
    put("ann.pdf.part", cv("Ann"));
    put(".ann.txt", cv("Ann"));
    put("~$ann.docx", cv("Ann"));

    settle();

    assertThat(files()).isEmpty();
    assertThat(aside("done")).isEmpty();
    assertThat(aside("rejected")).isEmpty();
  }

  @Test
  void folders_below_and_archives_are_taken_in_and_a_job_description_has_its_standing_screening()
      throws IOException {
    put("2026/march/ann.txt", cv("Ann"));
    var zip = dev.shortlist.api.HttpCalls.zip(Map.of("bob.txt", cv("Bob"), "eve.txt", cv("Eve")));
    Files.write(root.resolve(reference()).resolve("cvs.zip"), zip);
    Files.createDirectories(root.resolve("job-" + reference()));
    Files.writeString(root.resolve("job-" + reference()).resolve("dan.txt"), cv("Dan"));

    settle();

    assertThat(files())
        .containsExactlyInAnyOrder("2026/march/ann.txt", "cvs.zip/bob.txt", "cvs.zip/eve.txt");
    var job = Objects.requireNonNull(screening.jobDescription());
    var standing = shortlist.get(Screenings.class).standing(account, job);
    assertThat(applications(standing)).extracting(Application::file).containsExactly("dan.txt");
  }

  @Test
  void what_nobody_asked_for_is_rejected_with_the_reason() throws IOException {
    Files.writeString(root.resolve("loose.txt"), cv("Ann"));
    Files.createDirectories(root.resolve("nowhere"));
    Files.writeString(root.resolve("nowhere").resolve("ann.txt"), cv("Ann"));
    put("empty.txt", "");
    put("long.txt", "x".repeat(2 << 20));

    settle();

    assertThat(reason("loose.txt")).contains("named after a screening");
    assertThat(reason("nowhere/ann.txt")).contains("\"nowhere\"");
    assertThat(reason(reference() + "/empty.txt")).contains("empty");
    assertThat(reason(reference() + "/long.txt")).contains("longer than 1 MB");
    assertThat(files()).as("what was taken in stands in the tray").containsExactly("empty.txt");
  }

  @Test
  void into_a_cancelled_screening_nothing_goes() throws IOException {
    put("ann.txt", cv("Ann"));
    shortlist.get(LifeCycle.class).cancel(account, screening.id());

    settle();

    assertThat(reason(reference() + "/ann.txt")).contains("cancelled");
  }

  @Test
  void no_link_leads_out_of_the_folder() throws IOException {
    var secret = Files.createDirectories(temp.resolve("secret"));
    Files.writeString(secret.resolve("ann.txt"), cv("Ann"));
    Files.createSymbolicLink(
        root.resolve(reference()).resolve("link.txt"), secret.resolve("ann.txt"));
    Files.createSymbolicLink(root.resolve(reference()).resolve("below"), secret);
    Files.createSymbolicLink(root.resolve("1"), secret);

    settle();

    assertThat(files()).isEmpty();
    assertThat(secret.resolve("ann.txt")).exists();
    assertThat(reason(reference() + "/link.txt")).contains("a link");
    assertThat(reason(reference() + "/below")).contains("a link");
  }

  @Test
  void a_folder_for_what_is_done_that_leads_elsewhere_is_not_used() throws IOException {
    var elsewhere = Files.createDirectories(temp.resolve("elsewhere"));
    Files.createSymbolicLink(root.resolve("done"), elsewhere);
    put("ann.txt", cv("Ann"));

    settle();
    settle();

    assertThat(files()).containsExactly("ann.txt");
    try (var moved = Files.walk(elsewhere)) {
      assertThat(moved.filter(Files::isRegularFile)).isEmpty();
    }
  }

  @Test
  void a_node_that_died_between_taking_in_and_moving_takes_nothing_twice() throws IOException {
    put("ann.txt", cv("Ann"));
    put("empty.txt", "");
    // As a node leaves it that could do all but move.
    Files.writeString(root.resolve("done"), "no folder");
    Files.writeString(root.resolve("rejected"), "no folder");
    settle();
    assertThat(files()).containsExactlyInAnyOrder("ann.txt", "empty.txt");
    Files.delete(root.resolve("done"));
    Files.delete(root.resolve("rejected"));

    settle();

    assertThat(files()).as("also what stands in the tray").hasSize(2);
    assertThat(aside("done")).hasSize(2);
    folder.look();
    assertThat(notes()).isZero();
  }

  @Test
  void of_nodes_that_look_at_once_one_takes_each_file() throws Exception {
    for (int i = 0; i < 8; i++) {
      put("empty" + i + ".txt", "");
      put("cv" + i + ".txt", cv("Ann" + i));
    }
    var nodes = Stream.generate(() -> node(WatchSettings.Done.KEEP)).limit(4).toList();
    nodes.forEach(WatchedFolder::look);
    clock.advance(Duration.ofMinutes(1));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var looking : nodes.stream().map(node -> threads.submit(node::look)).toList()) {
        looking.get();
      }
    }
    settle();

    assertThat(files()).hasSize(16).doesNotHaveDuplicates();
  }

  @Test
  void names_that_come_again_stand_side_by_side_and_what_is_done_can_be_deleted()
      throws IOException {
    put("ann.txt", cv("Ann"));
    settle();
    put("ann.txt", cv("Another"));
    settle();
    assertThat(aside("done")).contains(reference() + "/ann (2).txt");

    folder = node(WatchSettings.Done.DELETE);
    put("eve.txt", cv("Eve"));
    settle();

    assertThat(files()).contains("eve.txt");
    assertThat(aside("done")).hasSize(2);
    assertThat(root.resolve(reference()).resolve("eve.txt")).doesNotExist();
  }

  @Test
  void the_program_looks_by_itself() throws IOException {
    var below = Files.createDirectories(OWN.resolve(reference()));
    var part = Files.writeString(below.resolve("ann.txt.part"), cv("Ann"));
    Files.move(part, below.resolve("ann.txt"));

    await().atMost(Duration.ofSeconds(60)).until(() -> files().equals(List.of("ann.txt")));
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> Files.exists(OWN.resolve("done").resolve(reference()).resolve("ann.txt")));
  }

  private static Path own() {
    try {
      return Files.createTempDirectory(
          Files.createDirectories(Path.of("target/test-data")), "watched");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void settle() {
    folder.look();
    clock.advance(Duration.ofMinutes(1));
    folder.look();
  }

  private WatchedFolder node(WatchSettings.Done done) {
    var settings =
        new WatchSettings(
            root, Duration.ofSeconds(1), Duration.ofSeconds(20), DataSize.ofMegabytes(1), done);
    return new WatchedFolder(
        settings,
        shortlist.get(AccessSettings.class),
        shortlist.get(Accounts.class),
        new WatchedFiles(
            shortlist.get(JdbcClient.class),
            shortlist.get(Tenancy.class),
            shortlist.get(Screenings.class),
            shortlist.get(JobDescriptions.class),
            shortlist.get(Intake.class),
            settings,
            clock),
        clock);
  }

  private String reference() {
    return String.valueOf(screening.reference());
  }

  private void put(String name, String content) throws IOException {
    var file = root.resolve(reference()).resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  private static String cv(String name) {
    return "%1$s Example\n%1$s@example.com\n\nExperience\nAccountant, Northwind, 2019 - 2024\nSAP\n"
        .formatted(name);
  }

  private List<String> files() {
    return applications(screening).stream().map(Application::file).toList();
  }

  private List<Application> applications(Screening of) {
    return shortlist.get(Applications.class).list(account, of.id(), null, 100);
  }

  private List<String> aside(String name) throws IOException {
    var aside = root.resolve(name);
    if (!Files.isDirectory(aside)) {
      return List.of();
    }
    try (var files = Files.walk(aside)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> aside.relativize(file).toString())
          .toList();
    }
  }

  private String reason(String rejected) throws IOException {
    return Files.readString(root.resolve("rejected").resolve(rejected + ".reason.txt"));
  }

  private long notes() {
    return shortlist.inAccount(
        account,
        jdbc ->
            jdbc.sql("select count(*) from watched_file where screening_id = :screening")
                .param("screening", screening.id().value())
                .query((row, number) -> row.getLong(1))
                .single());
  }
}
