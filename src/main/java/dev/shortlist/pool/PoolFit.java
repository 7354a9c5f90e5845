package dev.shortlist.pool;

import dev.shortlist.match.Dimension;
import dev.shortlist.match.DimensionScore;
import dev.shortlist.match.Match;
import dev.shortlist.match.Recommendation;
import dev.shortlist.profile.Profile;
import dev.shortlist.screening.Application;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One person's CV and how it fits a job description.
///
/// @param rank place from 1
/// @param application the last one the CV came with, absent once that was deleted
/// @param score whole points, 0 to 100
public record PoolFit(
    int rank, @Nullable Application application, Profile profile, int score, Summary summary) {

  /// As much of a match as a list says.
  ///
  /// @param points of each dimension that is asked about
  /// @param strengths what speaks for the person, in English, strongest first
  /// @param reasoning why the recommendation, in English
  public record Summary(
      Recommendation recommendation,
      Map<Dimension, Double> points,
      List<String> strengths,
      String reasoning) {
    public Summary {
      points = Collections.unmodifiableMap(new TreeMap<>(points)); // in one order, as it is stored
      strengths = List.copyOf(strengths);
    }

    static Summary of(Match match) {
      var points = new EnumMap<Dimension, Double>(Dimension.class);
      match.dimensions().stream()
          .filter(DimensionScore::asked)
          .forEach(score -> points.put(score.dimension(), score.points()));
      return new Summary(match.recommendation(), points, match.strengths(), match.reasoning());
    }
  }
}
