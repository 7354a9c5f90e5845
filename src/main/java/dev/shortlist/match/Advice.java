package dev.shortlist.match;

import dev.shortlist.jobdescription.Importance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What a match means for a recruiter, in sentences over its facts. The machine advises; a person
/// decides.
final class Advice {
  private static final double STRONG_YES = 65;
  private static final double YES = 40;
  private static final double MAYBE = 28;
  private static final double NO = 13;

  private static final int STRENGTHS = 5;
  private static final double STRENGTH = 0.7;

  private Advice() {}

  static Recommendation recommendation(double total) {
    return total >= STRONG_YES
        ? Recommendation.STRONG_YES
        : total >= YES
            ? Recommendation.YES
            : total >= MAYBE
                ? Recommendation.MAYBE
                : total >= NO ? Recommendation.NO : Recommendation.STRONG_NO;
  }

  /// Part of the requirements' points that was earned, whatever the dimensions weigh; 1 when
  /// nothing is asked for.
  static double coverage(List<DimensionScore> dimensions) {
    double earned = 0;
    double possible = 0;
    for (var dimension : dimensions) {
      for (var part : dimension.parts()) {
        if (part.requirement() != null) {
          earned += part.points();
          possible += part.outOf();
        }
      }
    }
    return possible == 0 ? 1 : earned / possible;
  }

  static String reasoning(
      double total,
      Recommendation recommendation,
      List<DimensionScore> dimensions,
      List<Gap> gaps) {
    var scores =
        dimensions.stream()
            .filter(score -> score.asked() && score.dimension() != Dimension.CULTURE)
            .map(score ->
                score.dimension().label().toLowerCase(Locale.ROOT)
                    + " "
                    + Math.round(score.points()))
            .collect(Collectors.joining(", "));
    if (scores.isEmpty()) {
      return "The job description asks for nothing a CV could show.";
    }
    // A thousand matches are weighed anew at once, and a formatter takes longer than the sum.
    return capital(recommendation.label())
        + ": "
        + Math.round(total)
        + " of 100 points ("
        + scores
        + "). "
        + Math.round(coverage(dimensions) * 100)
        + " % of what is asked for is shown"
        + missing(gaps)
        + ". "
        + nextStep(recommendation);
  }

  private static String nextStep(Recommendation recommendation) {
    return switch (recommendation) {
      case STRONG_YES -> "Next step: invite, and go through the questions below.";
      case YES -> "Next step: a first call about what is not shown.";
      case MAYBE -> "Next step: read the CV beside what is not shown before deciding.";
      case NO -> "Next step: nothing, unless the questions below have good answers.";
      case STRONG_NO -> "Next step: none for this post; a person decides.";
    };
  }

  private static String missing(List<Gap> gaps) {
    var open =
        gaps.stream()
            .filter(gap -> gap.importance() == Importance.REQUIRED)
            .map(Gap::label)
            .limit(4)
            .collect(Collectors.joining(", "));
    return open.isEmpty() ? "" : "; required and not shown in full: " + open;
  }

  /// The parts that earned most, the most first; independent of what the dimensions weigh.
  static List<String> strengths(List<DimensionScore> dimensions) {
    record Strong(double worth, String sentence) {}
    var strong = new ArrayList<Strong>();
    for (var dimension : dimensions) {
      int weight = Weights.STANDARD.of(dimension.dimension());
      for (var part : dimension.parts()) {
        if (weight > 0 && part.points() >= STRENGTH * part.outOf() && !part.evidence().isEmpty()) {
          strong.add(
              new Strong(weight * part.points(), "%s: %s".formatted(part.label(), part.reason())));
        }
      }
    }
    return strong.stream()
        .sorted(Comparator.comparingDouble(part -> -part.worth()))
        .limit(STRENGTHS)
        .map(Strong::sentence)
        .toList();
  }

  /// How sure the reading is, times how much of the points rests on the words asked for and not on
  /// likeness: half of it for likeness alone.
  static double confidence(double reading, List<DimensionScore> dimensions) {
    double clear = 0;
    double all = 0;
    for (var dimension : dimensions) {
      int weight = Weights.STANDARD.of(dimension.dimension());
      for (var part : dimension.parts()) {
        all += weight * part.points();
        clear += isClear(part) ? weight * part.points() : 0;
      }
    }
    return reading * (all == 0 ? 1 : 0.5 + 0.5 * clear / all);
  }

  private static boolean isClear(Part part) {
    return part.evidence().stream()
        .anyMatch(evidence ->
            switch (evidence.kind()) {
              case EXACT, ALIAS, NARROWER -> true;
              case BROADER, RELATED, SIMILAR_WORDING -> false;
            });
  }

  private static String capital(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
