package dev.shortlist.pool;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shortlist.RunningShortlist;
import dev.shortlist.accounts.AccountId;
import dev.shortlist.intake.Intake;
import dev.shortlist.intake.Upload;
import dev.shortlist.screening.Applications;
import dev.shortlist.screening.JobDescriptions;
import dev.shortlist.screening.ScreeningId;
import dev.shortlist.screening.Screenings;
import dev.shortlist.screening.StoredJobDescription;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
@SuppressWarnings("NullAway.Init") // JUnit fills in
class PoolTest {
  @RegisterExtension static final RunningShortlist shortlist = new RunningShortlist(Map.of());

  private static final String ACCOUNTANT = "Accountant\n\nRequirements\n- Excel\n- SAP\n";
  private static final String COOK =
      "Cook\n\nRequirements\n- 3 years of experience as a cook\n- baking\n";

  @TempDir Path temp;
  private final JobDescriptions jobDescriptions = shortlist.get(JobDescriptions.class);
  private final Screenings screenings = shortlist.get(Screenings.class);
  private final Intake intake = shortlist.get(Intake.class);
  private final Applications applications = shortlist.get(Applications.class);
  private final PoolRankings rankings = shortlist.get(PoolRankings.class);
  private AccountId account;

  @BeforeEach
  void an_account_of_its_own() {
    account = new AccountId(shortlist.database().account());
  }

  @Test
  void everybody_read_before_is_ranked_for_a_new_job_description() throws IOException {
    read(cv("Ann Archer", "Accountant", "SAP, Excel"), cv("Bob Baker", "Cook", "baking"));
    var cook = jobDescriptions.create(account, null, COOK, null);

    var ranked = rank(cook);

    assertThat(rankings.get(account, cook).cvs()).isEqualTo(2);
    assertThat(names(ranked)).containsExactly("Bob Baker", "Ann Archer");
    assertThat(ranked.getFirst().rank()).isEqualTo(1);
    assertThat(ranked.getFirst().application()).isNotNull();
    assertThat(rank(cook)).isEqualTo(ranked);
  }

  @Test
  void the_pool_gives_the_score_that_a_screening_gives() throws IOException {
    var asked = jobDescriptions.create(account, null, ACCOUNTANT, null);
    var screening = screen(asked, cv("Ann Archer", "Accountant", "SAP, Excel"));

    var match = applications.ranking(account, screening, 0, 1).getFirst().match();
    assertThat(rank(asked).getFirst().score()).isEqualTo(match.score());
    assertThat(rank(asked).getFirst().summary()).isEqualTo(PoolFit.Summary.of(match));
  }

  @Test
  void of_one_person_the_newest_cv_counts() throws IOException {
    read(cv("Ann Archer", "Cook", "baking"));
    read(cv("Ann Archer", "Accountant", "SAP, Excel"));
    var ranked = rank(jobDescriptions.create(account, null, COOK, null));

    assertThat(ranked).hasSize(1);
    assertThat(ranked.getFirst().profile().work())
        .extracting(work -> requireNonNull(work.title()).value())
        .containsExactly("Accountant");
  }

  @Test
  void a_cv_that_came_later_is_ranked_the_next_time() throws IOException {
    var cook = jobDescriptions.create(account, null, COOK, null);
    read(cv("Ann Archer", "Accountant", "SAP, Excel"));
    rank(cook);
    read(cv("Bob Baker", "Cook", "baking"));

    assertThat(names(rank(cook))).containsExactly("Bob Baker", "Ann Archer");
  }

  @Test
  void an_account_without_cvs_has_an_empty_pool() {
    var cook = jobDescriptions.create(account, null, COOK, null);

    assertThat(rank(cook)).isEmpty();
    assertThat(rankings.get(account, cook).state()).isEqualTo(PoolRanking.State.COMPLETED);
  }

  @Test
  void cvs_of_another_account_are_in_no_pool_of_ours() throws IOException {
    read(cv("Ann Archer", "Accountant", "SAP, Excel"));
    account = new AccountId(shortlist.database().account());
    var asked = jobDescriptions.create(account, null, ACCOUNTANT, null);

    assertThat(rank(asked)).isEmpty();
  }

  @Test
  void what_the_language_model_made_of_a_cv_is_kept_with_its_reading() throws IOException {
    screen(
        jobDescriptions.create(account, null, ACCOUNTANT, null),
        cv("Ann Archer", "Accountant", "SAP, Excel"));

    int kept =
        shortlist.inAccount(
            account,
            jdbc ->
                jdbc.sql("select count(meanings) from reading where account_id = :account")
                    .param("account", account.value())
                    .query(Integer.class)
                    .single());
    assertThat(kept).isEqualTo(1);
  }

  private List<PoolFit> rank(StoredJobDescription asked) {
    rankings.begin(account, asked);
    await().atMost(Duration.ofSeconds(60)).until(() -> !rankings.get(account, asked).isRunning());
    return rankings.page(account, asked, 0, 10);
  }

  private static List<String> names(List<PoolFit> ranked) {
    return ranked.stream()
        .map(fit -> requireNonNull(fit.profile().contact().name()).value())
        .toList();
  }

  private void read(String... cvs) throws IOException {
    screen(null, cvs);
  }

  private ScreeningId screen(@Nullable StoredJobDescription asked, String... cvs)
      throws IOException {
    var screening =
        screenings.create(account, "Some", asked == null ? null : asked.id(), null).id();
    var uploads = new ArrayList<Upload>();
    for (String cv : cvs) {
      var file = Files.createTempFile(temp, "cv", ".txt");
      Files.writeString(file, cv);
      uploads.add(new Upload(file.getFileName().toString(), file));
    }
    intake.add(account, screening, uploads);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> screenings.progress(account, screening).percent() == 100);
    return screening;
  }

  private static String cv(String name, String title, String skills) {
    return """
    %s
    %s@example.com

    Work experience
    %s
    Acme Ltd, Leeds
    January 2019 - December 2024
    - Worked with %s every day

    Skills
    %s
    """
        .formatted(name, name.replace(' ', '.'), title, skills, skills);
  }
}
