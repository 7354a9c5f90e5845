package dev.shortlist.jobdescription;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YearsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          3-5 years of experience                    | 3  | 5
          3 – 5 yrs experience                       | 3  | 5
          between 3 and 5 years                      | 3  | 5
          5+ years                                   | 5  |
          5 or more years                            | 5  |
          five (5) years of experience               | 5  |
          min. 2 yrs                                 | 2  |
          At least ten years' experience             | 10 |
          Over 10 years of experience                | 10 |
          18 months of experience                    | 1  |
          24 months in sales                         | 2  |
          up to 4 years                              | 0  | 4
          several years of experience                | 0  |
          mindestens drei Jahre Berufserfahrung      | 3  |
          2 bis 4 Jahre                              | 2  | 4
          mehrjährige Berufserfahrung                | 0  |
          2 ans d'expérience                         | 2  |
          3 à 5 années d'expérience                  | 3  | 5
          """)
  void years_are_read_in_digits_words_and_ranges(String text, int least, Integer most) {
    assertThat(Years.in(text))
        .singleElement()
        .returns(least, Years::least)
        .returns(most == null ? Years.OPEN : most, Years::most);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "You are at least 18 years old",
        "a 4-year college degree",
        "within the last 3 years",
        "for over 20 years we have made chairs",
        "a 10-year warranty",
        "depuis 15 ans",
        "seit 30 Jahren",
        "3 years ago",
        "a salary of 60,000 years"
      })
  void other_years_are_no_experience(String text) {
    assertThat(Years.in(text)).isEmpty();
  }

  @Property
  void every_range_is_read_back(
      @ForAll @IntRange(min = 0, max = 40) int low, @ForAll @IntRange(min = 1, max = 40) int more) {
    var years = Years.in("We ask for %d-%d years of experience".formatted(low, low + more));

    assertThat(years).extracting(Years::least).containsExactly(low);
    assertThat(years).extracting(Years::most).containsExactly(low + more);
  }

  @Property
  void any_text_is_survived_and_places_are_within_it(@ForAll @StringLength(max = 200) String text) {
    assertThat(Years.in(text))
        .allSatisfy(years -> {
          assertThat(years.start()).isBetween(0, text.length());
          assertThat(years.end()).isBetween(years.start(), text.length());
        });
  }

  @Test
  void two_amounts_in_a_sentence_are_both_read() {
    assertThat(Years.in("3 years with Java and 2 years in a team"))
        .extracting(Years::least)
        .containsExactly(3, 2);
  }
}
