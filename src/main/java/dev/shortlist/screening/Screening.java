package dev.shortlist.screening;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One run of many CVs against one job description, or against none: then they are only read.
///
/// @param number small number of the screening within its account, from 1
/// @param reference what the caller calls it, unique within its account
/// @param finishedAt when its last application ended, absent while there is work
public record Screening(
    ScreeningId id,
    int number,
    @Nullable String reference,
    String title,
    @Nullable JobDescriptionId jobDescription,
    State state,
    Priority priority,
    Instant createdAt,
    @Nullable Instant finishedAt) {

  public enum State {
    /// Has no CVs yet.
    CREATED,
    RUNNING,
    PAUSED,
    COMPLETED,
    CANCELLED
  }
}
