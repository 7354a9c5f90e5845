package dev.shortlist.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shortlist.RunningShortlist;
import dev.shortlist.accounts.AccountId;
import dev.shortlist.intake.Intake;
import dev.shortlist.intake.Received;
import dev.shortlist.intake.Upload;
import dev.shortlist.match.Ranking;
import dev.shortlist.text.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
@SuppressWarnings("NullAway.Init") // JUnit fills in
class ScreeningTest {
  @RegisterExtension static final RunningShortlist shortlist = new RunningShortlist(Map.of());

  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String ASKED =
      """
      Accountant

      Requirements
      - 3 years of experience in accounting
      - Excel
      - SAP
      - Bachelor's degree in accounting or finance
      Nice to have: German
      """;

  @TempDir Path temp;
  private final JobDescriptions jobDescriptions = shortlist.get(JobDescriptions.class);
  private final Screenings screenings = shortlist.get(Screenings.class);
  private final Intake intake = shortlist.get(Intake.class);
  private final Applications applications = shortlist.get(Applications.class);
  private AccountId account;

  @BeforeEach
  void an_account_of_its_own() {
    account = new AccountId(shortlist.database().account());
  }

  @Test
  void cvs_are_ranked_and_every_file_is_accounted_for() throws IOException {
    var screening = screening(ASKED);
    var zip =
        zip(
            Map.of(
                "2026/ann.txt", cv("Ann Archer", "Accountant", "SAP, Excel"),
                "2026/bob.txt", cv("Bob Baker", "Baker", "bread"),
                "__MACOSX/._ann.txt", "x"));
    var receipt =
        intake.add(
            account,
            screening.id(),
            List.of(
                new Upload("cvs.zip", zip),
                new Upload("ann again.txt", file(cv("Ann Archer", "Accountant", "SAP, Excel"))),
                new Upload("empty.pdf", file("")),
                new Upload("noise.pdf", file("%PDF-1.7 this is no PDF"))));

    assertThat(receipt.count(Received.Accepted.class)).isEqualTo(3);
    assertThat(receipt.count(Received.Duplicate.class)).isEqualTo(1);
    assertThat(receipt.count(Received.Refused.class)).isEqualTo(1);
    assertThat(receipt.count(Received.Ignored.class)).isEqualTo(1);
    assertThat(intake.received(account, screening.id())).isEqualTo(receipt.files());

    awaitCompleted(screening);
    var progress = screenings.progress(account, screening.id());
    assertThat(progress.total()).isEqualTo(4);
    assertThat(progress.percent()).isEqualTo(100);
    assertThat(progress.duplicates()).isEqualTo(1);
    assertThat(progress.count(Stage.COMPLETED)).isEqualTo(2);
    assertThat(progress.count(Stage.NEEDS_REVIEW)).isEqualTo(2);
    assertThat(progress.remaining()).isEqualTo(Duration.ZERO);

    var ranking = applications.ranking(account, screening.id(), 0, 10);
    assertThat(ranking).extracting(RankedApplication::rank).containsExactly(1, 2);
    assertThat(ranking.getFirst().application().file()).isEqualTo("cvs.zip/2026/ann.txt");
    assertThat(ranking.getFirst().match().total()).isGreaterThan(ranking.getLast().match().total());
    assertThat(applications.review(account, screening.id()))
        .extracting(Application::file, Application::reason)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("empty.pdf", Reason.EMPTY_FILE),
            org.assertj.core.groups.Tuple.tuple("noise.pdf", Reason.DAMAGED));

