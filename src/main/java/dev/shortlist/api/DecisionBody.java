package dev.shortlist.api;

import dev.shortlist.deciding.Decision;
import dev.shortlist.match.Recommendation;
import dev.shortlist.screening.Verdict;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a person decided, beside what the score said then.
@Schema(name = "Decision")
record DecisionBody(
    UUID application,
    @Schema(description = "Null when the decision before was taken back", nullable = true)
        @Nullable Verdict verdict,
    String reason,
    @Schema(description = "Who decided", example = "local") String by,
    @Schema(description = "Whether it goes against the recommendation") boolean override,
    @Schema(description = "Whole points at that time", nullable = true) @Nullable Integer score,
    @Schema(description = "What was recommended at that time", nullable = true)
        @Nullable Recommendation recommendation,
    Instant at) {

  static DecisionBody of(Decision decision) {
    return new DecisionBody(
        decision.application().value(),
        decision.verdict(),
        decision.reason(),
        decision.by(),
        decision.isOverride(),
        decision.score(),
        decision.recommendation(),
        decision.at());
  }

  /// A decision about one or many applications.
  @Schema(name = "NewDecision")
  record New(
      @Schema(description = "Ids of the applications; all are decided about, or none")
          @Nullable List<UUID> applications,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable Verdict verdict,
      @Schema(
              description = "Needed to reject, and to decide against the recommendation",
              nullable = true)
          @Nullable String reason) {}
}
