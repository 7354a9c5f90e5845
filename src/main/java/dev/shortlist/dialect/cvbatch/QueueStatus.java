package dev.shortlist.dialect.cvbatch;

import dev.shortlist.dialect.Texts;
import dev.shortlist.screening.Application;
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
  /// @param all the CVs of the batch, in their order
  static QueueStatus of(ScreeningId batch, Optional<Duration> pace, List<Application> all) {
    var waiting = all.stream().filter(one -> one.stage() == Stage.QUEUED).toList();
    int queued = waiting.size();
    int finished = (int) all.stream().filter(one -> one.stage().isFinal()).count();
    int completed = (int) all.stream().filter(one -> one.stage() == Stage.COMPLETED).count();
    int processing = all.size() - finished - queued;
    double each = pace.orElse(UNTIL_KNOWN).toMillis() / 1000.0;
    double left = each * (queued + processing);
    return new QueueStatus(
        batch.value(),
        all.size(),
        queued,
        processing,
        completed,
        finished - completed,
        Texts.share(finished, all.size()),
        hundredths(each),
        hundredths(left),
        hundredths(left / 60),
        details(waiting, each));
  }

  /// The same with the first `most` of those that wait: told after each CV, all of them would be
  /// told thousands of times.
  QueueStatus first(int most) {
    return new QueueStatus(
        batchId,
        totalCvs,
        queued,
        processing,
        completed,
        failed,
        percentage,
        avgProcessingTimeSeconds,
        estimatedTimeSeconds,
        estimatedTimeMinutes,
        queueDetails.stream().limit(most).toList());
  }

  /// How it was before so many more were `completed` and `failed`.
  QueueStatus before(int completed, int failed) {
    int good = this.completed - completed;
    int bad = this.failed - failed;
    return new QueueStatus(
        batchId,
        totalCvs,
        queued,
        processing + completed + failed,
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
