package dev.shortlist.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.skills.Taxonomy;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearWordsTest {
  private static final Lexicon LEXICON = new Lexicon(SentenceModel.vocabulary());

  @ParameterizedTest
  @CsvSource({"vehicle,automobile", "attorney,lawyer", "physician,doctor", "cement,concrete"})
  void words_of_like_meaning_are_near_either_way(String one, String other) {
    assertThat(part(one, other)).isEqualTo(part(other, one)).isBetween(0.3, 1.0);
  }

  @ParameterizedTest
  @CsvSource({"car,care", "vehicle,violin", "nurse,daughter", "python,java"})
  void others_are_not(String one, String other) {
    assertThat(part(one, other)).isZero();
  }

  @Test
  void a_word_of_like_meaning_counts_as_a_part_of_the_word() {
    assertThat(share("Sold automobiles to families."))
        .isGreaterThan(share("Sold violins to families."))
        .isLessThan(share("Sold vehicles to families."));
  }

  @Test
  void more_of_like_meaning_never_lowers() {
    assertThat(share("Sold vehicles to families. Drove automobiles."))
        .isGreaterThanOrEqualTo(share("Sold vehicles to families."));
  }

  @Test
  void the_words_named_are_those_of_the_cv() {
    assertThat(wording("Sold automobiles to families.").words()).containsExactly("automobiles");
    assertThat(wording("Sold vehicles to families.").words()).containsExactly("vehicle");
  }

  private static double share(String cv) {
    return wording(cv).share();
  }

  private static Wording wording(String cv) {
    var asked = new AskedWords(LEXICON, "vehicle", List.of(), List.of());
    var words = CvWords.of(SampleCv.aCv(Taxonomy.standard()).saying(cv).read(), LEXICON);
    return Wording.of(asked, words, new BitSet(), new BitSet());
  }

  private static double part(String one, String other) {
    var stem = LEXICON.word(other).stem();
    return NearWords.standard().of(LEXICON.word(one).stem()).stream()
        .filter(near -> near.stem().equals(stem))
        .mapToDouble(NearWords.Near::part)
        .findFirst()
        .orElse(0);
  }
}
