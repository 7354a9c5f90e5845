package dev.shortlist.dialect.cvbatch;

import dev.shortlist.dialect.Texts;
import dev.shortlist.screening.Application;
import dev.shortlist.screening.Progress;
import dev.shortlist.screening.ScreeningId;
import dev.shortlist.screening.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/// How far a batch is.
///
/// @param avgProcessingTimeSeconds time from one finished CV to the next
@JsonNaming(SnakeCaseStrategy.class)
record QueueStatus(
    UUID batchId,
    int totalCvs,
    int queued,
    int processing,
    int completed,
    int failed,
    double percentage,
    double avgProcessingTimeSeconds,
    double estimatedTimeSeconds,
    double estimatedTimeMinutes,
    List<Waiting> queueDetails) {
  private static final Duration UNTIL_KNOWN = Duration.ofSeconds(40);

  /// @param pace time from one finished CV to the next, absent until two are
  /// @param waiting those that are queued, in their order
  static QueueStatus of(
      ScreeningId batch, Progress progress, Optional<Duration> pace, List<Application> waiting) {
    int queued = progress.count(Stage.QUEUED);
    int processing = progress.total() - progress.finished() - queued;
    double each = pace.orElse(UNTIL_KNOWN).toMillis() / 1000.0;
    double left = each * (queued + processing);
    return new QueueStatus(
        batch.value(),
        progress.total(),
        queued,
        processing,
        progress.count(Stage.COMPLETED),
        progress.finished() - progress.count(Stage.COMPLETED),
        Texts.share(progress.finished(), progress.total()),
        hundredths(each),
        hundredths(left),
        hundredths(left / 60),
        details(waiting, each));
  }

  /// How it was before the last `ended` CVs were through.
  QueueStatus before(int ended) {
    int good = Math.max(0, completed - ended);
    int bad = failed - Math.max(0, ended - completed);
    return new QueueStatus(
        batchId,
        totalCvs,
        queued,
        processing + ended,
        good,
        bad,
        Texts.share(good + bad, totalCvs),
        avgProcessingTimeSeconds,
        estimatedTimeSeconds,
        estimatedTimeMinutes,
        queueDetails);
  }

  private static List<Waiting> details(List<Application> waiting, double each) {
    var details = new ArrayList<Waiting>();
    for (var application : waiting) {
      int position = details.size() + 1;
      details.add(
          new Waiting(
              application.id().value(),
              Texts.fileName(application),
              position,
              hundredths(each * position)));
    }
    return details;
  }

  private static double hundredths(double value) {
    return Math.round(value * 100) / 100.0;
  }

  /// @param queuePosition from 1
  @JsonNaming(SnakeCaseStrategy.class)
  record Waiting(UUID cvId, String filename, int queuePosition, double estimatedWaitSeconds) {}
}
