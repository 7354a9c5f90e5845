package dev.shortlist.report;

import dev.shortlist.match.Dimension;
import dev.shortlist.match.DimensionScore;
import dev.shortlist.match.Match;
import dev.shortlist.match.Recommendation;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One file against one job description, as one line of a spreadsheet.
///
/// @param job name of the job description: its file name or title
/// @param file name of the CV, with its folder inside an archive
/// @param reason what is to be known about the state, for a person; empty when there is nothing
/// @param standing place and points, absent when the file was not ranked
/// @param decision what a person decided, as a code; empty while nobody did
public record Row(
    String job,
    String file,
    Person person,
    State state,
    String reason,
    @Nullable Standing standing,
    String decision) {

  /// A line nobody has decided about.
  public Row(
      String job,
      String file,
      Person person,
      State state,
      String reason,
      @Nullable Standing standing) {
    this(job, file, person, state, reason, standing, "");
  }

  /// What became of a file.
  public enum State {
    READ,
    /// Read, with something a recruiter should know.
    WARNING,
    /// Not read: in the review tray.
    REVIEW,
    /// The same bytes as an earlier file, which stands for both.
    DUPLICATE
  }

  /// A place in the ranking.
  ///
  /// @param rank place from 1
  /// @param score whole points, 0 to 100
  /// @param points points of each dimension that the job description asks for, 0 to 100
  public record Standing(
      int rank, int score, Map<Dimension, Double> points, Recommendation recommendation) {
    public Standing {
      points = Map.copyOf(points);
    }

    public static Standing of(int rank, Match match) {
      var points = new EnumMap<Dimension, Double>(Dimension.class);
      match.dimensions().stream()
          .filter(DimensionScore::asked)
          .forEach(score -> points.put(score.dimension(), score.points()));
      return new Standing(rank, match.score(), points, match.recommendation());
    }
  }
}
