package dev.shortlist.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.shortlist.jobdescription.JobDescription;
import dev.shortlist.jobdescription.JobDescriptionReader;
import dev.shortlist.profile.LocalProfileReader;
import dev.shortlist.profile.Reading;
import dev.shortlist.skills.Taxonomy;
import dev.shortlist.text.Extraction;
import dev.shortlist.text.Limits;
import dev.shortlist.text.TextExtractor;
import dev.shortlist.text.VisibleText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// CVs that give orders to a machine score as their clean twins do, through the whole pipeline.
class InjectedCvTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("shortlist.shared", "../shared"), "data", "injection");
  private static final Taxonomy TAXONOMY = Taxonomy.standard();

  @ParameterizedTest
  @CsvSource({"white_text.docx, weak.docx", "metadata.docx, mid.docx", "visible.txt, mid.txt"})
  void an_order_to_the_machine_earns_nothing(String injected, String twin) throws IOException {
    assumeTrue(Files.isDirectory(FOLDER), "no shared data beside the project");
    try (var extractor = new TextExtractor(Limits.standard(), 1);
        var matcher = new LocalMatcher(TAXONOMY)) {
      var post = post();
      var one = matcher.match(read(extractor, injected), post, Weights.STANDARD);
      var other = matcher.match(read(extractor, twin), post, Weights.STANDARD);

      assertThat(one.total()).isCloseTo(other.total(), within(2.0));
      for (var dimension : Dimension.values()) {
        assertThat(one.dimension(dimension).points())
            .as(dimension.label())
            .isCloseTo(other.dimension(dimension).points(), within(2.0));
      }
    }
  }

  private static JobDescription post() throws IOException {
    var text = VisibleText.of(Files.readString(FOLDER.resolve("jd.txt")));
    return new JobDescriptionReader(TAXONOMY).read(null, text);
  }

  private static Reading read(TextExtractor extractor, String name) {
    var extraction = extractor.extract(FOLDER.resolve("files").resolve(name), name);
    assertThat(extraction).isInstanceOf(Extraction.Text.class);
    var text = (Extraction.Text) extraction;
    return new Reading(
        text, new LocalProfileReader(TAXONOMY).read(text, LocalDate.of(2026, 11, 22)));
  }
}
