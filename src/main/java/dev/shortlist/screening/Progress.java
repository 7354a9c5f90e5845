package dev.shortlist.screening;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How far a screening is.
///
/// @param total number of applications
/// @param byStage number of applications in each [Stage]; every stage has an entry
/// @param duplicates files that were uploaded again and are not applications of their own
/// @param percent share of the work that is done, 0 to 100, and 100 only when all of it is; it
///   falls only when CVs are added
/// @param remaining time until all is done at the measured pace, absent while the pace is unknown
///   and while the screening is paused
/// @param version changes whenever anything else in here does: good for an ETag
/// @param place in the queue of its first CV that waits, 1 for the next; absent when none waits
/// @param perMinute CVs finished in a minute lately, absent while that is unknown
/// @param trouble what CVs wait for that should be there, absent when all is well
/// @param models how far the reading by a language model is
public record Progress(
    Screening.State state,
    int total,
    Map<Stage, Integer> byStage,
    int duplicates,
    int percent,
    @Nullable Duration remaining,
    String version,
    @Nullable Integer place,
    @Nullable Double perMinute,
    @Nullable String trouble,
    ModelProgress models) {
  /// Without a place in the queue, a pace, trouble and a language model.
  public Progress(
      Screening.State state,
      int total,
      Map<Stage, Integer> byStage,
      int duplicates,
      int percent,
      @Nullable Duration remaining,
      String version) {
    this(
        state,
        total,
        byStage,
        duplicates,
        percent,
        remaining,
        version,
        null,
        null,
        null,
        ModelProgress.NONE);
  }

  public Progress {
    var counts = new EnumMap<Stage, Integer>(Stage.class);
    for (Stage stage : Stage.values()) {
      counts.put(stage, byStage.getOrDefault(stage, 0));
    }
    byStage = Collections.unmodifiableMap(counts);
  }

  /// Number of applications in `stage`.
  public int count(Stage stage) {
    return byStage.getOrDefault(stage, 0);
  }

  /// Number of applications that are through, well or not.
  public int finished() {
    return byStage.entrySet().stream()
        .filter(entry -> entry.getKey().isFinal())
        .mapToInt(Map.Entry::getValue)
        .sum();
  }
}
