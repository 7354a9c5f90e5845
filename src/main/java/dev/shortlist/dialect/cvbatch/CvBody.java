package dev.shortlist.dialect.cvbatch;

import dev.shortlist.applicants.Applicant;
import dev.shortlist.dialect.Texts;
import dev.shortlist.jobdescription.JobDescription;
import dev.shortlist.screening.Stage;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/// One CV of a batch.
///
/// @param jdMatchScore whole points, 0 to 100; null without job description, and while there is
///   none
/// @param processingTime seconds from its start to its end, null before
/// @param error why there is no score, null when nothing is wrong
@JsonNaming(SnakeCaseStrategy.class)
record CvBody(
    UUID id,
    UUID batchId,
    String filename,
    String status,
    @Nullable Integer jdMatchScore,
    @Nullable MatchData jdMatchData,
    @Nullable ParseDetail parseDetail,
    int inputTokens,
    int outputTokens,
    double cost,
    @Nullable Double processingTime,
    @Nullable String error) {
  // CVs are read and matched on this machine for nothing. A language model is paid by the call, in
  // which several CVs go together, and after the batch is done: see the costs of the screening.
  private static final int TOKENS = 0;
  private static final double COST = 0;

  static CvBody of(Applicant applicant, @Nullable JobDescription asked) {
    var application = applicant.application();
    var match = applicant.match();
    var profile = applicant.profile();
    // What was read counts as done, also when matching it failed; the error tells.
    boolean read = application.stage() == Stage.FAILED && profile != null;
    String status = read ? "completed" : status(application.stage());
    return new CvBody(
        application.id().value(),
        application.screening().value(),
        Texts.fileName(application),
        status,
        match == null ? null : match.score(),
        match == null || profile == null || asked == null
            ? null
            : MatchData.of(match, profile, asked),
        profile == null ? null : ParseDetail.of(application.id(), profile),
        TOKENS,
        TOKENS,
        COST,
        CvProgress.seconds(application),
        read || status.equals("failed") ? Texts.trouble(application) : null);
  }

  static String status(Stage stage) {
    return switch (stage) {
      case QUEUED -> "queued";
      case EXTRACTING, PROFILING, MATCHING -> "processing";
      case COMPLETED -> "completed";
      case NEEDS_REVIEW, FAILED, CANCELLED -> "failed";
    };
  }
}
