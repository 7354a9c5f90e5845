package dev.shortlist.deciding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.shortlist.RunningShortlist;
import dev.shortlist.accounts.AccountId;
import dev.shortlist.candidate.Candidate;
import dev.shortlist.candidate.Candidates;
import dev.shortlist.intake.Intake;
import dev.shortlist.intake.Upload;
import dev.shortlist.match.Recommendation;
import dev.shortlist.screening.ApplicationId;
import dev.shortlist.screening.Applications;
import dev.shortlist.screening.JobDescriptions;
import dev.shortlist.screening.Screening;
import dev.shortlist.screening.ScreeningId;
import dev.shortlist.screening.Screenings;
import dev.shortlist.screening.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
@SuppressWarnings("NullAway.Init") // JUnit fills in
class DecisionsTest {
  @RegisterExtension static final RunningShortlist shortlist = new RunningShortlist(Map.of());

  @TempDir Path temp;
  private final Applications applications = shortlist.get(Applications.class);
  private final Decisions decisions = shortlist.get(Decisions.class);
  private AccountId account;
  private ScreeningId screening;
  private ApplicationId baker;

  @BeforeEach
  void a_baker_has_applied_for_the_post_of_an_accountant() throws IOException {
    account = new AccountId(shortlist.database().account());
    screening =
        screened(
            "Accountant\nRequirements\n- 5 years of experience in accounting\n- SAP\n- Excel",
            "Bob Baker\nbob@example.com\n\nExperience\nBaker, Loaf Ltd, 2015 - 2024\n- Baked bread");
    var ranked = applications.ranking(account, screening, 0, 1).getFirst();
    assertThat(ranked.match().recommendation()).isIn(Recommendation.NO, Recommendation.STRONG_NO);
    baker = ranked.application().id();
  }

  @Test
  void nobody_is_decided_about_by_the_program() {
    assertThat(verdict()).isNull();
    assertThat(decisions.history(account, baker)).isEmpty();
  }

  @Test
  void the_last_decision_counts_and_all_stay_beside_the_score() {
    decisions.decide(account, List.of(baker), Verdict.REJECTED, " Has never kept books. ", "ann");
    decisions.decide(account, List.of(baker), Verdict.ON_HOLD, "", "ann");
    assertThat(verdict()).isEqualTo(Verdict.ON_HOLD);
    decisions.takeBack(account, List.of(baker), "bob");
    assertThat(verdict()).isNull();

    var history = decisions.history(account, baker);
    assertThat(history)
        .extracting(Decision::verdict, Decision::reason, Decision::by)
        .containsExactly(
            tuple(Verdict.REJECTED, "Has never kept books.", "ann"),
            tuple(Verdict.ON_HOLD, "", "ann"),
            tuple(null, "", "bob"));
    var match = applications.ranking(account, screening, 0, 1).getFirst().match();
    assertThat(history.getFirst().score()).isEqualTo(match.score());
    assertThat(history.getFirst().recommendation()).isEqualTo(match.recommendation());
  }

  @Test
  void rejecting_and_going_against_the_recommendation_need_a_reason() {
    for (Verdict verdict : List.of(Verdict.REJECTED, Verdict.SHORTLISTED)) {
      assertThatThrownBy(() -> decisions.decide(account, List.of(baker), verdict, " ", "ann"))
          .isInstanceOf(ReasonMissing.class)
          .hasMessageContaining("say why");
    }
    assertThat(verdict()).isNull();
    assertThat(decisions.history(account, baker)).isEmpty();

    var against =
        decisions.decide(account, List.of(baker), Verdict.SHORTLISTED, "Knows the owner.", "ann");
    assertThat(against.getFirst().isOverride()).isTrue();
  }

  @Test
  void about_many_is_decided_at_once_or_not_at_all() {
    var unknown = new ApplicationId(UUID.randomUUID());
    assertThatThrownBy(
            () -> decisions.decide(account, List.of(baker, unknown), Verdict.ON_HOLD, "", "ann"))
        .isInstanceOf(NoSuchElementException.class);
    assertThat(verdict()).isNull();
    assertThat(decisions.decide(account, List.of(baker, baker), Verdict.ON_HOLD, "", "ann"))
        .hasSize(1);
  }

  @Test
  void what_was_decided_together_is_undone_together_and_what_was_before_counts_again() {
    decisions.decide(account, List.of(baker), Verdict.REJECTED, "No books.", "ann");
    var batch = decisions.decideTogether(account, List.of(baker), Verdict.ON_HOLD, "", "bob");

    assertThat(decisions.undo(account, batch.id(), "bob")).hasSize(1);

    assertThat(verdict()).isEqualTo(Verdict.REJECTED);
    assertThat(decisions.latest(account, List.of(baker)).values())
        .extracting(Decision::reason)
        .containsExactly("No books.");
    assertThat(decisions.history(account, baker)).hasSize(3);
    assertThat(decisions.undo(account, batch.id(), "bob")).isEmpty();
  }

  @Test
  void undoing_leaves_alone_what_another_decided_since() {
    var batch = decisions.decideTogether(account, List.of(baker), Verdict.ON_HOLD, "", "bob");
    decisions.decide(account, List.of(baker), Verdict.REJECTED, "No books.", "ann");

    assertThat(decisions.undo(account, batch.id(), "bob")).isEmpty();
    assertThat(verdict()).isEqualTo(Verdict.REJECTED);
  }

  @Test
  void no_account_undoes_anothers_decisions() {
    var batch = decisions.decideTogether(account, List.of(baker), Verdict.ON_HOLD, "", "bob");
    var other = new AccountId(shortlist.database().account());

    assertThat(decisions.undo(other, batch.id(), "eve")).isEmpty();
    assertThat(verdict()).isEqualTo(Verdict.ON_HOLD);
  }

  @Test
  void no_account_decides_about_anothers_applications() {
    var other = new AccountId(shortlist.database().account());
    assertThatThrownBy(() -> decisions.decide(other, List.of(baker), Verdict.ON_HOLD, "", "eve"))
        .isInstanceOf(NoSuchElementException.class);
    assertThat(decisions.history(other, baker)).isEmpty();
  }

  @Test
  void the_cv_made_a_candidate_who_is_known_again_in_the_next_screening() throws IOException {
    screened(
        "Baker\nRequirements\n- 3 years of experience as a baker",
        "Bob Baker\nbob@example.com\n\nExperience\nBaker, Loaf Ltd, 2015 - 2026\n- Baked rolls");
    var known = shortlist.get(Candidates.class).list(account, 0, "", 10);
    assertThat(known).extracting(Candidate::name).containsExactly("Bob Baker");
    assertThat(applications.find(account, baker).orElseThrow().application().candidate())
        .isEqualTo(known.getFirst().id());
  }

  private ScreeningId screened(String asked, String cv) throws IOException {
    var file = Files.writeString(temp.resolve(asked.hashCode() + ".txt"), cv);
    var job = shortlist.get(JobDescriptions.class).create(account, null, asked, null);
    var screenings = shortlist.get(Screenings.class);
    var id = screenings.create(account, null, job.id(), null).id();
    shortlist
        .get(Intake.class)
        .add(account, id, new ArrayList<>(List.of(new Upload("cv.txt", file))));
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> screenings.find(account, id).orElseThrow().state() == Screening.State.COMPLETED);
    return id;
  }

  private @Nullable Verdict verdict() {
    return applications.find(account, baker).orElseThrow().application().verdict();
  }
}
