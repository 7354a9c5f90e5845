package dev.shortlist.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.regex.MatchResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhraseTest {
  private static final String EXPRESSION =
      "(colou?rs?|\\[paint\\]) (of|in) (the )?wall|brush\\w* strokes?|über \\d+ farben";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The COLOR of walls",
        "Colours in the wall",
        "a [Paint] in wall",
        "Brushed strokes",
        "ÜBER 12 Farben",
        "xcolor of wall, and the color of the wall"
      })
  void words_are_found_in_whatever_case_where_a_plain_search_finds_them(String text) {
    var searched = SearchedText.of(text);

    assertThat(phrase(EXPRESSION).find(searched)).isPresent();
    assertThat(searched.text()).hasSameSizeAs(text);
  }

  @Test
  void the_first_place_counts_whichever_alternative_stands_there() {
    var text = "brush stroke, then the color of walls";

    assertThat(phrase(EXPRESSION).find(SearchedText.of(text))).map(MatchResult::start).contains(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "color", "color on the wall", "multicolor of the wall"})
  void other_words_are_not_found(String text) {
    assertThat(phrase(EXPRESSION).find(SearchedText.of(text))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\\w+ wall", "(the )?wall", ".*wall", "(the|\\d+) wall", "a?wall", "(the"})
  void an_expression_must_begin_with_plain_letters(String expression) {
    assertThatThrownBy(() -> phrase(expression)).isInstanceOf(IllegalArgumentException.class);
  }

  private static Phrase phrase(String expression) {
    return new Phrase(expression, "", 0);
  }
}
