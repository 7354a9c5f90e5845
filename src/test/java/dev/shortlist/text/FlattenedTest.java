package dev.shortlist.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/// A line as long as a paragraph is parted where the breaks of the lines it was can be seen.
class FlattenedTest {
  private static final String DUTY =
      "kept forty looms running through the three shifts of each day";

  @Test
  void wide_gaps_were_breaks() {
    assertThat(
            lines(
                "LOOM FITTER",
                "Experience",
                "Fitter 2015 to 2018",
                DUTY,
                DUTY,
                DUTY,
                DUTY,
                DUTY,
                DUTY,
                "   "))
        .containsExactly(
            "LOOM FITTER", "Experience", "Fitter 2015 to 2018", DUTY, DUTY, DUTY, DUTY, DUTY, DUTY);
  }

  @Test
  void a_gap_behind_a_bullet_or_a_number_is_none() {
    var written = duties("•   %s").collect(Collectors.joining("   "));

    assertThat(Flattened.lines(written)).allMatch(line -> line.startsWith("•   kept")).hasSize(8);
  }

  @Test
  void bullets_began_lines_also_where_they_are_misread() {
    var written = "Duties " + duties("â¢ %s").collect(Collectors.joining(" "));

    assertThat(Flattened.lines(written)).startsWith("Duties", "• " + DUTY).hasSize(9);
  }

  @Test
  void numbers_began_lines() {
    var written =
        IntStream.rangeClosed(1, 8)
            .mapToObj(number -> number + ". Always " + DUTY)
            .collect(Collectors.joining(" "));

    assertThat(Flattened.lines(written))
        .startsWith("1. Always " + DUTY, "2. Always " + DUTY)
        .hasSize(8);
  }

  @Test
  void labels_of_a_form_began_lines_and_its_headings_stood_alone() {
    var written =
        "LOOMS- Experience - 24 monthsCompany Details company - Copper Mill description - Duration: 2015 to 2018 Role: Loom Fitter Responsibilities: "
            + "to look after the looms, ".repeat(14)
            + "company - Rowan Mill description - Packing";

    assertThat(Flattened.lines(written))
        .containsSubsequence(
            "LOOMS- Experience - 24 months",
            "Company Details",
            "company - Copper Mill",
            "description -",
            "Duration: 2015 to 2018",
            "Role: Loom Fitter")
        .endsWith("company - Rowan Mill", "description - Packing");
  }

  @Test
  void sentences_of_a_paragraph_stand_alone_and_shortened_words_end_none() {
    var written =
        duties("Worked at Copper Mill Pvt. Ltd. and %s.").collect(Collectors.joining(" "));

    assertThat(Flattened.lines(written))
        .hasSize(8)
        .allMatch(line -> line.equals("Worked at Copper Mill Pvt. Ltd. and " + DUTY + "."));
  }

  @Test
  void a_line_no_longer_than_a_line_stays_whole() {
    var list = "Looms • Dobby • Jacquard • Rapier   Air jet   Knitting   Sewing. Done. Right. So.";

    assertThat(Flattened.lines(list)).containsExactly(list);
  }

  @Test
  void two_of_a_kind_are_part_of_a_sentence() {
    var written = "looms and 3. Dobby, " + DUTY + ", ".repeat(200) + "(see 4. Jacquard)";

    assertThat(Flattened.lines(written)).containsExactly(written);
  }

  @Property(tries = 300)
  void nothing_but_blanks_is_lost_and_nothing_is_parted_twice(
      @ForAll @StringLength(min = 401, max = 2000) @Chars({'a', 'B', ' ', '.', '•', '1', '2'})
          String line) {
    var lines = Flattened.lines(line);

    assertThat(String.join("", lines).replace(" ", "")).isEqualTo(line.replace(" ", ""));
    assertThat(lines.stream().flatMap(part -> Flattened.lines(part).stream()).toList())
        .isEqualTo(lines);
  }

  private static List<String> lines(String... linesAndGap) {
    var all = List.of(linesAndGap);
    return Flattened.lines(String.join(all.getLast(), all.subList(0, all.size() - 1)));
  }

  private static Stream<String> duties(String form) {
    return Stream.generate(() -> form.formatted(DUTY)).limit(8);
  }
}
