package dev.shortlist.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;

/// What pages say, in the reader's language and in an order that can be read.
class WordsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 5, 3);

  @AfterEach
  void anyLanguage() {
    LocaleContextHolder.resetLocaleContext();
  }

  @Test
  void a_day_is_written_as_the_language_does() {
    LocaleContextHolder.setLocale(Locale.ENGLISH);
    assertThat(Words.date(DAY)).isEqualTo("3 May 2026");
    LocaleContextHolder.setLocale(Locale.GERMAN);
    assertThat(Words.date(DAY)).isEqualTo("3. Mai 2026");
    assertThat(Words.day(DAY)).isEqualTo("3. Mai");
    LocaleContextHolder.setLocale(Locale.FRENCH);
    assertThat(Words.date(DAY)).isEqualTo("3 mai 2026");
  }

  @Test
  void a_title_written_from_right_to_left_keeps_the_years_behind_it() {
    assertThat(RankedRow.about("محاسب", "7 years")).isEqualTo("\u2068محاسب\u2069 · 7 years");
    assertThat(RankedRow.about("Accountant", "7 years")).isEqualTo("Accountant · 7 years");
  }

  @Test
  void what_was_too_large_is_called_so() {
    LocaleContextHolder.setLocale(Locale.ENGLISH);
    assertThat(Troubles.refused(HttpStatus.CONTENT_TOO_LARGE).title())
        .isEqualTo("That was too large");
    assertThat(Troubles.refused(HttpStatus.METHOD_NOT_ALLOWED).title())
        .isEqualTo("This is not possible here");
  }
}
