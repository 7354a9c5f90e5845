package dev.shortlist.match;

import static dev.shortlist.match.SampleCv.aCv;
import static dev.shortlist.match.SampleJobDescription.aPostFor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.shortlist.jobdescription.JobDescription;
import dev.shortlist.jobdescription.Need;
import dev.shortlist.jobdescription.Seniority;
import dev.shortlist.profile.LocalProfileReader;
import dev.shortlist.profile.Reading;
import dev.shortlist.profile.SpokenLanguage;
import dev.shortlist.skills.DegreeLevel;
import dev.shortlist.skills.Taxonomy;
import dev.shortlist.text.Extraction;
import dev.shortlist.text.FileType;
import dev.shortlist.text.VisibleText;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalMatcherTest {
  private static final Taxonomy TAXONOMY = Taxonomy.standard();
  private static final LocalMatcher MATCHER = new LocalMatcher(TAXONOMY);
  private static final Need.Skill POSTGRESQL = skill("PostgreSQL");
  private static final JobDescription DATABASE_POST =
      aPostFor("Database Administrator")
          .doing(
              "Keep the production databases running and backed up.",
              "Tune slow queries and plan the storage.")
          .at(Seniority.SENIOR)
          .requiring("PostgreSQL", POSTGRESQL)
          .requiring("5 years with databases", new Need.Experience(5, "databases"))
          .requiring(
              "Bachelor in computer science",
              new Need.Degree(DegreeLevel.BACHELOR, List.of("computer science"), false))
          .preferring("German", new Need.Language("German", null))
          .read();

  @AfterAll
  static void close() {
    MATCHER.close();
  }

  private static final String TEACHER =
      """
      Ada Example

      Experience
      Science teacher, North School, 2018 - 2026
      Taught chemistry to classes of thirty.
      """;

  @Test
  void a_skill_shown_in_the_work_earns_all_its_points_and_is_quoted() {
    var part = part(match(cv().working("Clerk", 2020, 2025, "Ran PostgreSQL.").read()), "r1");

    assertThat(part.points()).isEqualTo(part.outOf());
    assertThat(part.evidence().getFirst().kind()).isEqualTo(Evidence.Kind.EXACT);
    assertThat(part.evidence().getFirst().passage().quote()).isEqualTo("PostgreSQL");
  }

  @Test
  void a_skill_somebody_wishes_to_use_is_not_shown_in_the_work() {
    var wish = cv().working("Clerk", 2020, 2025, "I want to work with PostgreSQL.").read();

    assertThat(part(match(wish), "r1").points()).isLessThan(part(match(wish), "r1").outOf() * 0.7);
  }

  @Test
  void a_skill_somebody_wishes_to_use_shows_less_than_one_that_is_listed() {
    var wish = read("Ada Example\n\nProfile\nSeeking a position with PostgreSQL.\n");
    var list = read("Ada Example\n\nSkills\nPostgreSQL\n");

    assertThat(part(match(wish), "r1").points()).isLessThan(part(match(list), "r1").points());
  }

  @Test
  void a_title_that_is_only_looked_for_is_worth_less_than_a_headline() {
    var headline = cv().calling("Database Administrator");
    var seeking =
        cv().calling("Database Administrator")
            .saying("I want to work as a database administrator in your house.");

    assertThat(experience(seeking)).isLessThan(experience(headline));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Manager - Human Resources\nNorthford Ltd\n01/2018 - 12/2024",
        "Northford Ltd\nManager – Human Resources\t01/2018 - 12/2024",
        "Sr. Manager - Human Resources, Northford Ltd, 01/2018 - 12/2024"
      })
  void what_a_role_is_about_may_stand_behind_a_dash(String post) {
    assertThat(workLikeThatOfAManager(post)).isGreaterThan(0.9);
  }

  @Test
  void an_organisation_behind_a_dash_is_not_what_the_role_is_about() {
    assertThat(workLikeThatOfAManager("Manager - Northford Ltd\n01/2018 - 12/2024"))
        .isLessThan(0.5);
  }

  private static double workLikeThatOfAManager(String post) {
    var text =
        "Ines Sample\nines@example.com\n\nWORK EXPERIENCE\n%s\n- Hired staff\n\nEDUCATION\nBA History, 2009\n"
            .formatted(post);
    var source =
        new Extraction.Text(FileType.TEXT, 1, VisibleText.of(text), List.of(), null, List.of());
    var cv =
        new Reading(
            source, new LocalProfileReader(TAXONOMY).read(source, LocalDate.of(2025, 1, 1)));
    var manager = aPostFor("Human Resources Manager").doing("Hire staff.").read();
    return MATCHER
        .match(cv, manager, Weights.STANDARD)
        .dimension(Dimension.EXPERIENCE)
        .parts()
        .stream()
        .filter(part -> part.label().startsWith("Work like"))
        .mapToDouble(part -> part.points() / part.outOf())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void an_organisation_is_no_title() {
    var match =
        match(
            read(
                """
                Ada Example

                Experience
                Database Administrators Ltd, 2018 - 2026
                Swept the yard.
                """));

    assertThat(match.dimension(Dimension.EXPERIENCE).parts())
        .noneMatch(part -> part.reason().contains("Database Administrators Ltd"));
  }

  @Test
  void the_account_of_a_post_under_another_title_shows_such_work() {
    var other = cv().working("Office Manager", 2018, 2025, "Ordered paper and answered the door.");
    var such =
        cv().working(
                "Office Manager", 2018, 2025, "Kept databases backed up and tuned slow queries.");

    assertThat(experience(such)).isGreaterThan(experience(other) + 10);
  }

  @Test
  void a_headline_that_no_post_bears_out_earns_little_and_says_so() {
    var held =
        cv().calling("Database Administrator")
            .working("Database Administrator", 2018, 2025, "Ran databases.");
    var only = cv().calling("Database Administrator");
    var said =
        cv().calling("Database Administrator").working("Gardener", 2018, 2025, "Cut hedges.");

    assertThat(experience(said)).isLessThan(0.4 * experience(only));
    assertThat(experience(only)).isLessThan(experience(held));
    assertThat(match(said.read()).dimension(Dimension.EXPERIENCE).parts().getFirst().reason())
        .endsWith("; no post in the CV bears it out.");
  }

  @Test
  void an_alias_earns_as_much_and_is_called_one() {
    var part = part(match(cv().working("Clerk", 2020, 2025, "Ran Postgres.").read()), "r1");

    assertThat(part.points()).isEqualTo(part.outOf());
    assertThat(part.evidence().getFirst().kind()).isEqualTo(Evidence.Kind.ALIAS);
  }

  @Test
  void a_skill_that_is_only_listed_earns_half() {
    var part = part(match(cv().listing("PostgreSQL").read()), "r1");

    assertThat(part.points()).isEqualTo(part.outOf() / 2);
  }

  @Test
  void a_related_skill_earns_less_and_is_never_called_equal() {
    var part = part(match(cv().working("Clerk", 2020, 2025, "Ran MySQL.").read()), "r1");

    assertThat(part.points()).isPositive().isLessThan(part.outOf());
    assertThat(part.evidence().getFirst().kind())
        .isIn(Evidence.Kind.RELATED, Evidence.Kind.BROADER);
  }

  @Test
  void a_cv_that_is_silent_leaves_an_unknown_gap() {
    var match = match(cv().working("Gardener", 2020, 2025, "Cut hedges.").read());

    assertThat(match.gaps())
        .filteredOn(gap -> gap.requirement().equals("r1"))
        .singleElement()
        .matches(Gap::unknown);
  }

  @Test
  void a_lower_degree_leaves_a_gap_that_says_what_was_found() {
    var match = match(cv().studying(DegreeLevel.SECONDARY, "sciences").read());

    assertThat(match.gaps())
        .filteredOn(gap -> gap.requirement().equals("r3"))
        .singleElement()
        .satisfies(gap -> assertThat(gap.found()).contains("Secondary school"))
        .matches(gap -> !gap.unknown());
  }

  @Test
  void the_name_of_a_degree_says_its_field_where_nothing_else_does() {
    var law = new Need.Degree(DegreeLevel.BACHELOR, List.of("law"), false);
    var such =
        cv().working("Solicitor", 2015, 2025, "Advised on law.")
            .holding(DegreeLevel.BACHELOR, "LL.B.");
    var other =
        cv().working("Solicitor", 2015, 2025, "Advised on law.")
            .holding(DegreeLevel.BACHELOR, "B.Mus");

    assertThat(education(such.read(), law)).isGreaterThan(1.3 * education(other.read(), law));
  }

  @Test
  void experience_stands_for_most_of_a_degree_where_the_text_accepts_it() {
    var cv = cv().working("Database Administrator", 2010, 2025, "Ran databases.").read();
    var strict = new Need.Degree(DegreeLevel.BACHELOR, List.of(), false);
    var open = new Need.Degree(DegreeLevel.BACHELOR, List.of(), true);

    assertThat(education(cv, open)).isGreaterThan(education(cv, strict)).isLessThan(100);
  }

  @Test
  void years_of_such_work_count_as_a_degree_one_level_below() {
    var worked = cv().working("Database Administrator", 2010, 2025, "Ran databases.");
    var associate =
        cv().working("Database Administrator", 2010, 2025, "Ran databases.")
            .studying(DegreeLevel.ASSOCIATE, "arts");
    var bachelor = new Need.Degree(DegreeLevel.BACHELOR, List.of(), false);

    assertThat(education(worked.read(), bachelor))
        .isPositive()
        .isCloseTo(education(associate.read(), bachelor), within(1.0));
    assertThat(education(cv().working("Gardener", 2010, 2025, "Cut hedges.").read(), bachelor))
        .isLessThan(1);
  }

  @Test
  void years_that_count_as_a_degree_leave_open_whether_there_is_one() {
    var worked = cv().working("Database Administrator", 2010, 2025, "Ran databases.").read();
    var need = new Need.Degree(DegreeLevel.BACHELOR, List.of(), false);
    var asked = aPostFor("Database Administrator").requiring("degree", need).read();
    var wished = aPostFor("Database Administrator").preferring("degree", need).read();
    var accepted =
        aPostFor("Database Administrator")
            .requiring("degree", new Need.Degree(DegreeLevel.BACHELOR, List.of(), true))
            .read();

    assertThat(answer(worked, asked)).isEqualTo(Answer.UNKNOWN);
    assertThat(answer(worked, wished)).isEqualTo(Answer.UNKNOWN);
    assertThat(answer(worked, accepted)).isEqualTo(Answer.MET);
  }

  private static @Nullable Answer answer(Reading cv, JobDescription post) {
    return MATCHER.match(cv, post, Weights.STANDARD).answers().get("r1");
  }

  @Test
  void experience_stands_for_most_of_a_degree_that_is_only_wished_for() {
    var cv = cv().working("Database Administrator", 2010, 2025, "Ran databases.").read();
    var need = new Need.Degree(DegreeLevel.BACHELOR, List.of(), false);
    var wished = aPostFor("Database Administrator").preferring("degree", need).read();

    assertThat(MATCHER.match(cv, wished, Weights.STANDARD).dimension(Dimension.EDUCATION).points())
        .isGreaterThan(education(cv, need));
  }

  @Test
  void a_dimension_nothing_is_asked_in_weighs_nothing() {
    var post = aPostFor("Gardener").doing("Cut hedges and mow lawns.").read();
    var match = MATCHER.match(gardener().read(), post, Weights.STANDARD);

    assertThat(match.dimension(Dimension.EDUCATION).asked()).isFalse();
    assertThat(match.total())
        .isEqualTo(
            (40 * match.dimension(Dimension.TECHNICAL_SKILLS).points()
                    + 30 * match.dimension(Dimension.EXPERIENCE).points())
                / 70);
  }

  @Test
  void the_parts_of_an_asked_dimension_can_add_up_to_a_hundred() {
    for (var dimension : match(administrator().read()).dimensions()) {
      if (dimension.asked()) {
        assertThat(dimension.parts().stream().mapToDouble(Part::outOf).sum())
            .as(dimension.dimension().label())
            .isCloseTo(100, org.assertj.core.data.Offset.offset(1e-9));
      }
    }
  }

  @Test
  void the_person_who_did_the_work_comes_before_one_who_did_other_work() {
    assertThat(match(administrator().read()).total())
        .isGreaterThan(match(gardener().read()).total() + 40);
  }

  @Test
  void the_same_arguments_give_the_same_match_in_any_thread_and_locale() throws Exception {
    var expected = match(administrator().read());
    Callable<Match> again = () -> match(administrator().read());
    var before = Locale.getDefault();
    try (var threads = Executors.newFixedThreadPool(4)) {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      for (var made : threads.invokeAll(List.of(again, again, again, again))) {
        assertThat(made.get()).isEqualTo(expected);
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void a_new_matcher_gives_the_same_match() {
    var cv = administrator().read();
    try (var other = new LocalMatcher(TAXONOMY)) {
      other.match(gardener().read(), DATABASE_POST, Weights.STANDARD);

      assertThat(other.match(cv, DATABASE_POST, Weights.STANDARD)).isEqualTo(match(cv));
    }
  }

  @ParameterizedTest
  @CsvSource({"80,10,5,5,0", "0,0,0,1,0", "10,10,10,10,60", "0,50,50,0,0"})
  void reweighting_equals_matching_anew(int skills, int work, int study, int soft, int culture) {
    var weights = new Weights(skills, work, study, soft, culture);
    var cv = administrator().read();

    assertThat(match(cv).reweighted(weights)).isEqualTo(MATCHER.match(cv, DATABASE_POST, weights));
  }

  @ParameterizedTest
  @CsvSource({"Mary Query,Bob Stone", "Postgres Tune,Ann Lee", "Storage King,Al Database"})
  void a_name_changes_nothing(String one, String other) {
    var first = match(cv().named(one).working("Clerk", 2020, 2025, "Sold tickets.").read());
    var second = match(cv().named(other).working("Clerk", 2020, 2025, "Sold tickets.").read());

    assertThat(first.total()).isEqualTo(second.total());
    assertThat(points(first)).isEqualTo(points(second));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Date of birth: 1 May 1961",
        "Gender: female",
        "Address: 5 Database Road, Query Town",
        "Marital status: married",
        "Nationality: German"
      })
  void who_the_person_is_changes_nothing(String line) {
    var with = cv().saying(line).working("Clerk", 2020, 2025, "Tuned queries.").read();
    var without = cv().working("Clerk", 2020, 2025, "Tuned queries.").read();

    assertThat(match(with).total()).isEqualTo(match(without).total());
  }

  @ParameterizedTest
  @CsvSource({"Waiter,Waitress", "Salesman,Saleswoman", "Chairman,Chairwoman"})
  void the_gender_of_a_title_changes_nothing(String one, String other) {
    var post = aPostFor(other).doing("Serve the guests of the house.").read();

    assertThat(MATCHER.match(told(one, "He served guests."), post, Weights.STANDARD).total())
        .isEqualTo(
            MATCHER.match(told(other, "She served guests."), post, Weights.STANDARD).total());
  }

  @Test
  void a_pasted_job_description_earns_nothing_and_is_flagged() {
    var post =
        aPostFor("Baker")
            .doing(
                "Knead the dough for sourdough loaves and rolls every night before the shop opens its doors.",
                "Keep the ovens clean and watch the temperature of each batch until it has the right crust.")
            .read();
    var pasted =
        cv().saying(post.duties().get(0))
            .saying(post.duties().get(1))
            .working("Clerk", 2020, 2025, "Sold tickets.")
            .read();
    var honest = cv().working("Clerk", 2020, 2025, "Sold tickets.").read();

    assertThat(MATCHER.match(pasted, post, Weights.STANDARD).total())
        .isEqualTo(MATCHER.match(honest, post, Weights.STANDARD).total());
    assertThat(MATCHER.match(pasted, post, Weights.STANDARD).flags())
        .extracting(Match.Flag::kind)
        .contains(Match.Flag.Kind.COPIED_JOB_DESCRIPTION);
  }

  @Test
  void being_more_senior_than_asked_is_flagged_and_costs_nothing() {
    var junior = aPostFor("Gardener").doing("Cut hedges.").at(Seniority.TRAINEE).read();
    var senior = MATCHER.match(gardener().read(), junior, Weights.STANDARD);
    var fitting =
        MATCHER.match(
            cv().working("Gardener", 2024, 2026, "Cut hedges and mowed lawns.").read(),
            junior,
            Weights.STANDARD);

    assertThat(senior.flags()).extracting(Match.Flag::kind).contains(Match.Flag.Kind.OVERQUALIFIED);
    assertThat(senior.total()).isGreaterThanOrEqualTo(fitting.total());
  }

  @Test
  void a_language_below_the_level_fails_its_gate_and_costs_no_points() {
    var gate = aPostFor("Gardener").insistingOn("German C1", new Need.Language("German", "C1"));
    var match =
        MATCHER.match(
            cv().speaking("German", SpokenLanguage.Level.A2).read(), gate.read(), Weights.STANDARD);

    assertThat(match.gates()).extracting(Gate::answer).containsExactly(Gate.Answer.FAIL);
  }

  @Test
  void a_gate_the_cv_is_silent_about_is_unknown() {
    var gate =
        aPostFor("Gardener")
            .insistingOn(
                "driving licence",
                new Need.Condition(Need.Condition.Kind.LICENCE, "driving licence"));
    var match = MATCHER.match(gardener().read(), gate.read(), Weights.STANDARD);

    assertThat(match.gates()).extracting(Gate::answer).containsExactly(Gate.Answer.UNKNOWN);
    assertThat(match.questions()).anyMatch(question -> question.contains("driving licence"));
  }

  @Test
  void a_licence_that_is_shown_earns_points_and_none_is_no_gap() {
    var post =
        aPostFor("Science teacher")
            .insistingOn(
                "Teaching licence",
                new Need.Condition(Need.Condition.Kind.LICENCE, "valid teaching licence"))
            .read();
    var silent = MATCHER.match(JudgedOrderTest.read(TEACHER), post, Weights.STANDARD);
    var holder =
        MATCHER.match(
            JudgedOrderTest.read(TEACHER + "\nLicences\nTeaching licence, valid until 2029\n"),
            post,
            Weights.STANDARD);
    var applicant =
        MATCHER.match(
            JudgedOrderTest.read(TEACHER + "\nLicences\nTeaching licence applied for\n"),
            post,
            Weights.STANDARD);

    assertThat(holder.total()).isGreaterThan(applicant.total());
    assertThat(applicant.total()).isGreaterThan(silent.total());
    assertThat(holder.gates()).extracting(Gate::answer).containsExactly(Gate.Answer.PASS);
    assertThat(applicant.gates()).extracting(Gate::answer).containsExactly(Gate.Answer.UNKNOWN);
    assertThat(silent.gaps()).extracting(Gap::label).doesNotContain("Teaching licence");
    assertThat(reason(holder, "Teaching licence")).endsWith("is named in the CV.");
    assertThat(reason(applicant, "Teaching licence"))
        .isEqualTo("The CV names it as not held yet, or no more.");
    assertThat(holder.questions()).noneMatch(question -> question.contains("where it was used"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Teaching licence: applied for | Teaching licence: applied for
          Teaching licence pending, expected in March | Teaching licence pending, expected in March
          Teaching licence (beantragt) | Teaching licence (beantragt)
          Teaching licence, demande en cours | Teaching licence, demande en cours
          """)
  void a_condition_the_cv_names_as_not_held_yet_is_left_open_with_its_words(
      String line, String quote) {
    var post =
        aPostFor("Science teacher")
            .insistingOn(
                "Teaching licence",
                new Need.Condition(Need.Condition.Kind.LICENCE, "valid teaching licence"))
            .read();
    var match =
        MATCHER.match(
            JudgedOrderTest.read(TEACHER + "\nLicences\n" + line + "\n"), post, Weights.STANDARD);
    var silent = MATCHER.match(JudgedOrderTest.read(TEACHER), post, Weights.STANDARD);

    var gate = match.gates().getFirst();
    assertThat(gate.answer()).isEqualTo(Gate.Answer.UNKNOWN);
    assertThat(gate.found()).isEqualTo("The CV names it as not held yet, or no more.");
    assertThat(gate.evidence())
        .extracting(one -> one.passage().quote(), one -> one.passage().page())
        .containsExactly(tuple(quote, 1));
    assertThat(match.questions())
        .anyMatch(question -> question.contains("leaves it open whether it is held"))
        .noneMatch(question -> question.startsWith("The CV does not say it"));
    assertThat(silent.gates().getFirst())
        .isEqualTo(new Gate("r1", "Teaching licence", Gate.Answer.UNKNOWN, List.of()));
  }

  @Test
  void a_permit_that_was_applied_for_is_left_open_and_one_that_is_there_passes() {
    var post =
        aPostFor("Science teacher")
            .insistingOn(
                "Work permit",
                new Need.Condition(Need.Condition.Kind.WORK_PERMIT, "work permit for Germany"))
            .read();
    var pending = gate(TEACHER + "\nWork permit for Germany: applied for\n", post);
    var there = gate(TEACHER + "\nWork permit for Germany, unlimited\n", post);

    assertThat(pending.isLeftOpen()).isTrue();
    assertThat(pending.evidence().getFirst().passage().quote())
        .isEqualTo("Work permit for Germany: applied for");
    assertThat(there.answer()).isEqualTo(Gate.Answer.PASS);
  }

  private static Gate gate(String cv, JobDescription post) {
    return MATCHER.match(JudgedOrderTest.read(cv), post, Weights.STANDARD).gates().getFirst();
  }

  @Test
  void work_that_speaks_of_a_licence_takes_nothing_from_a_list_that_shows_it() {
    var post =
        aPostFor("Science teacher")
            .insistingOn(
                "Teaching licence",
                new Need.Condition(Need.Condition.Kind.LICENCE, "valid teaching licence"))
            .read();
    var listed = TEACHER + "\nLicences\nTeaching licence, valid until 2029\n";
    var spoken =
        TEACHER
            + """
            Explained the teaching licence to new colleagues.
            Renewed the teaching licence of two of them.
            Wrote a guide to the teaching licence.
            """;
    var both = spoken + "\nLicences\nTeaching licence, valid until 2029\n";

    assertThat(licencePoints(MATCHER.match(JudgedOrderTest.read(spoken), post, Weights.STANDARD)))
        .isPositive();
    assertThat(licencePoints(MATCHER.match(JudgedOrderTest.read(both), post, Weights.STANDARD)))
        .isEqualTo(
            licencePoints(MATCHER.match(JudgedOrderTest.read(listed), post, Weights.STANDARD)));
  }

  private static double licencePoints(Match match) {
    return match.dimensions().stream()
        .flatMap(dimension -> dimension.parts().stream())
        .filter(part -> part.label().equals("Teaching licence"))
        .mapToDouble(Part::points)
        .sum();
  }

  private static String reason(Match match, String label) {
    return match.dimensions().stream()
        .flatMap(dimension -> dimension.parts().stream())
        .filter(part -> part.label().equals(label))
        .map(Part::reason)
        .collect(Collectors.joining());
  }

  @Test
  void every_quote_stands_at_its_place() {
    var cv = administrator().read();
    var text = cv.source().text().text();

    assertThat(match(cv).dimensions())
        .flatExtracting(DimensionScore::parts)
        .flatExtracting(Part::evidence)
        .isNotEmpty()
        .allSatisfy(evidence ->
            assertThat(text.substring(evidence.passage().start(), evidence.passage().end()))
                .isEqualTo(evidence.passage().quote()));
  }

  @Test
  void a_job_description_that_asks_for_nothing_scores_nothing() {
    var post = aPostFor("...").read();

    assertThat(MATCHER.match(gardener().read(), post, Weights.STANDARD).recommendation())
        .isEqualTo(Recommendation.STRONG_NO);
  }

  private static SampleCv cv() {
    return aCv(TAXONOMY);
  }

  private static SampleCv gardener() {
    return cv().working("Gardener", 2010, 2025, "Cut hedges and mowed lawns.");
  }

  private static SampleCv administrator() {
    return cv().working(
            "Senior Database Administrator",
            2015,
            2025,
            "Ran PostgreSQL in production and kept the backups.",
            "Tuned slow queries.")
        .studying(DegreeLevel.BACHELOR, "Computer Science")
        .speaking("German", SpokenLanguage.Level.NATIVE);
  }

  private static Reading told(String title, String highlight) {
    return cv().working(title, 2015, 2025, highlight).read();
  }

  private static Reading read(String cv) {
    var source =
        new Extraction.Text(FileType.TEXT, 1, VisibleText.of(cv), List.of(), null, List.of());
    return new Reading(
        source, new LocalProfileReader(TAXONOMY).read(source, LocalDate.of(2026, 11, 22)));
  }

  private static double experience(SampleCv cv) {
    return match(cv.read()).dimension(Dimension.EXPERIENCE).points();
  }

  private static Match match(Reading cv) {
    return MATCHER.match(cv, DATABASE_POST, Weights.STANDARD);
  }

  private static double education(Reading cv, Need.Degree need) {
    var post = aPostFor("Database Administrator").requiring("degree", need).read();
    return MATCHER.match(cv, post, Weights.STANDARD).dimension(Dimension.EDUCATION).points();
  }

  private static Part part(Match match, String requirement) {
    return match.dimensions().stream()
        .flatMap(dimension -> dimension.parts().stream())
        .filter(part -> requirement.equals(part.requirement()))
        .findFirst()
        .orElseThrow();
  }

  private static List<Double> points(Match match) {
    return match.dimensions().stream().map(DimensionScore::points).toList();
  }

  private static Need.Skill skill(String name) {
    return new Need.Skill(List.of(TAXONOMY.named(name).orElseThrow().id()), 0);
  }
}
