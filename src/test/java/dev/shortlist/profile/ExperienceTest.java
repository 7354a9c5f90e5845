package dev.shortlist.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ExperienceTest {
  private static final YearMonth NOW = YearMonth.of(2026, 6);

  @Test
  void both_ends_count() {
    assertThat(Experience.months(List.of(months("2020-01", "2020-12")), NOW)).isEqualTo(12);
  }

  @Test
  void overlapping_posts_count_once() {
    var posts = List.of(months("2020-01", "2021-12"), months("2021-01", "2022-12"));

    assertThat(Experience.years(posts, NOW)).isEqualTo(3.0);
  }

  @Test
  void a_post_inside_another_adds_nothing() {
    var posts = List.of(months("2018-01", "2022-12"), months("2019-03", "2019-09"));

    assertThat(Experience.years(posts, NOW)).isEqualTo(5.0);
  }

  @Test
  void gaps_do_not_count() {
    var posts = List.of(months("2015-01", "2015-12"), months("2020-01", "2020-12"));

    assertThat(Experience.years(posts, NOW)).isEqualTo(2.0);
  }

  @Test
  void a_current_post_counts_up_to_the_given_month() {
    var current = new Period(YearMonth.of(2025, 7), NOW, true, false);

    assertThat(Experience.years(List.of(current), NOW)).isEqualTo(1.0);
  }

  @Test
  void months_after_the_given_one_do_not_count() {
    assertThat(Experience.years(List.of(months("2025-07", "2030-01")), NOW)).isEqualTo(1.0);
  }

  @Test
  void years_alone_count_from_the_middle_of_the_first_to_the_middle_of_the_last() {
    var years = new Period(YearMonth.of(2018, 1), YearMonth.of(2020, 12), false, true);

    assertThat(Experience.years(List.of(years), NOW)).isEqualTo(2.0);
  }

  @Test
  void one_year_alone_counts_as_half_a_year() {
    var year = new Period(YearMonth.of(2018, 1), YearMonth.of(2018, 12), false, true);

    assertThat(Experience.years(List.of(year), NOW)).isEqualTo(0.5);
  }

  @Property(tries = 300)
  void the_order_of_posts_changes_nothing(@ForAll("posts") List<Period> posts) {
    var shuffled = new ArrayList<>(posts);
    Collections.shuffle(shuffled, new Random(7));

    assertThat(Experience.months(shuffled, NOW)).isEqualTo(Experience.months(posts, NOW));
  }

  @Property(tries = 300)
  void each_month_worked_counts_once(@ForAll("posts") List<Period> posts) {
    var worked = new HashSet<YearMonth>();
    for (var post : posts) {
      for (var month = post.start();
          month != null && !month.isAfter(post.end()) && !month.isAfter(NOW);
          month = month.plusMonths(1)) {
        worked.add(month);
      }
    }

    assertThat(Experience.months(posts, NOW)).isEqualTo(worked.size());
    assertThat(Experience.years(posts, NOW)).isCloseTo(worked.size() / 12.0, within(0.051));
  }

  @Property(tries = 200)
  void one_more_post_never_takes_years_away(
      @ForAll("posts") List<Period> posts, @ForAll("post") Period another) {
    var more = new ArrayList<>(posts);
    more.add(another);

    assertThat(Experience.months(more, NOW))
        .isBetween(Experience.months(posts, NOW), Experience.months(posts, NOW) + 600);
  }

  @Provide
  Arbitrary<List<Period>> posts() {
    return post().list().ofMaxSize(8);
  }

  @Provide
  Arbitrary<Period> post() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 500), Arbitraries.integers().between(0, 90))
        .as((first, length) -> {
          var start = YearMonth.of(1985, 1).plusMonths(first);
          return new Period(start, start.plusMonths(length), false, false);
        });
  }

  private static Period months(String first, String last) {
    return new Period(YearMonth.parse(first), YearMonth.parse(last), false, false);
  }
}
