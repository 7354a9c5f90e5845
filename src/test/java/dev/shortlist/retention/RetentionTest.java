package dev.shortlist.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shortlist.RunningShortlist;
import dev.shortlist.SettableClock;
import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.Accounts;
import dev.shortlist.database.Tenancy;
import dev.shortlist.intake.Intake;
import dev.shortlist.intake.Upload;
import dev.shortlist.screening.Invariants;
import dev.shortlist.screening.JobDescriptions;
import dev.shortlist.screening.Screening.State;
import dev.shortlist.screening.ScreeningId;
import dev.shortlist.screening.Screenings;
import dev.shortlist.storage.Storage;
import dev.shortlist.text.FileFinder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

@Tag("slow")
@SuppressWarnings("NullAway.Init") // JUnit fills in
class RetentionTest {
  @RegisterExtension static final RunningShortlist shortlist = new RunningShortlist(Map.of());

  private static final Duration DAY = Duration.ofDays(1);

  @TempDir Path temp;
  private AccountId account;
  private Invariants invariants;

  @BeforeEach
  void an_account_of_its_own() {
    account = new AccountId(shortlist.database().account());
    invariants =
        new Invariants(shortlist.database().jdbc(), shortlist.database().tenancy(), account);
  }

  @Test
  void without_a_setting_results_are_kept_for_ever() throws IOException {
    var screening = completed("Ann");
    age(screening, Duration.ofDays(5000));

    retention(null, Instant.now()).run();

    assertThat(shortlist.get(Screenings.class).find(account, screening)).isPresent();
    assertThat(rows("application")).isEqualTo(1);
  }

  @Test
  void a_screening_whose_time_is_over_goes_with_all_only_it_needs() throws IOException {
    var old = completed("Ann", "Bob");
    var young = completed("Bob", "Cid");
    age(old, DAY.multipliedBy(31));
    ageFiles();

    retention(DAY.multipliedBy(30), Instant.now()).run();

    assertThat(shortlist.get(Screenings.class).find(account, old)).isEmpty();
    assertThat(shortlist.get(Screenings.class).find(account, young)).isPresent();
    assertThat(rows("application")).isEqualTo(2);
    assertThat(rows("match")).isEqualTo(2);
    assertThat(rows("document")).as("Ann's is gone, Bob's is needed").isEqualTo(2);
    assertThat(rows("reading")).isEqualTo(2);
    assertThat(rows("candidate")).isEqualTo(2);
    invariants.check();
  }

  @Test
  void bytes_nobody_refers_to_go_after_a_while_and_not_before() throws IOException {
    completed("Dan");
    var storage = shortlist.get(Storage.class);
    var forgotten = storage.keep(Files.writeString(temp.resolve("forgotten"), "nobody's CV"));
    Path place = storage.borrow(forgotten.hash()).path();

    retention(null, Instant.now()).run();
    assertThat(place).exists();
    Files.setLastModifiedTime(place, FileTime.from(Instant.now().minus(DAY.multipliedBy(2))));
    storage.keep(temp.resolve("forgotten"));
    retention(null, Instant.now()).run();
    assertThat(place).as("its time began anew when it was kept again").exists();
    Files.setLastModifiedTime(place, FileTime.from(Instant.now().minus(DAY.multipliedBy(2))));
    retention(null, Instant.now()).run();

    assertThat(place).doesNotExist();
  }

  @Test
  void nothing_is_removed_while_the_clock_of_the_node_is_wrong() throws IOException {
    var screening = completed("Eve");
    for (Duration skew : List.of(Duration.ofHours(2), Duration.ofDays(45), Duration.ofHours(-2))) {
      retention(Duration.ofMinutes(1), Instant.now().plus(skew)).run();
    }

    assertThat(shortlist.get(Screenings.class).find(account, screening)).isPresent();
  }

  private Retention retention(@Nullable Duration kept, Instant now) {
    var jdbc = shortlist.get(JdbcClient.class);
    return new Retention(
        jdbc,
        shortlist.get(Tenancy.class),
        shortlist.get(Accounts.class),
        new Expiry(jdbc),
        List.of(),
        shortlist.get(Erasure.class),
        shortlist.get(StoredFiles.class),
        shortlist.get(FileFinder.class),
        new RetentionSettings(kept, DAY),
        new SettableClock(now));
  }

  private ScreeningId completed(String... names) throws IOException {
    var job =
        shortlist
            .get(JobDescriptions.class)
            .create(account, null, "Accountant\n\nRequirements\n- SAP\n- Excel\n", null);
    var screening = shortlist.get(Screenings.class).create(account, null, job.id(), null).id();
    for (String name : names) {
      var file =
          Files.writeString(
              temp.resolve(name + ".txt"),
              "%1$s Example\n%1$s@example.com\n\nExperience\nAccountant, Northwind, 2019 - 2024\nSAP\n"
                  .formatted(name));
      shortlist.get(Intake.class).add(account, screening, List.of(new Upload(name + ".txt", file)));
    }
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() ->
            shortlist.get(Screenings.class).find(account, screening).orElseThrow().state()
                == State.COMPLETED);
    return screening;
  }

  private void age(ScreeningId screening, Duration by) {
    change(
        "update screening set finished_at = finished_at - interval '%d seconds' where id = '%s'"
            .formatted(by.toSeconds(), screening));
  }

  private void ageFiles() {
    change("update document set created_at = created_at - interval '3 days'");
    change("update candidate set created_at = created_at - interval '3 days'");
  }

  private void change(String sql) {
    shortlist.inAccount(account, jdbc -> jdbc.sql(sql).update());
  }

  private int rows(String table) {
    return shortlist.inAccount(
        account,
        jdbc ->
            jdbc.sql("select count(*) from " + table)
                .query((row, number) -> row.getInt(1))
                .single());
  }
}
