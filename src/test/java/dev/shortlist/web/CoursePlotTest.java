package dev.shortlist.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.figures.Course;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;

class CoursePlotTest {
  private static final Instant BEGAN = Instant.parse("2026-03-02T10:00:00Z");

  @BeforeEach
  void in_english() {
    LocaleContextHolder.setLocale(Locale.ENGLISH);
  }

  @AfterEach
  void reset() {
    LocaleContextHolder.resetLocaleContext();
  }

  /// Four CVs came at once; two were ranked half way, one could not be read at the end, and one is
  /// not through. It was paused for the third quarter of two hours.
  static Course threeOfFour() {
    return new Course(
        BEGAN,
        BEGAN.plus(Duration.ofHours(2)),
        Collections.nCopies(Course.STEPS, 4),
        Stream.concat(
                Collections.nCopies(60, 0).stream(),
                Collections.nCopies(Course.STEPS - 60, 2).stream())
            .toList(),
        Stream.concat(Collections.nCopies(Course.STEPS - 1, 0).stream(), Stream.of(1)).toList(),
        List.of(
            new Course.Pause(
                BEGAN.plus(Duration.ofMinutes(60)), BEGAN.plus(Duration.ofMinutes(90)))));
  }

  @Test
  void words_say_what_the_drawing_shows() {
    assertThat(new CoursePlot(threeOfFour()).words())
        .isEqualTo(
            "3 of 4 CVs are through, half of them after about 61 minutes, the last after about 2"
                + " hours. Paused for about 30 minutes in all.");
  }

  @Test
  void a_pause_is_a_band_where_it_was() {
    assertThat(new CoursePlot(threeOfFour()).pauses())
        .containsExactly(new CoursePlot.Band(CoursePlot.WIDTH / 2.0, CoursePlot.WIDTH / 4.0));
  }

  @Test
  void an_area_rises_where_cvs_are_through_and_is_closed_at_the_bottom() {
    assertThat(new CoursePlot(threeOfFour()).ranked())
        .isEqualTo("M0,100L4,100.0L240,100.0L244,51.0L480,51.0V100Z");
    assertThat(new CoursePlot(threeOfFour()).finished()).endsWith("L476,51.0L480,26.5V100Z");
  }

  @Test
  void nothing_through_is_said_so() {
    var none = Collections.nCopies(Course.STEPS, 0);
    var course =
        new Course(BEGAN, BEGAN, Collections.nCopies(Course.STEPS, 1), none, none, List.of());

    assertThat(new CoursePlot(course).words()).isEqualTo("1 CV has come and is not through yet.");
    assertThat(new CoursePlot(course).finished()).doesNotContain("NaN");
  }
}
