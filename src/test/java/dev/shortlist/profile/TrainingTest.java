package dev.shortlist.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.profile.SkillUse.Place;
import dev.shortlist.skills.Taxonomy;
import dev.shortlist.text.Extraction;
import dev.shortlist.text.FileType;
import dev.shortlist.text.VisibleText;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Completed 3 months online training in Kubernetes from an institute.",
        "- Successfully completed a course in weaving",
        "I have attended a two days workshop on looms",
        "Training: Selenium, Java, API testing",
        "Courses attended: Weaving I, Weaving II",
        "Weiterbildung: Webtechnik",
      })
  void a_line_that_says_what_was_attended_is_a_training(String line) {
    assertThat(Training.isIn(line)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Completed the training of twelve weavers in the new hall.",
        "Completed all orders before the training began. Courses for staff followed.",
        "Conducted training in weaving for 40 people.",
        "Attended to guests of the golf club.",
        "Training of new weavers: forty in two years",
      })
  void who_gives_one_or_only_names_one_attends_none(String line) {
    assertThat(Training.isIn(line)).isFalse();
  }

  @Test
  void what_a_training_below_a_post_names_was_learnt_and_not_used() {
    var kubernetes =
        read(
                """
                Work Experience
                Call Centre Agent, Copper Telecom, January 2015 to December 2023
                Answered ninety calls a day on plans and bills.
                Kept the list of who is on which shift in Excel.
                Completed three months of training in Kubernetes.
                """)
            .skills()
            .stream()
            .filter(skill -> skill.name().equals("Kubernetes"))
            .findFirst()
            .orElseThrow();

    assertThat(kubernetes.mentions())
        .extracting(SkillUse.Mention::place)
        .containsOnly(Place.EDUCATION);
    assertThat(kubernetes.years()).isZero();
  }

  private static Profile read(String text) {
    var source =
        new Extraction.Text(FileType.TEXT, 1, VisibleText.of(text), List.of(), null, List.of());
    return new LocalProfileReader(Taxonomy.standard()).read(source, LocalDate.of(2026, 11, 23));
  }
}
