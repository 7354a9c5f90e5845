package dev.shortlist.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.shortlist.RunningShortlist;
import dev.shortlist.accounts.AccountId;
import dev.shortlist.candidate.Candidates;
import dev.shortlist.database.CanaryRows;
import dev.shortlist.intake.GrowingUploads;
import dev.shortlist.intake.Intake;
import dev.shortlist.intake.Upload;
import dev.shortlist.notify.WebhookEvent;
import dev.shortlist.notify.Webhooks;
import dev.shortlist.screening.Application;
import dev.shortlist.screening.Applications;
import dev.shortlist.screening.Invariants;
import dev.shortlist.screening.JobDescriptions;
import dev.shortlist.screening.Screening.State;
import dev.shortlist.screening.ScreeningId;
import dev.shortlist.screening.Screenings;
import dev.shortlist.storage.Storage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// What is deleted is looked for byte by byte, in every table and every file.
@Tag("slow")
@SuppressWarnings("NullAway.Init") // JUnit fills in
class ErasureTest {
  /// Columns by which a row is one of a person.
  private static final Set<String> OF_A_PERSON =
      Set.of(
          "application_id",
          "application_ids",
          "candidate_id",
          "document_hash",
          "match_id",
          "reading_id");

  /// What calls cost stays: ids, which model, how much.
  private static final Set<String> LEDGERS = Set.of("model_call", "model_spent");

  @RegisterExtension static final RunningShortlist shortlist = new RunningShortlist(Map.of());

  @TempDir Path temp;
  private AccountId account;
  private Invariants invariants;
  private String canary;

  @BeforeEach
  void an_account_of_its_own() {
    account = new AccountId(shortlist.database().account());
    invariants =
        new Invariants(shortlist.database().jdbc(), shortlist.database().tenancy(), account);
    canary = "canary" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
  }

  @Test
  void of_a_deleted_screening_no_byte_is_left_and_what_others_need_stays() throws IOException {
    var screening = completed(canary, "keeper");
    var other = completed("keeper");
    keepBesides(screening);
    assertThat(tablesWithCanary())
        .contains(
            "application",
            "candidate",
            "candidate_email",
            "email",
            "idempotent_request",
            "match",
            "model_answer",
            "reading",
            "received");
    assertThat(filesWithCanary()).hasSize(1);

    var gone = shortlist.get(Erasure.class).screening(account, screening);

    assertThat(gone).isEqualTo(new Erasure.Gone(2, 1, 1));
    assertThat(tablesWithCanary()).isEmpty();
    assertThat(filesWithCanary()).isEmpty();
    assertThat(shortlist.get(Screenings.class).find(account, screening)).isEmpty();
    assertThat(ranked(other)).hasSize(1);
    invariants.check();
  }

  @Test
  void of_a_deleted_candidate_no_byte_is_left_in_any_screening() throws IOException {
    shortlist
        .get(Webhooks.class)
        .create(
            account,
            URI.create("https://hooks.invalid/"),
            "",
            Arrays.stream(WebhookEvent.values())
                .filter(event -> event != WebhookEvent.TEST)
                .toList());
    var one = completed(canary, "keeper");
    var two = completed(canary);
    keepBesides(one);
    assertThat(shortlist.database().dump().get("delivery")).isNotEmpty();
    assertThat(tablesWithCanary()).as("messages hold ids only").doesNotContain("delivery");
    var candidate = shortlist.get(Candidates.class).list(account, 0, canary, 10).getFirst().id();

    var gone = shortlist.get(Erasure.class).candidate(account, candidate);

    assertThat(gone).isEqualTo(new Erasure.Gone(2, 1, 1));
    assertThat(tablesWithCanary()).isEmpty();
    assertThat(filesWithCanary()).isEmpty();
    assertThat(shortlist.database().dump().get("delivery"))
        .anyMatch(row -> row.contains("candidate.deleted") && row.contains(candidate.toString()));
    assertThat(ranked(one)).hasSize(1);
    assertThat(ranked(two)).isEmpty();
    assertThatThrownBy(() -> shortlist.get(Erasure.class).candidate(account, candidate))
        .isInstanceOf(NoSuchElementException.class);
    invariants.check();
  }

  @Test
  void whatever_table_hangs_on_a_person_goes_with_them() throws IOException {
    var screening = completed(canary);
    var filled = filled(screening, OF_A_PERSON);
    assertThat(filled).contains("application", "arrival", "note", "reading");
    var candidate = shortlist.get(Candidates.class).list(account, 0, canary, 10).getFirst().id();

    shortlist.get(Erasure.class).candidate(account, candidate);

    assertThat(tablesWithCanary()).doesNotContainAnyElementsOf(filled);
  }

