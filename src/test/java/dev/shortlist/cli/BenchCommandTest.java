package dev.shortlist.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.skills.Taxonomy;
import org.junit.jupiter.api.Test;

class BenchCommandTest {

  @Test
  void what_was_measured_stands_with_its_settings() {
    var spoken = Spoken.by("bench", "--cvs", "3", "--threads", "1", "--warm-up", "2");

    assertThat(spoken.exit()).isZero();
    assertThat(spoken.out())
        .contains("3 made-up CVs", "load", "1 threads", "another job description", "weighed anew");
  }

  @Test
  void a_pool_of_no_cvs_is_wrong_usage() {
    var spoken = Spoken.by("bench", "--cvs", "0");

    assertThat(spoken.exit()).isEqualTo(2);
    assertThat(spoken.err()).contains("--cvs must be at least 1 but is 0");
  }

  @Test
  void made_up_cvs_differ_by_their_number_and_by_nothing_else() {
    var made = new MadeUpCvs(Taxonomy.standard());

    assertThat(made.cv(7)).isEqualTo(made.cv(7)).isNotEqualTo(made.cv(8));
    assertThat(made.jobDescription(7))
        .contains("Requirements")
        .isNotEqualTo(made.jobDescription(8));
  }
}
