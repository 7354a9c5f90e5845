package dev.shortlist.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisibleTextTest {

  @Test
  void pasted_text_has_plain_spaces_and_nothing_that_is_not_seen() {
    assertThat(VisibleText.of("Loom\u00a0Fit\u00adter \u200bwan\u2060ted\r\n").text())
        .isEqualTo("Loom Fitter wanted\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          'Loom Fitter     2015 - 2018'             | Loom Fitter/2015 - 2018
          'Loom Fitter  Copper Mill  Alder'         | Loom Fitter/Copper Mill/Alder
          'Loom Fitter'                             | Loom Fitter
          'Weaver          2015-2018'               | Weaver/2015-2018
          'Looms    Boilers    Dyes'                | Looms/Boilers/Dyes
          'ADA  EKWE'                               | ADA EKWE
          'Ada  Ekwe        Alder'                  | Ada Ekwe/Alder
          'Kept  forty looms  running through  all' | Kept forty looms running through all
          'Two shifts.  Three halls.'               | Two shifts. Three halls.
          """)
  void wide_gaps_part_items_and_not_words(String line, String read) {
    assertThat(VisibleText.of(line).lines())
        .singleElement()
        .extracting(one -> one.text().replace('\t', '/'))
        .isEqualTo(read);
  }
}
