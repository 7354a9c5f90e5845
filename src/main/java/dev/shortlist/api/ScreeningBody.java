package dev.shortlist.api;

import dev.shortlist.screening.ModelProgress;
import dev.shortlist.screening.Priority;
import dev.shortlist.screening.Progress;
import dev.shortlist.screening.Screening;
import dev.shortlist.screening.Stage;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A screening and how far it is.
@Schema(name = "Screening")
record ScreeningBody(
    UUID id,
    @Schema(description = "Small number within the account, from 1", example = "3") int number,
    @Schema(nullable = true) @Nullable String reference,
    @Schema(example = "Senior Accountant, Leeds") String title,
    @Schema(nullable = true) @Nullable UUID jobDescription,
    Screening.State state,
    @Schema(description = "Share of the work that is done", example = "64") int percent,
    @Schema(
            description = "Seconds until all is done; null while the pace is not known",
            example = "42",
            nullable = true)
        @Nullable Long remainingSeconds,
    @Schema(
            description = "CVs finished in a minute lately; null while that is not known",
            example = "118.4",
            nullable = true)
        @Nullable Double perMinute,
    @Schema(
            description = "Place in the queue of its next CV, from 1; null when none waits",
            example = "1",
            nullable = true)
        @Nullable Integer place,
    @Schema(
            description = "What CVs wait for that should be there; null when all is well",
            example = "the file store does not answer",
            nullable = true)
        @Nullable String trouble,
    Priority priority,
    Counts counts,
    ModelProgress models,
    Instant createdAt,
    @Schema(nullable = true) @Nullable Instant finishedAt) {

  static ScreeningBody of(Screening screening, Progress progress) {
    return new ScreeningBody(
        screening.id().value(),
        screening.number(),
        screening.reference(),
        screening.title(),
        screening.jobDescription() == null ? null : screening.jobDescription().value(),
        progress.state(),
        progress.percent(),
        seconds(progress.remaining()),
        rounded(progress.perMinute()),
        progress.place(),
        progress.trouble(),
        screening.priority(),
        Counts.of(progress),
        progress.models(),
        screening.createdAt(),
        screening.finishedAt());
  }

  private static @Nullable Long seconds(@Nullable Duration remaining) {
    return remaining == null ? null : remaining.toSeconds();
  }

  private static @Nullable Double rounded(@Nullable Double perMinute) {
    return perMinute == null ? null : Math.round(perMinute * 10) / 10.0;
  }

  /// Files in, files accounted for.
  @Schema(name = "Counts")
  record Counts(
      @Schema(description = "Files taken in, duplicates too", example = "16") int files,
      @Schema(description = "CVs, each of them in exactly one stage", example = "15")
          int applications,
      @Schema(description = "Files whose content the screening had already", example = "1")
          int duplicates,
      @Schema(description = "Number of applications by stage") Map<Stage, Integer> byStage) {
    static Counts of(Progress progress) {
      return new Counts(
          progress.total() + progress.duplicates(),
          progress.total(),
          progress.duplicates(),
          progress.byStage());
    }
  }
}
