package dev.shortlist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.jobdescription.CardEditor;
import dev.shortlist.jobdescription.JobDescriptionReader;
import dev.shortlist.match.LocalMatcher;
import dev.shortlist.profile.LocalProfileReader;
import dev.shortlist.skills.Taxonomy;
import dev.shortlist.terms.Engine;
import org.junit.jupiter.api.Test;

class FirstUseTest {
  @Test
  void every_part_of_the_engine_has_something_to_do() {
    var taxonomy = Taxonomy.standard();
    var reader = new JobDescriptionReader(taxonomy);
    try (var matcher = new LocalMatcher(taxonomy)) {
      var match =
          FirstUse.of(
              new Engine(
                  new LocalProfileReader(taxonomy),
                  reader,
                  new CardEditor(reader, taxonomy),
                  matcher));

      assertThat(match.dimensions())
          .filteredOn(dimension -> match.weights().of(dimension.dimension()) > 0)
          .allSatisfy(dimension -> assertThat(dimension.parts()).isNotEmpty());
    }
  }
}
