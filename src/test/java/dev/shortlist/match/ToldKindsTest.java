package dev.shortlist.match;

import static dev.shortlist.match.SampleCv.aCv;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.skills.Taxonomy;
import java.util.BitSet;
import org.junit.jupiter.api.Test;

class ToldKindsTest {
  private static final Taxonomy TAXONOMY = Taxonomy.standard();
  private static final Lexicon LEXICON = new Lexicon(SentenceModel.vocabulary());
  private static final ToldKinds TOLD = new ToldKinds(TAXONOMY, LEXICON);

  @Test
  void the_words_of_an_account_tell_the_kind_of_work() {
    assertThat(mostLikely("Cut and coloured hair, shaved beards and advised on hair care."))
        .isEqualTo("barber");
  }

  @Test
  void an_account_without_a_telling_word_speaks_of_no_kind_of_work() {
    assertThat(kinds("It was what it was.", new BitSet()).most(1)).isEmpty();
  }

  @Test
  void copied_words_tell_nothing() {
    var account = "Cut and coloured hair, shaved beards and advised on hair care.";
    var copied = new BitSet();
    copied.set(0, account.length());

    assertThat(kinds(account, copied).most(1)).isEmpty();
  }

  private static String mostLikely(String account) {
    var kind = kinds(account, new BitSet()).most(1).getFirst();
    return TAXONOMY.occupations().get(kind.occupation()).id();
  }

  private static Kinds kinds(String account, BitSet copied) {
    var cv = aCv(TAXONOMY).saying(account).read();
    var first = new BitSet();
    first.set(0);
    return TOLD.of(CvWords.of(cv, LEXICON), copied, first);
  }
}