    var detail = applications.find(account, ranking.getFirst().application().id()).orElseThrow();
    assertThat(detail.rank()).isEqualTo(1);
    assertThat(detail.match()).isEqualTo(ranking.getFirst().match());
    assertThat(detail.reading()).isNotNull();
    assertThat(detail.durations())
        .containsOnlyKeys(Stage.EXTRACTING, Stage.PROFILING, Stage.MATCHING);
  }

  @Test
  void the_order_in_the_database_is_that_of_the_ranking() throws IOException {
    var screening = screening(ASKED);
    var uploads = new ArrayList<Upload>();
    for (int i = 0; i < 12; i++) {
      // Equal but for the name, so that many totals are equal.
      String skills = List.of("Excel", "SAP", "Excel, SAP").get(i % 3);
      uploads.add(
          new Upload(i + ".txt", file(cv("Person Number" + (char) ('A' + i), "Clerk", skills))));
    }
    intake.add(account, screening.id(), uploads);
    awaitCompleted(screening);

    var ranking = applications.ranking(account, screening.id(), 0, 100);
    assertThat(ranking).hasSize(12);
    var expected =
        Ranking.of(
            ranking.reversed(),
            RankedApplication::match,
            ranked -> String.valueOf(ranked.application().documentHash()));
    assertThat(ranking).isEqualTo(expected.stream().map(Ranking.Ranked::element).toList());
    assertThat(applications.ranking(account, screening.id(), 5, 3))
        .isEqualTo(ranking.subList(5, 8));
  }

  @Test
  void a_cv_is_read_once_however_many_screenings_it_is_in() throws IOException {
    var cv = file(cv("Ann Archer", "Accountant", "SAP"));
    var first = screening(ASKED);
    intake.add(account, first.id(), List.of(new Upload("ann.txt", cv)));
    awaitCompleted(first);
    var second = screening(ASKED);
    intake.add(account, second.id(), List.of(new Upload("ann-2.txt", cv)));
    awaitCompleted(second);

    var again = applications.ranking(account, second.id(), 0, 1).getFirst();
    var detail = applications.find(account, again.application().id()).orElseThrow();
    assertThat(detail.durations()).containsOnlyKeys(Stage.MATCHING);
    assertThat(again.match())
        .isEqualTo(applications.ranking(account, first.id(), 0, 1).getFirst().match());
  }

  @Test
  void without_job_description_cvs_are_read_only() throws IOException {
    var screening = screenings.create(account, "All of them", null, "pile-1");
    intake.add(
        account,
        screening.id(),
        List.of(new Upload("ann.txt", file(cv("Ann Archer", "Accountant", "SAP")))));
    awaitCompleted(screening);

    assertThat(applications.ranking(account, screening.id(), 0, 10)).isEmpty();
    var only = applications.list(account, screening.id(), null, 10).getFirst();
    var detail = applications.find(account, only.id()).orElseThrow();
    assertThat(detail.match()).isNull();
    assertThat(detail.reading()).isNotNull();
    assertThat(only.stage()).isEqualTo(Stage.COMPLETED);
  }

  @Test
  void cvs_added_later_open_the_screening_again() throws IOException {
    var screening = screening(ASKED);
    intake.add(
        account, screening.id(), List.of(new Upload("a.txt", file(cv("A", "Clerk", "SAP")))));
    awaitCompleted(screening);
    intake.add(
        account, screening.id(), List.of(new Upload("b.txt", file(cv("B", "Clerk", "Excel")))));
    awaitCompleted(screening);

    assertThat(applications.ranking(account, screening.id(), 0, 10)).hasSize(2);
  }

  @Test
  void a_screening_is_found_by_id_number_and_reference_in_its_account_only() {
    var screening = screenings.create(account, "Spring", null, "spring-2026");

    assertThat(screening.number()).isEqualTo(1);
    for (String key : List.of(screening.id().toString(), "1", "spring-2026")) {
      assertThat(screenings.find(account, key)).contains(screening);
      assertThat(screenings.find(new AccountId(shortlist.database().account()), key)).isEmpty();
    }
  }

  private Screening screening(String asked) {
    var job = jobDescriptions.create(account, null, asked, null);
    return screenings.create(account, null, job.id(), null);
  }

  private void awaitCompleted(Screening screening) {
    await()
        .atMost(SOON)
        .until(() ->
            screenings.find(account, screening.id()).orElseThrow().state()
                == Screening.State.COMPLETED);
  }

  private Path file(String content) throws IOException {
    return Files.writeString(Files.createTempFile(temp, "upload", ""), content);
  }

  private Path zip(Map<String, String> entries) throws IOException {
    Path zip = Files.createTempFile(temp, "upload", "");
    try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (var entry : new TreeMap<>(entries).entrySet()) {
        out.putNextEntry(new ZipEntry(entry.getKey()));
        out.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return zip;
  }

  private static String cv(String name, String title, String skills) {
    return """
    %s
    %s@example.com

    Experience
    %s, Northwind Trading, January 2018 - December 2024
    - Worked on month-end closing with %s.

    Education
    Bachelor of Science in Accounting, 2014 - 2017

    Skills
    %s
    """
        .formatted(name, name.toLowerCase(Locale.ROOT).replace(' ', '.'), title, skills, skills);
  }
}
