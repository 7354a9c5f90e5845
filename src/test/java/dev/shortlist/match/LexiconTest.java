package dev.shortlist.match;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LexiconTest {
  private static final Lexicon LEXICON = new Lexicon(SentenceModel.vocabulary());

  @ParameterizedTest
  @ValueSource(strings = {"the", "after", "2019", "she", "mrs", "female", "x"})
  void words_without_meaning_for_the_work_are_silent(String word) {
    assertThat(LEXICON.word(word).isSilent()).isTrue();
  }

  @Test
  void a_rare_word_tells_more_than_a_common_one() {
    assertThat(weight("scaffolding")).isGreaterThan(weight("water"));
  }

  @Test
  void a_word_of_all_job_descriptions_tells_little() {
    assertThat(weight("responsibilities")).isLessThan(0.5 * weight("soldering"));
  }

  @ParameterizedTest
  @CsvSource({
    "reconciliations,reconciliation",
    "managing,managed",
    "invoices,invoice",
    "planning,planned",
    "coding,codes",
    "hired,hire",
    "caring,cares",
    "saleswoman,salesman",
    "waitress,waiter",
    "chairperson,chairman"
  })
  void forms_of_a_word_have_one_stem(String one, String other) {
    assertThat(LEXICON.word(one).stem()).isEqualTo(LEXICON.word(other).stem());
  }

  @ParameterizedTest
  @CsvSource({"caring,car", "filing,fil", "hoping,hop"})
  void a_short_stem_is_not_another_word(String word, String other) {
    assertThat(LEXICON.word(word).stem()).isNotEqualTo(LEXICON.word(other).stem());
  }

  @ParameterizedTest
  @CsvSource({"glass,gla", "business,busines"})
  void a_double_s_is_no_plural(String word, String cut) {
    assertThat(LEXICON.word(word).stem()).isNotEqualTo(cut);
  }

  private static double weight(String word) {
    return LEXICON.word(word).weight();
  }
}
