package dev.shortlist.jobdescription;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.skills.Taxonomy;
import org.junit.jupiter.api.Test;

class WeighingTest {
  @Test
  void what_nearly_everybody_can_do_is_called_as_in_the_taxonomy() {
    assertThat(Resources.lines("common-skills.txt"))
        .isNotEmpty()
        .allSatisfy(id -> assertThat(Taxonomy.standard().find(id)).as(id).isPresent());
  }
}
