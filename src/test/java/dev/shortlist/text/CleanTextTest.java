package dev.shortlist.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CleanTextTest {

  @ParameterizedTest
  @CsvSource({
    "zero-width space, 200B",
    "zero-width non-joiner, 200C",
    "zero-width joiner, 200D",
    "word joiner, 2060",
    "byte order mark, FEFF",
    "right-to-left override, 202E",
    "left-to-right override, 202D",
    "tag letter, E0041",
    "control character, 0007",
    "delete, 007F"
  })
  void a_character_without_shape_within_a_word_is_left_out_and_counted(String name, String code) {
    var character = Character.toString(Integer.parseInt(code, 16));

    var clean = CleanText.of("Kuber" + character + "netes");

    assertThat(clean.text()).as(name).isEqualTo("Kubernetes");
    assertThat(clean.invisible()).as(name).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "soft hyphen, 00AD",
    "left-to-right mark, 200E",
    "isolate, 2068",
    "not assigned, 2065",
    "no character, FFFF",
    "selector, FE0F"
  })
  void marks_that_editors_leave_are_left_out_without_a_word(String name, String code) {
    var character = Character.toString(Integer.parseInt(code, 16));

    var clean = CleanText.of("Kuber" + character + "netes");

    assertThat(clean.text()).as(name).isEqualTo("Kubernetes");
    assertThat(clean.invisible()).as(name).isZero();
  }

  @Test
  void a_joiner_that_shapes_letters_stays() {
    var persian = "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645";

    assertThat(CleanText.of(persian).text()).isEqualTo(persian);
    assertThat(CleanText.of(persian).invisible()).isZero();
  }

  @Test
  void the_recruiter_is_told_how_many_were_left_out() {
    var bytes = "Mira\u200BHolt\nJa\u202Eva\n".getBytes(StandardCharsets.UTF_8);

    var text = Readings.text(bytes, "cv.txt");

    assertThat(text.text().text()).isEqualTo("MiraHolt\nJava\n");
    assertThat(text.notices())
        .containsExactly(
            new Notice(Notice.Kind.INVISIBLE_CHARACTERS, "2 characters without a shape", 1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          â€¢ Kept looms      | • Kept looms
          â\u0080¢ Kept looms | • Kept looms
          â¢ Kept looms       | • Kept looms
          â Kept looms        | • Kept looms
          2014 â€“ 2016        | 2014 – 2016
          the millâ€™s looms   | the mill’s looms
          â\u0080\u009cNew\u0080â€\u009d | “New”
          trois ans d'âge     | trois ans d'âge
          """)
  void signs_of_utf_8_taken_for_latin_letters_are_what_they_were(String misread, String read) {
    assertThat(CleanText.of(misread).text()).isEqualTo(read);
  }
}
