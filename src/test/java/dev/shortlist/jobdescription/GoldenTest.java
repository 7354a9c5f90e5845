package dev.shortlist.jobdescription;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.skills.Taxonomy;
import dev.shortlist.text.VisibleText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Invented posts and the cards read from them, both as files for people to compare.
///
/// A card changes when the taxonomy learns a word of its post; look at the difference, then write
/// the new cards with `-Dshortlist.golden=write`.
class GoldenTest {
  private static final Path FOLDER =
      Path.of("src/test/resources/dev/shortlist/jobdescription").toAbsolutePath();

  private final JobDescriptionReader reader = new JobDescriptionReader(Taxonomy.standard());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "accountant",
        "accountant-es",
        "backend",
        "bank-branch",
        "chef",
        "civil-engineer",
        "electrician",
        "flight-attendant",
        "hvac",
        "line-cook",
        "nothing",
        "nurse",
        "nurse-fr",
        "paralegal",
        "pharmacist",
        "primary-teacher",
        "prose",
        "social-worker-de",
        "tax-advisor",
        "teacher-de",
        "vague",
        "warehouse-fr",
        "warehouse-lead"
      })
  void a_post_gives_the_card_a_careful_reader_would_write(String name) throws IOException {
    var post = Files.readString(FOLDER.resolve(name + ".txt"));
    var card = PrintedCard.of(reader.read(null, VisibleText.of(post)));
    var golden = FOLDER.resolve(name + ".card");
    if (Objects.equals(System.getProperty("shortlist.golden"), "write")) {
      Files.writeString(golden, card);
    }

    assertThat(card).isEqualTo(Files.readString(golden));
  }
}
