package dev.shortlist.match;

import dev.shortlist.jobdescription.Importance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a match means for a recruiter, in sentences over its facts. The machine advises; a person
/// decides.
final class Advice {
  private static final double STRONG_YES = 65;
  private static final double YES = 40;
  private static final double MAYBE = 25;
  private static final double NO = 10;

  /// Part of what is required that a strong yes takes.
  private static final double MUST_HAVES = 0.65;

  /// Less of a requirement than this is next to nothing.
  private static final double SHOWN = 0.3;

  /// Points of experience without which a CV flagged for its words is no yes: below, no post is of
  /// such work, and the rest of the points is what anybody can write down.
  private static final double BORNE_OUT = 50;

  private static final int STRENGTHS = 5;
  private static final double STRENGTH = 0.7;

  private Advice() {}

  static Recommendation recommendation(
      double total, List<DimensionScore> dimensions, List<Gate> gates, List<Match.Flag> flags) {
    if (total >= YES && isWordsOnly(dimensions, flags)) {
      return Recommendation.MAYBE;
    }
    if (total >= STRONG_YES) {
      return heldBack(total, dimensions, gates, flags).isEmpty()
          ? Recommendation.STRONG_YES
          : Recommendation.YES;
    }
    return total >= YES
        ? Recommendation.YES
        : total >= MAYBE
            ? Recommendation.MAYBE
            : total >= NO ? Recommendation.NO : Recommendation.STRONG_NO;
  }

  private static boolean isWordsOnly(List<DimensionScore> dimensions, List<Match.Flag> flags) {
    return flags.stream().anyMatch(flag -> flag.kind() == Match.Flag.Kind.KEYWORD_STUFFING)
        && dimensions.stream()
            .anyMatch(score ->
                score.dimension() == Dimension.EXPERIENCE
                    && score.asked()
                    && score.points() < BORNE_OUT);
  }

  /// How far what is required is shown, 0 to 1; 1 when nothing is. Each requirement counts by its
  /// weight against the heaviest of its dimension. Soft skills do not count: few CVs speak of them.
  static double coverage(List<DimensionScore> dimensions) {
    double shown = 0;
    double required = 0;
    for (var dimension : dimensions) {
      var parts = required(dimension);
      double heaviest = parts.stream().mapToDouble(Part::outOf).max().orElse(1);
      for (var part : parts) {
        shown += part.points() / heaviest;
        required += part.outOf() / heaviest;
      }
    }
    return required == 0 ? 1 : shown / required;
  }

  /// The technical requirement that weighs most, if the CV shows next to nothing of it.
  private static @Nullable Part missingFirst(List<DimensionScore> dimensions) {
    return dimensions.stream()
        .filter(dimension -> dimension.dimension() == Dimension.TECHNICAL_SKILLS)
        .flatMap(dimension -> required(dimension).stream())
        .max(Comparator.comparingDouble(Part::outOf))
        .filter(part -> part.points() < SHOWN * part.outOf())
        .orElse(null);
  }

  private static List<Part> required(DimensionScore dimension) {
    return dimension.dimension() == Dimension.SOFT_SKILLS
        ? List.of()
        : dimension.parts().stream()
            .filter(part -> part.requirement() != null)
            .filter(part -> part.importance() == Importance.REQUIRED)
            .toList();
  }

  static String reasoning(
      double total,
      Recommendation recommendation,
      List<DimensionScore> dimensions,
      List<Gap> gaps,
      List<Gate> gates,
      List<Match.Flag> flags) {
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
        + " % of what is required is shown"
        + missing(gaps)
        + ". "
        + heldBack(total, dimensions, gates, flags)
        + nextStep(recommendation);
  }

  /// Why points for a yes or a strong yes give none; empty when they do, or are too few anyway.
  private static String heldBack(
      double total, List<DimensionScore> dimensions, List<Gate> gates, List<Match.Flag> flags) {
    if (total >= YES && isWordsOnly(dimensions, flags)) {
      return "No yes, as the skills are hardly more than listed and no post is clearly of such work. ";
    }
    if (total < STRONG_YES) {
      return "";
    }
    for (var gate : gates) {
      if (gate.answer() == Gate.Answer.FAIL) {
        return "No strong yes, as the CV falls short of a condition: %s. ".formatted(gate.label());
      }
    }
    var first = missingFirst(dimensions);
    if (first != null) {
      return "No strong yes, as %s, which is required most of all, is hardly shown. "
          .formatted(first.label());
    }
    return coverage(dimensions) >= MUST_HAVES
        ? ""
        : "A strong yes takes %d %% of what is required. ".formatted(Math.round(MUST_HAVES * 100));
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
