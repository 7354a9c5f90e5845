package dev.shortlist.dialect.cvbatch;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.shortlist.dialect.Texts;
import dev.shortlist.screening.Application;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/// One step of one CV.
///
/// @param processingTime seconds from its start to its end; only of one that is through
@JsonNaming(SnakeCaseStrategy.class)
record CvProgress(
    String type,
    String userId,
    UUID cvId,
    UUID batchId,
    int progress,
    String status,
    String stage,
    String filename,
    @Nullable String jdTitle,
    @JsonInclude(Include.NON_NULL) @Nullable UUID parseDetailId,
    @JsonInclude(Include.NON_NULL) @Nullable Integer matchScore,
    @JsonInclude(Include.NON_NULL) @Nullable Double processingTime,
    @JsonInclude(Include.NON_NULL) @Nullable String error) {

  static CvProgress of(Step step, Application application, String user, @Nullable String title) {
    return new CvProgress(
        "cv_progress",
        user,
        application.id().value(),
        application.screening().value(),
        step.progress(),
        step.status(),
        step.name(),
        Texts.fileName(application),
        title,
        null,
        null,
        null,
        null);
  }

  /// @param score absent without job description
  static CvProgress completed(
      Application application, String user, @Nullable String title, @Nullable Integer score) {
    return new CvProgress(
        "cv_progress",
        user,
        application.id().value(),
        application.screening().value(),
        Step.COMPLETED.progress(),
        Step.COMPLETED.status(),
        Step.COMPLETED.name(),
        Texts.fileName(application),
        title,
        application.id().value(),
        score,
        seconds(application),
        null);
  }

  static CvProgress failed(Application application, String user, @Nullable String title) {
    String why = Texts.trouble(application);
    return new CvProgress(
        "cv_progress",
        user,
        application.id().value(),
        application.screening().value(),
        0,
        "Failed: " + why,
        "FAILED",
        Texts.fileName(application),
        title,
        null,
        null,
        null,
        why);
  }

  /// From its start to its end, absent before.
  static @Nullable Double seconds(Application application) {
    var started = application.startedAt();
    var finished = application.finishedAt();
    return started == null || finished == null
        ? null
        : Duration.between(started, finished).toMillis() / 1000.0;
  }
}
