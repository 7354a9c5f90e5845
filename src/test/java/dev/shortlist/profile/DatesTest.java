package dev.shortlist.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.profile.DateSpan.Shape;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Jan 2020 - Mar 2022; 2020-01; 2022-03",
        "January 2020 – March 2022; 2020-01; 2022-03",
        "01/2020–03/2022; 2020-01; 2022-03",
        "01.2020 - 03.2022; 2020-01; 2022-03",
        "2020-01 to 2022-03; 2020-01; 2022-03",
        "2020.01 ~ 2022.03; 2020-01; 2022-03",
        "15.01.2020 bis 31.03.2022; 2020-01; 2022-03",
        "Janv. 2020 à mars 2022; 2020-01; 2022-03",
        "enero de 2020 - marzo de 2022; 2020-01; 2022-03",
        "gennaio 2020 al marzo 2022; 2020-01; 2022-03",
        "januari 2020 tot maart 2022; 2020-01; 2022-03",
        "styczeń 2020 – marzec 2022; 2020-01; 2022-03",
        "Январь 2020 - март 2022; 2020-01; 2022-03",
        "2020年1月 - 2022年3月; 2020-01; 2022-03",
        "Jan 2020-Mar 2022; 2020-01; 2022-03",
        "1st Jan, 2020 to 5th March, 2022; 2020-01; 2022-03",
        "Jan '20 - Mar '22; 2020-01; 2022-03",
        "01/20 - 03/22; 2020-01; 2022-03",
        "Sept. 2015 until Okt. 2016; 2015-09; 2016-10",
        "2018 - 2020; 2018-01; 2020-12",
        "2018-19; 2018-01; 2019-12",
        "2018/19; 2018-01; 2019-12",
        "March - May 2019; 2019-03; 2019-05",
        "Nov - Feb 2019; 2018-11; 2019-02",
        "Q1 2020 - Q3 2021; 2020-01; 2021-09",
        "Mar. 2016 - Exp. Jun. 2017; 2016-03; 2017-06",
      })
  void a_span_has_its_first_and_last_month(String text, YearMonth first, YearMonth last) {
    assertThat(Dates.in(text))
        .singleElement()
        .satisfies(date -> {
          assertThat(date.shape()).isEqualTo(Shape.RANGE);
          assertThat(date.first()).isEqualTo(first);
          assertThat(date.last()).isEqualTo(last);
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Jan 2020 - Present; 2020-01",
        "Jan 2020 to date; 2020-01",
        "Jan 2020 - till date; 2020-01",
        "Jan 2020 to till date; 2020-01",
        "seit 2020; 2020-01",
        "since January 2020; 2020-01",
        "01/2020 – heute; 2020-01",
        "depuis janvier 2020; 2020-01",
        "janv. 2020 – aujourd'hui; 2020-01",
        "desde enero de 2020; 2020-01",
        "ene 2020 - actualidad; 2020-01",
        "gen 2020 – oggi; 2020-01",
        "2020 - in corso; 2020-01",
        "2020 - heden; 2020-01",
        "jan 2020 - até o momento; 2020-01",
        "2020 – obecnie; 2020-01",
        "2020.01 - 至今; 2020-01",
        "январь 2020 - по настоящее время; 2020-01",
        "2020-; 2020-01",
      })
  void a_span_can_go_on(String text, YearMonth first) {
    assertThat(Dates.in(text))
        .singleElement()
        .satisfies(date -> {
          assertThat(date.isSpan()).isTrue();
          assertThat(date.first()).isEqualTo(first);
          assertThat(date.last()).isNull();
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "May 2019; 2019-05; 2019-05",
        "2019; 2019-01; 2019-12",
        "Summer 2019; 2019-06; 2019-08",
        "05/2019; 2019-05; 2019-05",
        "21st May 2019; 2019-05; 2019-05",
        "2011-12; 2011-01; 2012-12",
      })
  void one_date_is_a_month_a_season_or_a_year(String text, YearMonth first, YearMonth last) {
    assertThat(Dates.in(text))
        .singleElement()
        .satisfies(date -> {
          assertThat(date.first()).isEqualTo(first);
          assertThat(date.last()).isEqualTo(last);
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "served 2000+ clients",
        "saved $2000",
        "Office365",
        "RFC20191",
        "you may 10 times",
      })
  void other_numbers_are_no_dates(String text) {
    assertThat(Dates.in(text)).isEmpty();
  }

  @Test
  void several_dates_in_a_line_stay_apart() {
    assertThat(Dates.in("Sep. 2013, Mar. 2011 - Oct. 2011"))
        .extracting(DateSpan::shape)
        .containsExactly(Shape.SINGLE, Shape.RANGE);
  }

  @Property(tries = 300)
  void any_month_is_read_in_any_of_its_notations(
      @ForAll @IntRange(min = 1950, max = 2045) int year,
      @ForAll @IntRange(min = 1, max = 12) int month,
      @ForAll @IntRange(min = 0, max = 6) int language,
      @ForAll @IntRange(min = 0, max = 3) int notation) {
    var locale = Locale.of(new String[] {"en", "de", "fr", "es", "it", "nl", "pt"}[language]);
    var written =
        switch (notation) {
          case 0 -> Month.of(month).getDisplayName(TextStyle.FULL, locale) + " " + year;
          case 1 -> Month.of(month).getDisplayName(TextStyle.SHORT, locale) + " " + year;
          case 2 -> "%02d/%d".formatted(month, year);
          default -> "%d-%02d - %d-%02d".formatted(year, month, year, month);
        };
    var date = Dates.in(written).getFirst();
    assertThat(date.first()).as(written).isEqualTo(YearMonth.of(year, month));
    assertThat(date.last()).as(written).isEqualTo(YearMonth.of(year, month));
  }

  @Property(tries = 300)
  void dates_stand_in_the_line_in_order_and_apart(@ForAll @StringLength(max = 200) String line) {
    int at = 0;
    for (var date : Dates.in(line)) {
      assertThat(date.from()).isGreaterThanOrEqualTo(at);
      assertThat(date.to()).isGreaterThan(date.from()).isLessThanOrEqualTo(line.length());
      at = date.to();
    }
  }

  @Test
  void a_hostile_line_takes_no_longer_than_its_length() {
    String hostile = "Jan 20 - 1/1/ 201 Mar ".repeat(20_000);
    long start = System.nanoTime();
    Dates.in(hostile);
    assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(20_000);
  }
}
