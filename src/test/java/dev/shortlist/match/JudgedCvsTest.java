package dev.shortlist.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.skills.Taxonomy;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Six trades in which a reader judged invented CVs before any score was seen. The numbers are a
/// measurement: a change that lowers one is looked at, not tuned away.
class JudgedCvsTest {
  private static final Taxonomy TAXONOMY = Taxonomy.standard();
  private static final LocalMatcher MATCHER = new LocalMatcher(TAXONOMY);
  private static final List<JudgedCvs> SETS = JudgedCvs.all(TAXONOMY);

  @AfterAll
  static void close() {
    MATCHER.close();
  }

  @Test
  void nineteen_of_twenty_pairs_are_ordered_as_the_reader_does() {
    int pairs = 0;
    int inOrder = 0;
    for (var set : SETS) {
      for (var one : set.cvs()) {
        for (var other : set.cvs()) {
          if (one.fit() > other.fit()) {
            pairs++;
            inOrder += total(set, one) > total(set, other) ? 1 : 0;
          }
        }
      }
    }
    assertThat(pairs).isEqualTo(70);
    assertThat(inOrder).isGreaterThanOrEqualTo(67);
  }

  @Test
  void who_has_all_of_it_is_advised_and_another_trade_is_not() {
    for (var set : SETS) {
      assertThat(advice(set, 4)).as(set.name()).isIn(Recommendation.STRONG_YES, Recommendation.YES);
      assertThat(advice(set, 1)).as(set.name()).isIn(Recommendation.NO, Recommendation.STRONG_NO);
      assertThat(advice(set, 0)).as(set.name()).isEqualTo(Recommendation.STRONG_NO);
    }
  }

  private static Recommendation advice(JudgedCvs set, int fit) {
    var judged = set.cvs().stream().filter(cv -> cv.fit() == fit).findFirst().orElseThrow();
    return MATCHER.match(judged.cv(), set.job(), Weights.STANDARD).recommendation();
  }

  private static double total(JudgedCvs set, JudgedCvs.Judged judged) {
    return MATCHER.match(judged.cv(), set.job(), Weights.STANDARD).total();
  }
}
