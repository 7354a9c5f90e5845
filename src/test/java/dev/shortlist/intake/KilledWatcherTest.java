package dev.shortlist.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shortlist.OtherJava;
import dev.shortlist.RunningShortlist;
import dev.shortlist.SettableClock;
import dev.shortlist.accounts.AccessSettings;
import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.Accounts;
import dev.shortlist.database.Tenancy;
import dev.shortlist.intake.DyingServer.Step;
import dev.shortlist.screening.Application;
import dev.shortlist.screening.Applications;
import dev.shortlist.screening.JobDescriptions;
import dev.shortlist.screening.Screening;
import dev.shortlist.screening.Screenings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;

/// A node gets SIGKILL among the files of a watched folder; another one goes on there.
@Tag("slow")
@SuppressWarnings("NullAway.Init") // JUnit fills in
class KilledWatcherTest {
  private static final int FILES = 7;
  private static final int KILLED_AT = 4;
  private static final int SIGKILL = 128 + 9;

  @RegisterExtension static final RunningShortlist shortlist = new RunningShortlist(Map.of());

  @TempDir Path temp;
  private Path root;

  @ParameterizedTest
  @CsvSource({"BEFORE_THE_ROWS_ARE_COMMITTED, 3", "AFTER_THE_ROWS_ARE_COMMITTED, 4"})
  void every_file_is_taken_in_once_though_its_node_was_killed(Step step, int taken)
      throws Exception {
    root = temp.toRealPath().resolve("in");
    var account = shortlist.get(Accounts.class).local();
    var screening = screening(account, step.name());
    var below = Files.createDirectories(root.resolve(step.name()));
    for (int i = 1; i <= FILES; i++) {
      Files.writeString(below.resolve("cv%d.txt".formatted(i)), cv(step.name() + i));
    }

    kill(step);

    assertThat(files(account, screening)).hasSize(taken);
    assertThat(in(root.resolve("done"))).as("moved before").isEqualTo(KILLED_AT - 1);
    assertThat(in(below)).as("still there").isEqualTo(FILES - KILLED_AT + 1);

    look();

    assertThat(files(account, screening))
        .containsExactlyInAnyOrderElementsOf(
            IntStream.rangeClosed(1, FILES).mapToObj("cv%d.txt"::formatted).toList());
    assertThat(in(root.resolve("done"))).isEqualTo(FILES);
    assertThat(in(below)).isZero();
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() ->
            shortlist.get(Screenings.class).progress(account, screening.id()).finished() == FILES);
  }

  private static Screening screening(AccountId account, String reference) {
    var job =
        shortlist
            .get(JobDescriptions.class)
            .create(account, null, "Accountant\n\nRequirements\n- SAP\n", null);
    return shortlist.get(Screenings.class).create(account, null, job.id(), reference);
  }

  /// Starts a node that looks, and kills it where it stands.
  private void kill(Step step) throws Exception {
    var process =
        OtherJava.running(
                WatchingNode.class,
                256,
                step,
                KILLED_AT,
                "--shortlist.database.url=" + shortlist.database().url(),
                "--shortlist.data=" + temp.resolve("data"),
                "--shortlist.storage.folder=" + shortlist.data().resolve("files"),
                "--shortlist.watch.folder=" + root)
            .start();
    var said = new StringBuilder();
    try (var out = process.inputReader()) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        said.append(line).append('\n');
        if (line.contains(WatchingNode.HERE)) {
          process.destroyForcibly();
          break;
        }
      }
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(said).contains(WatchingNode.HERE);
    assertThat(process.exitValue()).isEqualTo(SIGKILL);
  }

  /// As the node that lives does, after what is there has stayed as it is.
  private void look() {
    var clock = new SettableClock(Instant.parse("2026-03-02T09:00:00Z"));
    var settings =
        new WatchSettings(
            root,
            Duration.ofSeconds(1),
            Duration.ofSeconds(20),
            DataSize.ofMegabytes(1),
            WatchSettings.Done.KEEP);
    var folder =
        new WatchedFolder(
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
    folder.look();
    clock.advance(Duration.ofMinutes(1));
    folder.look();
  }

  private static List<String> files(AccountId account, Screening screening) {
    return shortlist.get(Applications.class).list(account, screening.id(), null, 100).stream()
        .map(Application::file)
        .toList();
  }

  private static long in(Path folder) throws IOException {
    try (var all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).count();
    }
  }

  private static String cv(String name) {
    return "Ann Example\nann@example.com\n\nExperience\nAccountant, %s, 2019 - 2024\nSAP\n"
        .formatted(name);
  }
}
