package dev.shortlist.api;

import dev.shortlist.candidate.Candidate;
import dev.shortlist.screening.Application;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A person known to the account.
@Schema(name = "Candidate")
record CandidateBody(
    UUID id,
    @Schema(description = "Small number within the account, from 1", example = "12") int number,
    @Schema(nullable = true) @Nullable String name,
    List<String> emails,
    @Schema(description = "As written in the CV", nullable = true) @Nullable String phone,
    Instant createdAt) {

  static CandidateBody of(Candidate candidate) {
    return new CandidateBody(
        candidate.id().value(),
        candidate.number(),
        candidate.name(),
        candidate.emails(),
        candidate.phone(),
        candidate.createdAt());
  }

  /// A candidate whose name may not be seen.
  static CandidateBody hidden(Candidate candidate) {
    return new CandidateBody(
        candidate.id().value(), candidate.number(), null, List.of(), null, candidate.createdAt());
  }

  /// A person and all applications, newest first.
  @Schema(name = "CandidateDetail")
  record Detail(CandidateBody candidate, List<Screened> applications) {}

  /// One application of a candidate.
  @Schema(name = "CandidateApplication")
  record Screened(UUID screening, ApplicationBody application) {
    static Screened of(Application application) {
      return new Screened(application.screening().value(), ApplicationBody.of(application));
    }
  }
}
