package dev.shortlist.dialect.cvbatch;

import dev.shortlist.screening.ApplicationId;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/// What was queued.
@JsonNaming(SnakeCaseStrategy.class)
record Queued(boolean success, String message, UUID batchId, int totalCvs, List<UUID> taskIds) {

  static Queued of(String message, UUID batch, List<ApplicationId> cvs) {
    return new Queued(
        true, message, batch, cvs.size(), cvs.stream().map(ApplicationId::value).toList());
  }

  static Queued nothing(UUID batch) {
    return new Queued(false, "No CVs to process", batch, 0, List.of());
  }
}
