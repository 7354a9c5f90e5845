package dev.shortlist.dialect.persona;

import dev.shortlist.applicants.Applicant;
import dev.shortlist.candidate.CandidateId;
import dev.shortlist.dialect.Texts;
import dev.shortlist.screening.Progress;
import dev.shortlist.screening.Screening;
import dev.shortlist.screening.Stage;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/// A screening as this dialect sees it.
///
/// @param candidateIds persons known so far: one is known when the CV is read
/// @param result absent until it is completed
@JsonNaming(SnakeCaseStrategy.class)
record Job(
    UUID jobId,
    String type,
    String status,
    String personaId,
    List<UUID> candidateIds,
    Share progress,
    @Nullable Result result,
    @Nullable String error,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant completedAt) {

  /// @param persona what the client called the job description
  /// @param type `cv_batch` for an upload of this dialect, `cv_scoring` for what came another way
  /// @param applicants best first; not looked at before it is completed
  static Job of(
      Screening screening,
      String persona,
      String type,
      Progress progress,
      Instant changed,
      List<CandidateId> candidates,
      List<Applicant> applicants) {
    boolean completed = progress.state() == Screening.State.COMPLETED;
    boolean cancelled = progress.state() == Screening.State.CANCELLED;
    return new Job(
        screening.id().value(),
        type,
        status(progress),
        persona,
        candidates.stream().map(CandidateId::value).toList(),
        new Share(progress.finished(), progress.total()),
        completed ? Result.of(applicants) : null,
        cancelled ? "The job was cancelled." : null,
        screening.createdAt(),
        changed,
        completed ? screening.finishedAt() : null);
  }

  private static String status(Progress progress) {
    return switch (progress.state()) {
      case CREATED -> "queued";
      case RUNNING, PAUSED ->
          progress.count(Stage.QUEUED) == progress.total() ? "queued" : "processing";
      case COMPLETED -> "completed";
      case CANCELLED -> "failed";
    };
  }

  /// @param processed CVs that are through, well or not
  record Share(int processed, int total) {}

  /// @param scores best first
  /// @param unreadable CVs without score, with the reason
  record Result(List<Score> scores, List<Unreadable> unreadable) {
    static Result of(List<Applicant> applicants) {
      return new Result(
          applicants.stream().filter(one -> one.match() != null).map(Score::of).toList(),
          applicants.stream().filter(one -> one.match() == null).map(Unreadable::of).toList());
    }
  }

  /// @param score whole points, 0 to 100
  @JsonNaming(SnakeCaseStrategy.class)
  record Score(
      @Nullable UUID candidateId,
      UUID cvId,
      String fileName,
      String name,
      int score,
      String recommendation,
      String summary) {
    static Score of(Applicant applicant) {
      var match = Objects.requireNonNull(applicant.match());
      var candidate = applicant.application().candidate();
      return new Score(
          candidate == null ? null : candidate.value(),
          applicant.application().id().value(),
          Texts.fileName(applicant.application()),
          Texts.name(applicant.profile()),
          match.score(),
          match.recommendation().label(),
          match.reasoning());
    }
  }

  /// A CV nobody could read: never a score.
  @JsonNaming(SnakeCaseStrategy.class)
  record Unreadable(UUID cvId, String fileName, String reason) {
    static Unreadable of(Applicant applicant) {
      var application = applicant.application();
      return new Unreadable(
          application.id().value(), Texts.fileName(application), Texts.trouble(application));
    }
  }
}
