package dev.shortlist.dialect.cvbatch;

import dev.shortlist.screening.JobDescriptionId;
import dev.shortlist.screening.Progress;
import dev.shortlist.screening.Screening;
import dev.shortlist.screening.Stage;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/// A screening as this dialect sees it.
///
/// @param processedCvs CVs that are through, well or not
@JsonNaming(SnakeCaseStrategy.class)
record Batch(
    UUID id,
    String userId,
    String title,
    @Nullable UUID jobDescriptionId,
    @Nullable String department,
    @Nullable String location,
    int totalCvs,
    int processedCvs,
    int failedCvs,
    String status,
    Instant createdAt,
    @Nullable Instant completedAt) {

  static Batch of(Screening screening, Progress progress, Map<String, String> labels, String user) {
    JobDescriptionId asked = screening.jobDescription();
    return new Batch(
        screening.id().value(),
        user,
        screening.title(),
        asked == null ? null : asked.value(),
        labels.get(NewBatch.DEPARTMENT),
        labels.get(NewBatch.LOCATION),
        progress.total(),
        progress.finished(),
        progress.finished() - progress.count(Stage.COMPLETED),
        status(progress.state()),
        screening.createdAt(),
        screening.finishedAt());
  }

  private static String status(Screening.State state) {
    return switch (state) {
      case CREATED, PAUSED -> "pending";
      case RUNNING -> "processing";
      case COMPLETED -> "completed";
      case CANCELLED -> "failed";
    };
  }
}
