package dev.shortlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.shortlist.accounts.Accounts;
import dev.shortlist.accounts.Audit;
import dev.shortlist.accounts.AuditEntry;
import dev.shortlist.cli.CouldNotRun;
import dev.shortlist.database.TestDatabase;
import dev.shortlist.intake.Intake;
import dev.shortlist.intake.Upload;
import dev.shortlist.screening.Applications;
import dev.shortlist.screening.JobDescriptions;
import dev.shortlist.screening.RankedApplication;
import dev.shortlist.screening.Screening;
import dev.shortlist.screening.Screenings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

@Tag("slow")
@SuppressWarnings("NullAway.Init") // JUnit fills in
class OfflineOperationsTest {
  @RegisterExtension static final TestDatabase source = new TestDatabase();
  @RegisterExtension static final TestDatabase target = new TestDatabase();
  @RegisterExtension static final TestDatabase empty = new TestDatabase();

  @TempDir Path temp;
  private final OfflineOperations operations = new OfflineOperations();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Test
  void what_was_exported_is_the_same_after_the_import_and_only_an_empty_database_takes_it()
      throws IOException {
    List<RankedApplication> before;
    try (var program = program(source, "a")) {
      before = screen(program);
    }
    Path file = temp.resolve("backup.zip");
    operations.exportTo(file, settings(source, "a"), print());
    assertThat(said()).contains("exported", "4 files");

    operations.importFrom(file, settings(target, "b"), print());
    assertThat(said()).contains("imported", "4 files");

    try (var program = program(target, "b")) {
      assertThat(ranking(program)).isEqualTo(before);
      assertThat(screenMore(program)).isEqualTo(5);
      oneAccountMovesBesideTheServer(program);
    }
    assertThatThrownBy(() -> operations.importFrom(file, settings(target, "b"), print()))
        .isInstanceOf(CouldNotRun.class)
        .hasMessageContaining("import into an empty one");

    byte[] damaged = Files.readAllBytes(file);
    damaged[damaged.length / 3] ^= 1;
    Files.write(file, damaged);
    assertThatThrownBy(() -> operations.importFrom(file, settings(source, "c"), print()))
        .isInstanceOf(CouldNotRun.class);
  }

  @Test
  void a_damaged_backup_is_refused_without_a_word_of_what_it_tells_of_people() throws IOException {
    Path file = temp.resolve("whole.zip");
    operations.exportTo(file, settings(empty, "d"), print());
    assertThatThrownBy(
            () -> operations.exportTo(temp.resolve("none/a.zip"), settings(empty, "d"), print()))
        .isInstanceOf(CouldNotRun.class)
        .hasMessageEndingWith("a.zip: there is no such folder");

    // A row of another shape, which the database would quote when it refuses it.
    assertThat(refusal(changed(file, "account", "Grace Example\\tgrace@example.com\n"), "e"))
        .contains("the file is damaged: the rows of account are not what they were")
        .contains("copy it anew from where it was kept, or take another backup");
    assertThat(refusal(changed(file, "manifest.json", "{\"tables\": \"Grace Example\"}"), "f"))
        .contains("the file is damaged: its manifest cannot be read");
    Files.writeString(file, "no ZIP at all");
    assertThat(refusal(file, "g")).contains("the file is damaged: whole.zip is no whole ZIP");
    assertThat(refusal(temp.resolve("none.zip"), "h"))
        .contains("there is no file")
        .contains("none.zip");
  }

  private String refusal(Path file, String folder) {
    var refused =
        catchThrowableOfType(
            CouldNotRun.class, () -> operations.importFrom(file, settings(empty, folder), print()));
    String why = String.valueOf(refused.getMessage());
    assertThat(why).doesNotContain("Grace", "COPY", "Exception");
    return why;
  }

  /// The same ZIP with other bytes in the entries whose names have `part` in them.
  private Path changed(Path file, String part, String content) throws IOException {
    Path changed = Files.createTempFile(temp, "changed", ".zip");
    try (var from = new ZipFile(file.toFile());
        var to = new ZipOutputStream(Files.newOutputStream(changed))) {
      for (var entry : Collections.list(from.entries())) {
        to.putNextEntry(new ZipEntry(entry.getName()));
        to.write(
            entry.getName().contains(part)
                ? content.getBytes(StandardCharsets.UTF_8)
                : from.getInputStream(entry).readAllBytes());
        to.closeEntry();
      }
    }
    return changed;
  }

