package dev.shortlist.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.text.VisibleText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WishesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "I want to work as a weaver",
        "Seeking a challenging position as a weaver",
        "To obtain a full-time position as a weaver",
        "Objective: to secure a job as a weaver",
        "Looking for an opportunity in a mill as a weaver"
      })
  void work_that_is_looked_for_is_a_wish(String line) {
    assertThat(Wishes.in(VisibleText.of(line)).get(line.indexOf("weaver"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Worked as a weaver and looked for faults in cloth",
        "Searched positions of threads as a weaver",
        "Obtained a prize as a weaver",
        "Seeking out new yarns was my task as a weaver"
      })
  void work_that_was_done_is_none(String line) {
    assertThat(Wishes.in(VisibleText.of(line)).isEmpty()).isTrue();
  }

  @Test
  void a_wish_ends_with_its_sentence() {
    var line = "Seeking a position in a mill. Wove damask for six years.";

    assertThat(Wishes.in(VisibleText.of(line)).get(line.indexOf("damask"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Looking for Weaver", "Seeking a place as a weaver", "Aspiring weaver"})
  void a_headline_may_say_that_it_is_looked_for(String headline) {
    assertThat(Wishes.isWish(headline)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Weaver", "Seeker of rare yarns", "Weaver, looking after forty looms"})
  void a_headline_that_names_what_somebody_is_does_not(String headline) {
    assertThat(Wishes.isWish(headline)).isFalse();
  }
}
