package dev.shortlist.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.shortlist.jobdescription.Importance;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdviceTest {
  private static final List<Gate> NO_GATES = List.of();

  @Test
  void points_for_a_strong_yes_give_one_where_what_is_required_is_shown() {
    var dimensions = technical(part(Importance.REQUIRED, 20, 20), part(Importance.REQUIRED, 5, 10));

    assertThat(Advice.coverage(dimensions)).isCloseTo(0.833, offset(0.001));
    assertThat(advised(65, dimensions, NO_GATES)).isEqualTo(Recommendation.STRONG_YES);
  }

  @Test
  void a_strong_yes_takes_two_thirds_of_what_is_required() {
    var dimensions =
        technical(part(Importance.REQUIRED, 18, 30), part(Importance.REQUIRED, 14, 20));

    assertThat(advised(99, dimensions, NO_GATES)).isEqualTo(Recommendation.YES);
    assertThat(reasoning(dimensions, NO_GATES)).contains("A strong yes takes 65 %");
  }

  @Test
  void a_strong_yes_takes_some_of_what_is_required_most() {
    var dimensions =
        technical(
            part(Importance.REQUIRED, 5, 20),
            part(Importance.REQUIRED, 15, 15),
            part(Importance.REQUIRED, 15, 15));

    assertThat(Advice.coverage(dimensions)).isCloseTo(0.7, offset(0.001));
    assertThat(advised(99, dimensions, NO_GATES)).isEqualTo(Recommendation.YES);
    assertThat(reasoning(dimensions, NO_GATES)).contains("No strong yes, as skill");
  }

  @Test
  void what_is_only_welcome_holds_nothing_back() {
    var dimensions =
        technical(part(Importance.REQUIRED, 30, 30), part(Importance.PREFERRED, 0, 20));

    assertThat(advised(65, dimensions, NO_GATES)).isEqualTo(Recommendation.STRONG_YES);
  }

  @Test
  void a_condition_that_fails_holds_a_strong_yes_back_and_an_unknown_one_does_not() {
    var dimensions = technical(part(Importance.REQUIRED, 30, 30));

    assertThat(advised(80, dimensions, gate(Gate.Answer.FAIL))).isEqualTo(Recommendation.YES);
    assertThat(reasoning(dimensions, gate(Gate.Answer.FAIL))).contains("licence");
    assertThat(advised(80, dimensions, gate(Gate.Answer.UNKNOWN)))
        .isEqualTo(Recommendation.STRONG_YES);
  }

  @Test
  void a_list_of_words_that_no_post_bears_out_is_no_yes_whatever_its_points() {
    var stuffed = List.of(new Match.Flag(Match.Flag.Kind.KEYWORD_STUFFING, "Many are named."));

    assertThat(Advice.recommendation(70, experience(49), NO_GATES, stuffed))
        .isEqualTo(Recommendation.MAYBE);
    assertThat(
            Advice.reasoning(
                70, Recommendation.MAYBE, experience(49), List.of(), NO_GATES, stuffed))
        .contains("No yes, as the skills are hardly more than listed");
    assertThat(Advice.recommendation(70, experience(50), NO_GATES, stuffed))
        .isEqualTo(Recommendation.STRONG_YES);
    assertThat(Advice.recommendation(24, experience(49), NO_GATES, stuffed))
        .isEqualTo(Recommendation.NO);
  }

  private static String reasoning(List<DimensionScore> dimensions, List<Gate> gates) {
    return Advice.reasoning(99, Recommendation.YES, dimensions, List.of(), gates, List.of());
  }

  private static Recommendation advised(
      int total, List<DimensionScore> dimensions, List<Gate> gates) {
    return Advice.recommendation(total, dimensions, gates, List.of());
  }

  private static List<DimensionScore> experience(double points) {
    var part = new Part(null, "Work like Weaver", null, points, 100, List.of(), "");
    return List.of(new DimensionScore(Dimension.EXPERIENCE, true, List.of(part)));
  }

  private static List<Gate> gate(Gate.Answer answer) {
    return List.of(new Gate("r9", "licence", answer, List.of()));
  }

  private static List<DimensionScore> technical(Part... parts) {
    return List.of(new DimensionScore(Dimension.TECHNICAL_SKILLS, true, List.of(parts)));
  }

  private static Part part(Importance importance, double points, double outOf) {
    return new Part("r1", "skill", importance, points, outOf, List.of(), "");
  }
}
