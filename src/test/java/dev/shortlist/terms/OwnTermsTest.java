package dev.shortlist.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shortlist.SettableClock;
import dev.shortlist.accounts.AccountId;
import dev.shortlist.database.Ids;
import dev.shortlist.database.TestDatabase;
import dev.shortlist.jobdescription.CardEditor;
import dev.shortlist.jobdescription.JobDescriptionReader;
import dev.shortlist.jobdescription.Need;
import dev.shortlist.match.LocalMatcher;
import dev.shortlist.match.Weights;
import dev.shortlist.profile.LocalProfileReader;
import dev.shortlist.profile.Reading;
import dev.shortlist.skills.Skill;
import dev.shortlist.skills.Taxonomy;
import dev.shortlist.text.Extraction;
import dev.shortlist.text.FileType;
import dev.shortlist.text.VisibleText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnTermsTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final Taxonomy TAXONOMY = Taxonomy.standard();
  private static final LocalMatcher MATCHER = new LocalMatcher(TAXONOMY);
  private static final OwnTerm PLANNER = term("Fluxoplan", List.of("FXP suite"), "ERP");
  private static final String CV =
      """
      Work experience
      Production planner, Acme Ltd
      2018 - 2024
      - Planned all orders with the FXP suite
      """;

  private OwnTerms terms;
  private Engines engines;
  private AccountId account;

  @BeforeEach
  void an_account_of_its_own() {
    var clock = new SettableClock(Instant.parse("2026-05-04T12:00:00Z"));
    terms = new OwnTerms(database.jdbc(), database.tenancy(), TAXONOMY, new Ids(clock), clock);
    engines =
        new Engines(
            terms,
            TAXONOMY,
            () ->
                new Engine(
                    new LocalProfileReader(TAXONOMY),
                    new JobDescriptionReader(TAXONOMY),
                    new CardEditor(new JobDescriptionReader(TAXONOMY), TAXONOMY),
                    MATCHER));
    account = new AccountId(database.account());
  }

  @Test
  void a_term_is_known_in_job_descriptions_and_cvs_of_its_account() {
    terms.add(account, PLANNER);
    var engine = engines.of(account);
    var post =
        engine.jobDescriptions().read("Planner", VisibleText.of("Requirements\n- Fluxoplan"));
    var cv = reading(engine);

    assertThat(post.requirements().getFirst().need())
        .isEqualTo(new Need.Skill(List.of("fluxoplan"), 0));
    assertThat(cv.profile().skills()).extracting(use -> use.skill()).contains("fluxoplan");
    assertThat(engine.matcher().match(cv, post, Weights.STANDARD).gaps()).isEmpty();
  }

  @Test
  void other_accounts_do_not_know_it() {
    terms.add(account, PLANNER);
    var other = new AccountId(database.account());

    assertThat(terms.list(other)).isEmpty();
    assertThat(reading(engines.of(other)).profile().skills())
        .extracting(use -> use.skill())
        .doesNotContain("fluxoplan");
  }

  @Test
  void every_version_tells_the_terms_so_that_nothing_old_is_taken_for_new() {
    var before = engines.of(account);
    var kept = terms.add(account, PLANNER);
    var with = engines.of(account);

    assertThat(with.profiles().version()).isNotEqualTo(before.profiles().version());
    assertThat(with.matcher().version()).isNotEqualTo(before.matcher().version());

    assertThat(terms.remove(account, kept.id())).isTrue();
    assertThat(engines.of(account).matcher().version()).isEqualTo(before.matcher().version());
  }

  @Test
  void terms_may_build_on_each_other() {
    terms.add(account, PLANNER);
    terms.add(account, term("Fluxoplan Mobile", List.of(), "Fluxoplan"));

    assertThat(terms.list(account))
        .extracting(kept -> kept.term().name())
        .containsExactly("Fluxoplan", "Fluxoplan Mobile");
    assertThatThrownBy(() -> terms.remove(account, terms.list(account).getFirst().id()))
        .isInstanceOf(TermRefused.class)
        .hasMessageContaining("another term needs it")
        .hasMessageContaining("Fluxoplan");
  }

  @Test
  void a_name_with_a_meaning_is_refused() {
    assertThatThrownBy(() -> terms.add(account, term("Fluxoplan", List.of("Postgres"), "ERP")))
        .isInstanceOf(TermRefused.class)
        .hasMessageContaining("Postgres");
    assertThat(terms.list(account)).isEmpty();
  }

  @Test
  void an_unknown_broader_skill_is_refused() {
    assertThatThrownBy(() -> terms.add(account, term("Fluxoplan", List.of(), "Grumbling arts")))
        .isInstanceOf(TermRefused.class)
        .hasMessage("no skill is called Grumbling arts");
  }

  @Test
  void the_same_term_twice_is_refused() {
    terms.add(account, PLANNER);

    assertThatThrownBy(() -> terms.add(account, PLANNER)).isInstanceOf(TermRefused.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "a = b", "# comment", "one, two", "Go! {list}", "a\nb"})
  void a_name_that_is_no_name_is_refused(String name) {
    assertThatThrownBy(() -> term(name, List.of(), "ERP")).isInstanceOf(TermRefused.class);
  }

  @Test
  void a_strength_is_a_share() {
    assertThatThrownBy(() -> new OwnTerm.Near("SAP", 1.5))
        .isInstanceOf(TermRefused.class)
        .hasMessageContaining("1.5");
  }

  @Test
  void what_is_not_there_cannot_be_removed() {
    assertThat(terms.remove(account, UUID.randomUUID())).isFalse();
  }

  @Test
  void a_term_that_a_newer_taxonomy_has_itself_is_left_out_and_the_others_stay() {
    terms.add(account, PLANNER);
    terms.add(account, term("Grumblemeter", List.of(), "ERP"));
    var newer = TAXONOMY.extendedBy("@tool\nFluxoplan");
    var later =
        new Engines(
            terms,
            newer,
            () ->
                new Engine(
                    new LocalProfileReader(newer),
                    new JobDescriptionReader(newer),
                    new CardEditor(new JobDescriptionReader(newer), newer),
                    MATCHER.with(newer)));

    var post =
        later
            .of(account)
            .jobDescriptions()
            .read("Planner", VisibleText.of("Requirements\n- Grumblemeter"));

    assertThat(post.requirements().getFirst().need())
        .isEqualTo(new Need.Skill(List.of("grumblemeter"), 0));
  }

  private static OwnTerm term(String name, List<String> aliases, String broader) {
    return new OwnTerm(name, Skill.Kind.TOOL, aliases, List.of(broader), List.of());
  }

  private static Reading reading(Engine engine) {
    var source =
        new Extraction.Text(FileType.TEXT, 1, VisibleText.of(CV), List.of(), null, List.of());
    return new Reading(source, engine.profiles().read(source, LocalDate.of(2026, 5, 4)));
  }
}