  @Test
  void whatever_table_hangs_on_a_screening_goes_with_it() throws IOException {
    var screening = completed(canary);
    var links = new HashSet<>(OF_A_PERSON);
    links.add("screening_id");
    var filled = filled(screening, links);

    shortlist.get(Erasure.class).screening(account, screening);

    assertThat(tablesWithCanary()).doesNotContainAnyElementsOf(filled);
  }

  private Set<String> filled(ScreeningId screening, Set<String> links) {
    var filled = rowsEverywhere(screening).fill(links);
    filled.removeAll(LEDGERS);
    return filled;
  }

  private CanaryRows rowsEverywhere(ScreeningId screening) {
    var anchors =
        shortlist.inAccount(
            account,
            jdbc ->
                jdbc.sql(
                        """
                        select id, candidate_id, screening_id, document_hash, reading_id, match_id
                          from application where screening_id = :id
                        """)
                    .param("id", screening.value())
                    .query((row, number) ->
                        Map.of(
                            "application_id", sql(row.getString("id")),
                            "application_ids", sql(row.getString("id")),
                            "candidate_id", sql(row.getString("candidate_id")),
                            "screening_id", sql(row.getString("screening_id")),
                            "document_hash", "'%s'".formatted(row.getString("document_hash")),
                            "reading_id", sql(row.getString("reading_id")),
                            "match_id", sql(row.getString("match_id"))))
                    .single());
    return new CanaryRows(shortlist.database(), account.value(), canary, anchors);
  }

  private static String sql(String id) {
    return "'%s'::uuid".formatted(id);
  }

  @Test
  void of_a_deleted_account_its_id_is_left_alone() throws IOException {
    var screening = completed(canary, "keeper");
    keepBesides(screening);
    var upload = shortlist.get(GrowingUploads.class).begin(account, canary + ".zip", 200);
    shortlist.get(GrowingUploads.class).append(account, upload.id(), 0, cv(canary));
    var neighbour = new AccountId(shortlist.database().account());
    var stays = completed(neighbour, "keeper");

    shortlist.get(AccountErasure.class).erase(account);

    assertThat(tablesWithCanary()).isEmpty();
    assertThat(filesWithCanary()).isEmpty();
    var left = new ArrayList<String>();
    shortlist
        .database()
        .dump()
        .forEach((table, rows) -> {
          if (rows.stream().anyMatch(row -> row.contains(account.toString()))) {
            left.add(table);
          }
        });
    assertThat(left).isSubsetOf("account", "audit_entry", "credit_entry");
    assertThat(ranked(neighbour, stays)).hasSize(1);
  }

  @Test
  void an_account_and_a_job_description_have_rules_of_their_own() throws IOException {
    var rules = shortlist.get(RetentionRules.class);
    var old = completed("old");
    var kept = completed("kept");
    for (var screening : List.of(old, kept)) {
      change(
          "update screening set finished_at = finished_at - interval '40 days' where id = '%s'"
              .formatted(screening));
    }
    assertThat(rules.report(account)).isEmpty();

    rules.set(account, 30);
    assertThat(rules.report(account))
        .extracting(RetentionRules.Due::applications)
        .containsExactly(1, 1);
    rules.set(account, job(kept), 50);

    assertThat(rules.report(account))
        .extracting(RetentionRules.Due::number)
        .containsExactly(number(old));
    shortlist.get(Retention.class).run();
    assertThat(shortlist.get(Screenings.class).find(account, old)).isEmpty();
    assertThat(shortlist.get(Screenings.class).find(account, kept)).isPresent();
    assertThat(rules.report(account)).isEmpty();
    invariants.check();
  }

  @Test
  void bytes_that_come_again_while_they_are_deleted_are_not_lost() throws Exception {
    var storage = shortlist.get(Storage.class);
    var stop = new AtomicBoolean();
    var failures = new ArrayList<Throwable>();
    var neighbour = new AccountId(shortlist.database().account());
    var cv = cv("returning");
    var deleting =
        Thread.ofVirtual()
            .start(() -> {
              try {
                while (!stop.get()) {
                  var screening = screening(neighbour);
                  shortlist.get(Intake.class).add(neighbour, screening, upload(cv));
                  shortlist.get(Erasure.class).screening(neighbour, screening);
                }
              } catch (RuntimeException | Error e) {
                failures.add(e);
              }
            });
    for (int i = 0; i < 40; i++) {
      var screening = screening(account);
      shortlist.get(Intake.class).add(account, screening, upload(cv));
      var hash = hash(screening);
      try (var file = storage.borrow(hash)) {
        assertThat(file.path()).exists();
      }
      shortlist.get(Erasure.class).screening(account, screening);
    }
    stop.set(true);
    deleting.join();
    assertThat(failures).isEmpty();
  }

