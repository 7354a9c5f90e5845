package dev.shortlist.dialect.bulkscreen;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.shortlist.screening.Progress;
import dev.shortlist.screening.Screening;
import dev.shortlist.screening.Stage;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/// How far a run is.
///
/// @param results absent until it is completed
@JsonNaming(SnakeCaseStrategy.class)
record Status(
    UUID id,
    String status,
    int totalResumes,
    int processed,
    @JsonFormat(pattern = TIME) LocalDateTime createdAt,
    @JsonFormat(pattern = TIME) LocalDateTime updatedAt,
    @Nullable Results results,
    @Nullable String error) {
  private static final String TIME = "yyyy-MM-dd'T'HH:mm:ss";

  static Status of(
      Screening screening, Progress progress, Instant changed, @Nullable Results results) {
    return new Status(
        screening.id().value(),
        status(progress),
        progress.total() + progress.duplicates(),
        progress.finished() + progress.duplicates(),
        time(screening.createdAt()),
        time(changed),
        results,
        screening.state() == Screening.State.CANCELLED ? "The run was cancelled." : null);
  }

  private static String status(Progress progress) {
    return switch (progress.state()) {
      case CREATED -> "pending";
      case RUNNING, PAUSED ->
          progress.count(Stage.QUEUED) == progress.total() ? "pending" : "processing";
      case COMPLETED -> "completed";
      case CANCELLED -> "failed";
    };
  }

  private static LocalDateTime time(Instant instant) {
    return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
