package dev.shortlist.report;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ColumnsTest {

  @Test
  void wide_characters_take_two_cells_and_accents_none() {
    assertThat(Columns.width("王偉")).isEqualTo(4);
    assertThat(Columns.width("e\u0301")).isEqualTo(1);
    assertThat(Columns.width("한국")).isEqualTo(4);
    assertThat(Columns.width("👍")).isEqualTo(2);
    assertThat(Columns.width("Łukasz")).isEqualTo(6);
  }

  @Test
  void a_text_that_is_too_long_ends_in_an_ellipsis() {
    assertThat(Columns.cut("Ann Castellan", 6)).isEqualTo("Ann C…");
    assertThat(Columns.cut("王偉明", 4)).isEqualTo("王…");
  }

  @Test
  void nothing_in_a_cv_steers_the_terminal() {
    assertThat(Columns.plain("\u001b[2Jgone\r\n\u202eback\u0007")).isEqualTo("[2Jgone back");
  }

  @Property
  void a_cell_is_exactly_as_wide_as_its_column(
      @ForAll String text, @ForAll @IntRange(min = 1, max = 40) int width) {
    assertThat(Columns.width(Columns.left(text, width))).isEqualTo(width);
    assertThat(Columns.width(Columns.right(text, width))).isEqualTo(width);
  }
}
