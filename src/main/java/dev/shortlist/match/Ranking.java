package dev.shortlist.match;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/// All matches of one job description in order, best first.
///
/// Equal totals are ordered by technical skills, then experience, education and soft skills, and at
/// last by the content hash of the file, which says nothing about the person and is the same on
/// every run.
public final class Ranking {
  private Ranking() {}

  /// Orders `matched`; the first has rank 1.
  ///
  /// @param match how to get at the match of an element
  /// @param contentHash how to get at the hash of the element's file
  public static <T> List<Ranked<T>> of(
      List<T> matched, Function<T, Match> match, Function<T, String> contentHash) {
    var sorted =
        matched.stream()
            .sorted(Comparator.comparing(match, BEST_FIRST).thenComparing(contentHash))
            .toList();
    return IntStream.range(0, sorted.size())
        .mapToObj(i -> new Ranked<>(i + 1, sorted.get(i)))
        .toList();
  }

  /// An element and its place, from 1.
  public record Ranked<T>(int rank, T element) {}

  private static final Comparator<Match> BEST_FIRST =
      Comparator.comparingDouble(Match::total)
          .thenComparingDouble(match -> match.dimension(Dimension.TECHNICAL_SKILLS).points())
          .thenComparingDouble(match -> match.dimension(Dimension.EXPERIENCE).points())
          .thenComparingDouble(match -> match.dimension(Dimension.EDUCATION).points())
          .thenComparingDouble(match -> match.dimension(Dimension.SOFT_SKILLS).points())
          .reversed();
}
