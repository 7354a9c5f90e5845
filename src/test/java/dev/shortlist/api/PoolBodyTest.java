package dev.shortlist.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.ai.Cv;
import dev.shortlist.ai.SampleCvs;
import dev.shortlist.blind.Sight;
import dev.shortlist.match.Recommendation;
import dev.shortlist.pool.PoolFit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A person whose application was deleted: nothing is known of whether the name may be seen.
class PoolBodyTest {
  private static final Cv CV = SampleCvs.cv("1", SampleCvs.ORLA);
  private static final PoolFit FIT =
      new PoolFit(
          1,
          null,
          CV.reading().profile(),
          70,
          new PoolFit.Summary(
              Recommendation.YES, Map.of(), List.of("Orla knows Java"), "Orla Brennan fits."));

  @Test
  void nothing_that_could_tell_who_it_is_is_told_where_names_are_hidden() {
    var fit = PoolBody.Fit.of(FIT, Sight.BLIND);

    assertThat(fit.toString()).doesNotContain("Orla", "Brennan");
    assertThat(fit.strengths()).isEmpty();
    assertThat(fit.score()).isEqualTo(70);
  }

  @Test
  void whoever_sees_all_names_sees_this_one() {
    var fit = PoolBody.Fit.of(FIT, Sight.OPEN);

    assertThat(fit.name()).isEqualTo("Orla Brennan");
    assertThat(fit.strengths()).containsExactly("Orla knows Java");
  }
}
