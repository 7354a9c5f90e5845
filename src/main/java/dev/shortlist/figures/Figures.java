package dev.shortlist.figures;

import dev.shortlist.match.Answer;
import dev.shortlist.match.Recommendation;
import dev.shortlist.screening.Verdict;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the ranked CVs of a screening are like, all together.
///
/// @param scores number of CVs by whole points, 0 to 100; without those nobody has
/// @param recommendations number of CVs by recommendation
/// @param decided number of CVs by what was decided
/// @param undecided number of CVs nobody decided about
/// @param answers by the id of a requirement, how many CVs answer it how
/// @param marks number of CVs by the name of a notice, warning or flag
public record Figures(
    Map<Integer, Integer> scores,
    Map<Recommendation, Integer> recommendations,
    Map<Verdict, Integer> decided,
    int undecided,
    Map<String, Map<Answer, Integer>> answers,
    Map<String, Integer> marks) {
  public static final Figures NONE =
      new Figures(Map.of(), Map.of(), Map.of(), 0, Map.of(), Map.of());

  public Figures {
    scores = Map.copyOf(scores);
    recommendations = Map.copyOf(recommendations);
    decided = Map.copyOf(decided);
    answers = Map.copyOf(answers);
    marks = Map.copyOf(marks);
  }

  /// How many are ranked.
  public int total() {
    return undecided + decided.values().stream().mapToInt(Integer::intValue).sum();
  }

  public int count(Recommendation recommendation) {
    return recommendations.getOrDefault(recommendation, 0);
  }

  public int count(@Nullable Verdict verdict) {
    return verdict == null ? undecided : decided.getOrDefault(verdict, 0);
  }

  /// How many CVs answer `requirement` so.
  public int count(String requirement, Answer answer) {
    return answers.getOrDefault(requirement, Map.of()).getOrDefault(answer, 0);
  }

  /// How many have a score from `least` to `most` points.
  public int between(int least, int most) {
    return scores.entrySet().stream()
        .filter(score -> score.getKey() >= least && score.getKey() <= most)
        .mapToInt(Map.Entry::getValue)
        .sum();
  }
}
