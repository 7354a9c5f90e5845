package dev.shortlist.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.profile.ToldFact.Field;
import dev.shortlist.skills.DegreeLevel;
import dev.shortlist.skills.Taxonomy;
import dev.shortlist.text.Extraction;
import dev.shortlist.text.FileType;
import dev.shortlist.text.Passage;
import dev.shortlist.text.VisibleText;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the local reader lacks, and what may fill it.
class UnsureFactTest {
  private static final LocalProfileReader READER = new LocalProfileReader(Taxonomy.standard());
  private static final Reading READING =
      read(
          """
          Ines Alder

          Experience
          Weaver, Northwind Traders
          01/2018 - 12/2023
          Wove carpets.

          Education
          Master of Arts, Harbour University, 2018 - 2020
          Weaving programme, Lakeside School, 2014 - 2017
          Ended with the journeyman's piece.

          Languages
          English B2
          """);

  @Test
  void what_was_read_for_sure_is_not_asked_for() {
    assertThat(UnsureFact.of(READING))
        .extracting(UnsureFact::field)
        .containsExactly(Field.DEGREE_LEVEL);
  }

  @Test
  void a_level_that_is_told_is_that_of_the_course() {
    var unsure = UnsureFact.of(READING).getFirst();
    var told = unsure.told("VOCATIONAL", passage("Ended with the journeyman's piece"), READING);

    var filled = UnsureFact.filled(READING, List.of(told.orElseThrow())).profile();
    assertThat(filled.education().get(unsure.at()).level()).isEqualTo(DegreeLevel.VOCATIONAL);
    assertThat(filled.work()).isEqualTo(READING.profile().work());
  }

  @Test
  void words_whose_level_is_known_are_no_other_level() {
    var unsure = UnsureFact.of(READING).getFirst();
    var whole =
        new UnsureFact(unsure.field(), unsure.at(), passage(READING.source().text().text()));

    assertThat(whole.told("DOCTORATE", passage("Master of Arts"), READING)).isEmpty();
    assertThat(whole.told("MASTER", passage("Master of Arts"), READING)).isPresent();
    assertThat(whole.told("WIZARD", passage("journeyman's piece"), READING)).isEmpty();
    assertThat(unsure.told("MASTER", passage("Master of Arts"), READING)).isEmpty();
  }

  private static Passage passage(String words) {
    var text = READING.source().text();
    int start = text.text().indexOf(words);
    return text.passage(start, start + words.length());
  }

  private static Reading read(String text) {
    var source =
        new Extraction.Text(FileType.TEXT, 1, VisibleText.of(text), List.of(), null, List.of());
    return new Reading(source, READER.read(source, LocalDate.of(2026, 1, 1)));
  }
}
