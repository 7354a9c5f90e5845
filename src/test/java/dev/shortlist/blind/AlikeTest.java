package dev.shortlist.blind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.profile.LocalProfileReader;
import dev.shortlist.skills.Taxonomy;
import dev.shortlist.text.Extraction;
import dev.shortlist.text.FileType;
import dev.shortlist.text.VisibleText;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlikeTest {
  private static final Alike ALIKE = alike("Amelia Brandt\nNurse\namelia@example.com\n");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Amelia",
        "Arnelia",
        "ÁMELIA,",
        "Brandi",
        "(Brandt-Voss)",
        "arnelia©example",
        "www.brandt",
        "0171-23456",
        "+44113496O2l7",
      })
  void a_word_that_may_be_a_name_an_address_or_a_number_wrongly_read_tells(String word) {
    assertThat(ALIKE.mayTell(word)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Nurse",
        "Branch",
        "2015–2018",
        "03/2021",
        "(2019)",
        "40,000",
        "Python,",
        "SQL",
      })
  void a_word_of_work_does_not(String word) {
    assertThat(ALIKE.mayTell(word)).isFalse();
  }

  private static Alike alike(String cv) {
    var text =
        new Extraction.Text(FileType.TEXT, 1, VisibleText.of(cv), List.of(), null, List.of());
    return Alike.of(
        new LocalProfileReader(Taxonomy.standard()).read(text, LocalDate.of(2026, 6, 1)));
  }
}
