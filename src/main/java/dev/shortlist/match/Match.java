package dev.shortlist.match;

import java.util.List;

/// How well a CV fits a job description, and why.
///
/// @param total exact score from 0 to 100: the dimensions' points by their weights
/// @param dimensions one for each [Dimension], in its order
/// @param reasoning why the recommendation, in English, from facts of the CV only
/// @param strengths what speaks for the person, in English, strongest first
/// @param questions what to ask in an interview, from gaps and thin evidence
/// @param flags what a recruiter should look at: keyword stuffing, a pasted job description
/// @param confidence 0 to 1: how much of the score rests on clear evidence
/// @param version versions of the matcher, the taxonomy and the model inside that made it
public record Match(
    double total,
    List<DimensionScore> dimensions,
    Weights weights,
    List<Gap> gaps,
    List<Gate> gates,
    Recommendation recommendation,
    String reasoning,
    List<String> strengths,
    List<String> questions,
    List<Flag> flags,
    double confidence,
    String version) {
  public Match {
    dimensions = List.copyOf(dimensions);
    gaps = List.copyOf(gaps);
    gates = List.copyOf(gates);
    strengths = List.copyOf(strengths);
    questions = List.copyOf(questions);
    flags = List.copyOf(flags);
  }

  /// Whole points, 0 to 100.
  public int score() {
    return score(total);
  }

  /// The whole points of a total.
  public static int score(double total) {
    return (int) Math.round(total);
  }

  /// The points of `dimension`; every match has all of them.
  public DimensionScore dimension(Dimension dimension) {
    return dimensions.stream()
        .filter(score -> score.dimension() == dimension)
        .findFirst()
        .orElseThrow();
  }

  /// This match with other weights: the same as matching anew with them.
  public Match reweighted(Weights weights) {
    double total = total(weights);
    var recommendation = Advice.recommendation(total, dimensions);
    return new Match(
        total,
        dimensions,
        weights,
        gaps,
        gates,
        recommendation,
        Advice.reasoning(total, recommendation, dimensions, gaps),
        strengths,
        questions,
        flags,
        confidence,
        version);
  }

  private double total(Weights weights) {
    double points = 0;
    int weight = 0;
    for (var score : dimensions) {
      if (score.asked()) {
        points += weights.of(score.dimension()) * score.points();
        weight += weights.of(score.dimension());
      }
    }
    return weight == 0 ? 0 : points / weight;
  }

  /// Something a recruiter should look at.
  ///
  /// @param detail what was seen, a whole sentence in English
  public record Flag(Kind kind, String detail) {
    public enum Kind {
      KEYWORD_STUFFING,
      COPIED_JOB_DESCRIPTION,
      THIN_EVIDENCE,
      OVERQUALIFIED
    }
  }
}
