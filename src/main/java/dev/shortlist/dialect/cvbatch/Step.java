package dev.shortlist.dialect.cvbatch;

import dev.shortlist.screening.Stage;
import java.util.Arrays;
import java.util.List;

/// The stages of this dialect, finer than ours: those of one of our stages are gone through
/// together.
enum Step {
  QUEUED(0, "Queued for processing"),
  DOWNLOADING(10, "Fetching the file..."),
  EXTRACTING(20, "Extracting text..."),
  ANALYZING_STRUCTURE(30, "Analyzing structure..."),
  PARSING_WITH_AI(50, "Reading the CV..."),
  MATCHING_JD(70, "Matching against job requirements..."),
  FINALIZING(90, "Finalizing..."),
  COMPLETED(100, "Completed");

  private final int progress;
  private final String status;

  Step(int progress, String status) {
    this.progress = progress;
    this.status = status;
  }

  int progress() {
    return progress;
  }

  String status() {
    return status;
  }

  /// The last step that an application in `stage` has begun.
  static Step of(Stage stage) {
    return switch (stage) {
      case QUEUED -> QUEUED;
      case EXTRACTING -> EXTRACTING;
      case PROFILING -> PARSING_WITH_AI;
      case MATCHING -> MATCHING_JD;
      case COMPLETED -> COMPLETED;
      case NEEDS_REVIEW, FAILED, CANCELLED ->
          throw new IllegalArgumentException("no step of the way: " + stage);
    };
  }

  /// The steps after this one up to `last`.
  ///
  /// @param matched whether there is a job description
  List<Step> upTo(Step last, boolean matched) {
    return Arrays.stream(values())
        .filter(step -> step.compareTo(this) > 0 && step.compareTo(last) <= 0)
        .filter(step -> matched || step != MATCHING_JD)
        .toList();
  }
}