  private void oneAccountMovesBesideTheServer(ConfigurableApplicationContext program)
      throws IOException {
    var file = temp.resolve("account.zip");
    var settings = settings(target, "b");

    operations.exportAccount(null, file, settings, print());
    operations.importAccount("Copy", file, settings, print());
    operations.importAccount("Copy", file, settings, print());

    assertThat(said())
        .contains("exported", "and 5 CVs", "imported", "has all of this file already");
    var copy = program.getBean(Accounts.class).find("Copy").orElseThrow();
    var screening = program.getBean(Screenings.class).find(copy, "moved").orElseThrow();
    assertThat(program.getBean(Applications.class).ranking(copy, screening.id(), 0, 100))
        .extracting(one -> one.rank() + " " + one.match())
        .isEqualTo(ranking(program).stream().map(one -> one.rank() + " " + one.match()).toList());
    assertThat(program.getBean(Audit.class).list(copy, Long.MAX_VALUE, 10))
        .extracting(AuditEntry::action)
        .containsExactly("account.imported");
    assertThatThrownBy(() -> operations.exportAccount("Nobody", file, settings, print()))
        .isInstanceOf(CouldNotRun.class)
        .hasMessageContaining("There is no account \"Nobody\"");

    operations.setRetention("Copy", null, 30, settings, print());
    operations.reportRetention("Copy", 29, settings, print());
    assertThat(said()).contains("30 days after they ended", "0 screenings would be removed");
    operations.reportRetention("Copy", 31, settings, print());
    assertThat(said()).contains("30 days by the account's rule: 5 CVs", "1 screening would be");
  }

  @Test
  void the_benchmark_measures_every_part() {
    operations.benchEngine(true, temp, print());

    assertThat(said())
        .contains(
            "light tasks",
            "commit to start",
            "ZIP of 50 CVs",
            "5 CVs behind 200",
            "pause",
            "cancel",
            "progress of 2,000 applications");
  }

  private List<RankedApplication> screen(ConfigurableApplicationContext program)
      throws IOException {
    var account = program.getBean(Accounts.class).local();
    var job =
        program
            .getBean(JobDescriptions.class)
            .create(account, null, "Accountant\n\nRequirements\n- SAP\n- Excel\n", null);
    var screening = program.getBean(Screenings.class).create(account, "Pile", job.id(), "moved");
    add(program, screening, 0, 4);
    return ranking(program);
  }

  private int screenMore(ConfigurableApplicationContext program) throws IOException {
    var account = program.getBean(Accounts.class).local();
    var screening = program.getBean(Screenings.class).find(account, "moved").orElseThrow();
    add(program, screening, 4, 1);
    return ranking(program).size();
  }

  private void add(
      ConfigurableApplicationContext program, Screening screening, int first, int count)
      throws IOException {
    var account = program.getBean(Accounts.class).local();
    var uploads = new ArrayList<Upload>();
    for (int i = first; i < first + count; i++) {
      var file = Files.createTempFile(temp, "cv", ".txt");
      Files.writeString(file, "Person Number %d\nExperience\nAccountant\nSAP\n".formatted(i));
      uploads.add(new Upload(i + ".txt", file));
    }
    program.getBean(Intake.class).add(account, screening.id(), uploads);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() ->
            program.getBean(Screenings.class).find(account, "moved").orElseThrow().state()
                == Screening.State.COMPLETED);
  }

  private static List<RankedApplication> ranking(ConfigurableApplicationContext program) {
    var account = program.getBean(Accounts.class).local();
    var screening = program.getBean(Screenings.class).find(account, "moved").orElseThrow();
    return program.getBean(Applications.class).ranking(account, screening.id(), 0, 100);
  }

  private ConfigurableApplicationContext program(TestDatabase database, String folder) {
    return Shortlist.start(settings(database, folder));
  }

  private Map<String, String> settings(TestDatabase database, String folder) {
    return Map.of(
        "shortlist.port", "0",
        "shortlist.data", temp.resolve(folder).toString(),
        "shortlist.database.url", database.url());
  }

  private PrintStream print() {
    return new PrintStream(out, true, StandardCharsets.UTF_8);
  }

  private String said() {
    return out.toString(StandardCharsets.UTF_8);
  }
}