  /// What other modules keep beside the rows.
  private void keepBesides(ScreeningId screening) {
    var application =
        shortlist.inAccount(
            account,
            jdbc ->
                jdbc.sql("select id from application where screening_id = :id order by id limit 1")
                    .param("id", screening.value())
                    .query((row, number) -> row.getString(1))
                    .single());
    change(
        """
        insert into model_answer (account_id, key, answer, application_ids, input_tokens, output_tokens,
          cached_tokens, made_at)
        values ('%s', 'key', '%s said so', '{%s}', 1, 1, 0, now())
        """
            .formatted(account, canary, application));
    change(
        """
        insert into email (account_id, id, category, recipient, subject, body, state, send_after,
          created_at)
        values ('%s', gen_random_uuid(), 'INVITATION', '%2$s@example.com', 'Dear %2$s', 'Hello %2$s',
          'QUEUED', now() + interval '2 hours', now())
        """
            .formatted(account, canary));
    change(
        """
        insert into idempotent_request (account_id, key, fingerprint, status, type, body, created_at)
        values ('%s', 'key', 'print', 201, 'application/json', '{"file": "%s.txt"}', now())
        """
            .formatted(account, canary));
  }

  private List<String> tablesWithCanary() {
    var tables = new ArrayList<String>();
    shortlist
        .database()
        .dump()
        .forEach((table, rows) -> {
          if (rows.stream().anyMatch(row -> lower(row).contains(canary))) {
            tables.add(table);
          }
        });
    return tables;
  }

  private List<Path> filesWithCanary() throws IOException {
    try (var files = Files.walk(shortlist.data())) {
      return files.filter(Files::isRegularFile).filter(this::hasCanary).toList();
    }
  }

  private boolean hasCanary(Path file) {
    try {
      return file.toString().contains(canary)
          || lower(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
              .contains(canary);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private ScreeningId completed(String... names) throws IOException {
    return completed(account, names);
  }

  private ScreeningId completed(AccountId of, String... names) throws IOException {
    var screening = screening(of);
    for (String name : names) {
      shortlist.get(Intake.class).add(of, screening, upload(cv(name)));
    }
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() ->
            shortlist.get(Screenings.class).find(of, screening).orElseThrow().state()
                == State.COMPLETED);
    return screening;
  }

  private ScreeningId screening(AccountId of) {
    var job =
        shortlist
            .get(JobDescriptions.class)
            .create(of, null, "Accountant\n\nRequirements\n- SAP\n- Excel\n", null);
    return shortlist.get(Screenings.class).create(of, null, job.id(), null).id();
  }

  private static List<Upload> upload(Path cv) {
    return List.of(new Upload(cv.getFileName().toString(), cv));
  }

  private Path cv(String name) throws IOException {
    return Files.writeString(
        temp.resolve(name + ".txt"),
        "%2$s Example\n%1$s@example.com\n\nExperience\nAccountant, %1$s Ltd, 2019 - 2024\nSAP and Excel at %1$s\n"
            .formatted(name, name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1)));
  }

  private List<Application> ranked(ScreeningId screening) {
    return ranked(account, screening);
  }

  private static List<Application> ranked(AccountId of, ScreeningId screening) {
    return shortlist.get(Applications.class).list(of, screening, null, 100);
  }

  private String hash(ScreeningId screening) {
    return Objects.requireNonNull(ranked(screening).getFirst().documentHash());
  }

  private int number(ScreeningId screening) {
    return shortlist.get(Screenings.class).find(account, screening).orElseThrow().number();
  }

  private int job(ScreeningId screening) {
    var id =
        shortlist.get(Screenings.class).find(account, screening).orElseThrow().jobDescription();
    return shortlist
        .get(JobDescriptions.class)
        .find(account, Objects.requireNonNull(id))
        .orElseThrow()
        .number();
  }

  private void change(String sql) {
    shortlist.inAccount(account, jdbc -> jdbc.sql(sql).update());
  }
}
