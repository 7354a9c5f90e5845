package dev.shortlist.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shortlist.SettableClock;
import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.Numbers;
import dev.shortlist.database.Ids;
import dev.shortlist.database.TestDatabase;
import dev.shortlist.jobdescription.CardEditor;
import dev.shortlist.jobdescription.JobDescriptionReader;
import dev.shortlist.match.LocalMatcher;
import dev.shortlist.match.Weights;
import dev.shortlist.profile.LocalProfileReader;
import dev.shortlist.skills.Taxonomy;
import dev.shortlist.terms.Engine;
import dev.shortlist.terms.Engines;
import dev.shortlist.terms.OwnTerms;
import java.time.Clock;
import java.time.Instant;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@SuppressWarnings("NullAway.Init") // JUnit fills in
class JobDescriptionsTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final String ASKED = "Accountant\nRequirements\n- SAP\n- Excel";
  private static final Weights OTHERS = new Weights(60, 20, 10, 10, 0);

  private JobDescriptions jobDescriptions;
  private AccountId account;

  @BeforeEach
  void an_account_of_its_own() {
    var clock = new SettableClock(Instant.parse("2026-05-04T12:00:00Z"));
    jobDescriptions =
        new JobDescriptions(
            database.jdbc(),
            database.tenancy(),
            new Numbers(database.jdbc()),
            engines(clock),
            new Ids(clock),
            clock);
    account = new AccountId(database.account());
  }

  private static Engines engines(Clock clock) {
    var taxonomy = Taxonomy.standard();
    return new Engines(
        new OwnTerms(database.jdbc(), database.tenancy(), taxonomy, new Ids(clock), clock),
        taxonomy,
        () ->
            new Engine(
                new LocalProfileReader(taxonomy),
                new JobDescriptionReader(taxonomy),
                new CardEditor(new JobDescriptionReader(taxonomy), taxonomy),
                new LocalMatcher(taxonomy)));
  }

  @Test
  void a_change_is_a_revision_and_the_one_before_stays() {
    var first = jobDescriptions.create(account, null, ASKED, "REQ-1");
    var second = jobDescriptions.revise(account, first.id(), first.content(), OTHERS);

    assertThat(second.number()).isEqualTo(first.number());
    assertThat(second.revision()).isEqualTo(2);
    assertThat(second.weights()).isEqualTo(OTHERS);
    assertThat(jobDescriptions.find(account, first.id())).contains(first);
    assertThat(jobDescriptions.find(account, "REQ-1")).contains(second);
    assertThat(jobDescriptions.find(account, "1")).contains(second);
    assertThat(jobDescriptions.list(account)).containsExactly(second);
    assertThat(jobDescriptions.revisions(account, "REQ-1")).containsExactly(second, first);
  }

  @Test
  void of_two_who_change_the_same_revision_the_second_is_told() {
    var first = jobDescriptions.create(account, null, ASKED, null);
    jobDescriptions.revise(account, first.id(), first.content(), OTHERS);
    assertThatThrownBy(() -> jobDescriptions.revise(account, first.id(), first.content(), OTHERS))
        .isInstanceOf(RevisionOutdated.class)
        .hasMessageContaining("job description 1 was changed since");
  }

  @Test
  void a_reference_names_one_job_description() {
    var first = jobDescriptions.create(account, null, ASKED, "REQ-1");
    jobDescriptions.revise(account, first.id(), first.content(), OTHERS);
    assertThatThrownBy(() -> jobDescriptions.create(account, null, ASKED, "REQ-1"))
        .isInstanceOf(ReferenceTaken.class);
  }

  @Test
  void no_account_changes_anothers() {
    var first = jobDescriptions.create(account, null, ASKED, "REQ-1");
    var other = new AccountId(database.account());
    assertThatThrownBy(() -> jobDescriptions.revise(other, first.id(), first.content(), OTHERS))
        .isInstanceOf(NoSuchElementException.class);
    assertThat(jobDescriptions.revisions(other, "REQ-1")).isEmpty();
  }
}
