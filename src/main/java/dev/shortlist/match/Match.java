package dev.shortlist.match;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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

  /// How the CV answers each requirement, by the requirement's id.
  public Map<String, Answer> answers() {
    var answers = new TreeMap<String, Answer>();
    for (var score : dimensions) {
      for (var part : score.parts()) {
        if (part.requirement() != null) {
          answers.put(part.requirement(), part.points() > 0 ? Answer.PARTLY : Answer.NOT);
        }
      }
    }
    var open = gaps.stream().collect(Collectors.toMap(Gap::requirement, gap -> gap, (a, b) -> a));
    answers.replaceAll((id, partly) -> answer(open.get(id), partly));
    for (var gate : gates) {
      answers.put(gate.requirement(), answer(gate.answer()));
    }
    return Collections.unmodifiableMap(answers);
  }

  private static Answer answer(@Nullable Gap gap, Answer partly) {
    if (gap == null) {
      return Answer.MET;
    }
    return gap.unknown() ? Answer.UNKNOWN : partly;
  }

  private static Answer answer(Gate.Answer answer) {
    return switch (answer) {
      case PASS -> Answer.MET;
      case UNKNOWN -> Answer.UNKNOWN;
      case FAIL -> Answer.NOT;
    };
  }

  /// This match with other weights: the same as matching anew with them.
  public Match reweighted(Weights weights) {
    double total = total(weights);
    var recommendation = Advice.recommendation(total, dimensions, gates, flags);
    return new Match(
        total,
        dimensions,
        weights,
        gaps,
        gates,
        recommendation,
        Advice.reasoning(total, recommendation, dimensions, gaps, gates, flags),
        strengths,
        questions,
        flags,
        confidence,
        version);
  }

  /// How far the CV shows each scored requirement, 0 to 1, by the requirement's id.
  public Map<String, Double> shares() {
    var shares = new TreeMap<String, Double>();
    for (var score : dimensions) {
      for (var part : score.parts()) {
        if (part.requirement() != null && part.outOf() > 0) {
          shares.put(part.requirement(), part.points() / part.outOf());
        }
      }
    }
    return Collections.unmodifiableMap(shares);
  }

  /// This match with other weights of the dimensions and of the requirements. What the requirements
  /// of a dimension have together stays as it is; matching anew gives the field of work a little
  /// more where they weigh less than enough, see `docs/scoring.md`.
  ///
  /// @param factors what the weight of a requirement is multiplied with, by its id; absent for 1,
  ///   and 0 to leave it out
  public Match reweighted(Weights weights, Map<String, Double> factors) {
    if (factors.isEmpty()) {
      return reweighted(weights);
    }
    return new Match(
            total,
            dimensions.stream().map(score -> score.reweighted(factors)).toList(),
            weights,
            gaps.stream().filter(gap -> factors.getOrDefault(gap.requirement(), 1.0) > 0).toList(),
            gates,
            recommendation,
            reasoning,
            strengths,
            questions,
            flags,
            confidence,
            version)
        .reweighted(weights);
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
