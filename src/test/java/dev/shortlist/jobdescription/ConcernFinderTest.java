package dev.shortlist.jobdescription;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.skills.Taxonomy;
import dev.shortlist.text.VisibleText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConcernFinderTest {
  private final JobDescriptionReader reader = new JobDescriptionReader(Taxonomy.standard());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Candidates aged 25 to 35",
        "not older than 40",
        "You join a young team",
        "Digital natives welcome",
        "We want recent graduates",
        "no more than 5 years of experience",
        "Female candidates only",
        "He will report to the owner",
        "We need a waitress",
        "Native English speaker",
        "German nationals only",
        "Single, no children",
        "Practising Catholic",
        "in good health",
        "Send your CV with a recent photo",
        "Junges, dynamisches Team",
        "Deutsch als Muttersprache",
        "mit Lichtbild",
        "équipe jeune et dynamique",
        "de langue maternelle française",
        "attractive appearance",
        "non-smoker"
      })
  void what_the_law_forbids_to_ask_is_told_with_a_lawful_wording(String line) {
    assertThat(read("Clerk\n\nRequirements\n- " + line).concerns())
        .filteredOn(one -> one.kind() == Concern.Kind.UNLAWFUL)
        .isNotEmpty()
        .allSatisfy(one -> assertThat(one.advice()).endsWith("."))
        .allSatisfy(one -> assertThat(line).contains(one.passage().quote()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "We are an equal opportunity employer regardless of age, sex, religion or marital status",
        "Women and people with disabilities are encouraged to apply",
        "Work with young children aged 3 to 6",
        "Menschen mit Schwerbehinderung werden bevorzugt",
        "Health insurance from day one",
        "Keep food cost under 30 %",
        "You work with adults and older people",
        "React Native and cloud native applications",
        "Experience with native mobile apps"
      })
  void lawful_sentences_are_left_alone(String line) {
    assertThat(read("Clerk\n\nRequirements\n- " + line).concerns())
        .noneMatch(one -> one.kind() == Concern.Kind.UNLAWFUL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "competitive salary",
        "Excel, Word, etc.",
        "various tools",
        "good knowledge of computers",
        "We need a rockstar",
        "several years of experience",
        "Experience with modern technologies",
        "mehrjährige Berufserfahrung",
        "degree from a top university"
      })
  void what_cannot_be_checked_is_called_unclear(String line) {
    assertThat(read("Clerk\n\nRequirements\n- " + line).concerns())
        .extracting(Concern::kind)
        .contains(Concern.Kind.UNCLEAR);
  }

  @Test
  void a_junior_post_that_asks_for_ten_years_contradicts_itself() {
    assertThat(read("Junior Clerk\n\nRequirements\n- 10 years of experience").concerns())
        .extracting(Concern::kind)
        .containsExactly(Concern.Kind.CONTRADICTORY);
  }

  @Test
  void a_senior_title_over_an_entry_level_position_contradicts_itself() {
    assertThat(read("Senior Clerk\n\nThis is an entry-level position.").concerns())
        .extracting(Concern::kind)
        .containsExactly(Concern.Kind.CONTRADICTORY);
  }

  @Test
  void a_degree_required_and_not_required_contradicts_itself() {
    assertThat(
            read("Clerk\n\nRequirements\n- Bachelor's degree in law\n- No degree is required")
                .concerns())
        .extracting(Concern::kind)
        .contains(Concern.Kind.CONTRADICTORY);
  }

  @Test
  void two_numbers_of_years_for_one_field_contradict_each_other() {
    assertThat(
            read("Clerk\n\nRequirements\n- 3 years of accounting experience\n- 7 years of experience in accounting")
                .concerns())
        .extracting(Concern::kind)
        .contains(Concern.Kind.CONTRADICTORY);
  }

  @Test
  void a_post_without_flaws_has_no_concerns() {
    assertThat(
            read("Clerk\n\nRequirements\n- 3 years of accounting experience\n- Excel").concerns())
        .isEmpty();
  }

  private JobDescription read(String text) {
    return reader.read(null, VisibleText.of(text));
  }
}
