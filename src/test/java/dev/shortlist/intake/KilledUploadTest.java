package dev.shortlist.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shortlist.OtherJava;
import dev.shortlist.RunningShortlist;
import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.Accounts;
import dev.shortlist.api.HttpCalls;
import dev.shortlist.intake.DyingServer.Step;
import dev.shortlist.screening.Screening;
import dev.shortlist.screening.ScreeningId;
import dev.shortlist.screening.Screenings;
import dev.shortlist.screening.Stage;
import dev.shortlist.tasks.Recurring;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A node that is killed in the middle of an upload, beside one that lives on the same database and
/// folder: all of the upload is there afterwards, or nothing.
@Tag("slow")
@SuppressWarnings("NullAway.Init") // JUnit fills in
class KilledUploadTest {
  @RegisterExtension static final RunningShortlist shortlist = new RunningShortlist(Map.of());

  @TempDir Path folder;

  private AccountId account;
  private ScreeningId screening;

  @BeforeEach
  void a_screening_of_its_own() {
    account = shortlist.get(Accounts.class).local();
    screening = shortlist.get(Screenings.class).create(account, "Killed", null, null).id();
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "AFTER_THE_ROWS_ARE_COMMITTED")
  void before_the_commit_nothing_is_taken_in_and_nothing_stays(Step step) throws Exception {
    var cvs = zip(step.name());

    die(step, cvs);

    assertThat(rows("application") + rows("received") + tasks()).isZero();
    assertThat(state()).isEqualTo(Screening.State.CREATED);
    sweepAfterTwoDays();
    assertThat(files()).as("what nobody refers to is gone").isEqualTo(documents());

    var receipt =
        shortlist.get(Intake.class).add(account, screening, List.of(new Upload("cvs.zip", cvs)));
    assertThat(receipt.count(Received.Accepted.class)).as("sent again").isEqualTo(3);
    awaitCompleted();
  }

  @Test
  void after_the_commit_all_is_taken_in_and_done_though_no_answer_came() throws Exception {
    var cvs = zip("committed");

    die(Step.AFTER_THE_ROWS_ARE_COMMITTED, cvs);

    awaitCompleted();
    assertThat(shortlist.get(Screenings.class).progress(account, screening).count(Stage.COMPLETED))
        .isEqualTo(3);
    sweepAfterTwoDays();
    assertThat(files()).isEqualTo(documents());
    var receipt =
        shortlist.get(Intake.class).add(account, screening, List.of(new Upload("cvs.zip", cvs)));
    assertThat(receipt.count(Received.Duplicate.class)).as("sent again").isEqualTo(3);
  }

  private void die(Step step, Path cvs) throws Exception {
    var process =
        OtherJava.running(
                DyingServer.class,
                256,
                step,
                account,
                screening,
                cvs,
                "--shortlist.database.url=" + shortlist.database().url(),
                "--shortlist.data=" + folder,
                "--shortlist.storage.folder=" + storage())
            .redirectOutput(folder.resolve("out").toFile())
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue())
        .as(Files.readString(folder.resolve("out")))
        .isEqualTo(DyingServer.KILLED);
  }

  /// Three CVs nobody sent before.
  private Path zip(String name) throws IOException {
    var files = new TreeMap<String, String>();
    for (String skill : List.of("SAP", "Excel", "Java")) {
      files.put(
          skill + ".txt",
          "Ann %s\nann@example.com\n\nSkills\n%s %s\n".formatted(name, skill, name));
    }
    return Files.write(folder.resolve("cvs.zip"), HttpCalls.zip(files));
  }

  private void sweepAfterTwoDays() throws IOException {
    var then = FileTime.from(Instant.now().minus(Duration.ofDays(2)));
    try (var all = Files.walk(storage())) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        Files.setLastModifiedTime(file, then);
      }
    }
    // Whoever said it keeps these bytes is taken for dead after a day.
    shortlist
        .get(JdbcClient.class)
        .sql("update arriving set claimed_at = claimed_at - interval '2 days'")
        .update();
    shortlist.all(Recurring.class).stream()
        .filter(recurring -> recurring.name().equals("retention"))
        .forEach(retention -> retention.work().run());
  }

  private long files() throws IOException {
    try (var all = Files.walk(storage())) {
      return all.filter(Files::isRegularFile).count();
    }
  }

  private static Path storage() {
    return shortlist.data().resolve("files");
  }

  private static long documents() {
    return count("document");
  }

  private long rows(String table) {
    return count("%s where screening_id = '%s'".formatted(table, screening));
  }

  private long tasks() {
    return count("task_cpu where batch = '%s'".formatted(screening));
  }

  private static long count(String from) {
    return shortlist.inAccount(
        shortlist.get(Accounts.class).local(),
        jdbc ->
            jdbc.sql("select count(*) from " + from)
                .query((row, number) -> row.getLong(1))
                .single());
  }

  private Screening.State state() {
    return shortlist.get(Screenings.class).find(account, screening).orElseThrow().state();
  }

  private void awaitCompleted() {
    await().atMost(Duration.ofSeconds(60)).until(() -> state() == Screening.State.COMPLETED);
  }
}
