package dev.shortlist.screening;

import dev.shortlist.match.Match;
import dev.shortlist.profile.Reading;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Everything known about one application.
///
/// @param rank place in the ranking from 1, absent while it has none
/// @param reading absent until the CV is read, and when it cannot be
/// @param match absent until it is matched, and in a screening without job description
/// @param durations time spent in each stage that was gone through; a stage whose result was known
///   from before is absent
/// @param judged what a language model's reading made of it, absent where none was to read it
/// @param local the local matcher's match, absent where no model was to read it; `match` is what
///   counts
/// @param cost of its part in calls of models, in millionths of a dollar; 0 where prices are not
///   known
public record ApplicationDetail(
    Application application,
    @Nullable Integer rank,
    @Nullable Reading reading,
    @Nullable Match match,
    Map<Stage, Duration> durations,
    @Nullable Judged judged,
    @Nullable Match local,
    long cost) {
  /// Without a model's reading.
  public ApplicationDetail(
      Application application,
      @Nullable Integer rank,
      @Nullable Reading reading,
      @Nullable Match match,
      Map<Stage, Duration> durations) {
    this(application, rank, reading, match, durations, null, null, 0);
  }

  public ApplicationDetail {
    durations = Map.copyOf(durations);
  }
}
