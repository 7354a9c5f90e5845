package dev.shortlist.match;

import static dev.shortlist.match.SampleCv.aCv;
import static dev.shortlist.match.SampleJobDescription.aPostFor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.jobdescription.JobDescription;
import dev.shortlist.jobdescription.Need;
import dev.shortlist.jobdescription.Seniority;
import dev.shortlist.skills.DegreeLevel;
import dev.shortlist.skills.Taxonomy;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// An explanation says no more than the CV does.
class TrueSentencesTest {
  private static final Taxonomy TAXONOMY = Taxonomy.standard();
  private static final LocalMatcher MATCHER = new LocalMatcher(TAXONOMY);
  private static final JobDescription POST =
      aPostFor("Accountant")
          .doing("Prepare journal entries and reconcile the general ledger.")
          .at(Seniority.EXPERIENCED)
          .requiring("3 years in accounting", new Need.Experience(3, "accounting"))
          .requiring(
              "Bachelor in accounting",
              new Need.Degree(DegreeLevel.BACHELOR, List.of("accounting"), false))
          .requiring("Insurance sales", skill("Insurance sales"))
          .requiring("Compensation and benefits", skill("Compensation and benefits"))
          .read();

  @AfterAll
  static void close() {
    MATCHER.close();
  }

  @Test
  void years_in_near_posts_are_not_called_such_work() {
    var accountant = aCv(TAXONOMY).working("Accountant", 2020, 2024, "Reconciled ledgers.");
    var bookkeeper = aCv(TAXONOMY).working("Bookkeeper", 2016, 2024, "Reconciled ledgers.");

    assertThat(said(accountant, "3 years in accounting"))
        .startsWith("4.0 years of such work are shown");
    assertThat(said(bookkeeper, "3 years in accounting"))
        .contains("years of work near it are shown");
  }

  @Test
  void a_level_is_the_titles_or_made_likely_by_the_years() {
    var senior = aCv(TAXONOMY).working("Senior Accountant", 2022, 2024, "Reconciled ledgers.");
    var plain = aCv(TAXONOMY).working("Accountant", 2020, 2024, "Reconciled ledgers.");

    assertThat(said(senior, "Level: experienced"))
        .startsWith("The title “Senior Accountant” says senior;");
    assertThat(said(plain, "Level: experienced")).contains("make experienced likely");
  }

  @Test
  void a_degree_in_another_field_is_said_to_be_one() {
    var accountant = aCv(TAXONOMY).working("Accountant", 2020, 2024, "Reconciled ledgers.");

    assertThat(said(accountant.studying(DegreeLevel.BACHELOR, "Zoology"), "Bachelor in accounting"))
        .startsWith("A bachelor's degree is shown; it is in another field; asked for:");
  }

  @Test
  void a_few_common_words_are_no_talk_of_such_work() {
    var gardener = aCv(TAXONOMY).working("Gardener", 2020, 2024, "Prepared the general journal.");

    assertThat(said(gardener, "Field of work")).contains("single words that belong to such work");
  }

  @Test
  void two_items_of_a_list_are_not_one_skill() {
    var cv =
        aCv(TAXONOMY)
            .working("Accountant", 2020, 2024, "Saved money on insurance, sales and use tax.");

    assertThat(said(cv, "Insurance sales")).doesNotContain("in other forms");
  }

  @Test
  void the_two_things_of_one_name_may_stand_in_a_list() {
    var cv = aCv(TAXONOMY).working("Accountant", 2020, 2024, "Kept compensation, benefits, files.");

    assertThat(said(cv, "Compensation and benefits")).contains("in other forms");
  }

  private static Need.Skill skill(String name) {
    return new Need.Skill(List.of(TAXONOMY.named(name).orElseThrow().id()), 0);
  }

  private static String said(SampleCv cv, String label) {
    return MATCHER.match(cv.read(), POST, Weights.STANDARD).dimensions().stream()
        .flatMap(dimension -> dimension.parts().stream())
        .filter(part -> part.label().equals(label))
        .map(Part::reason)
        .findFirst()
        .orElseThrow();
  }
}
