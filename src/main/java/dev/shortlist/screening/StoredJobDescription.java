package dev.shortlist.screening;

import dev.shortlist.jobdescription.JobDescription;
import dev.shortlist.match.Weights;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A job description an account keeps, as it was from one change to the next: a change makes a new
/// revision with an id of its own, and the scores that were made with the old one stay what they
/// are.
///
/// @param number small number of the job description within its account, from 1
/// @param revision from 1; number and reference name the last one
/// @param reference what the caller calls it, unique within its account
/// @param weights what the dimensions weigh in the score
/// @param createdAt when this revision was made
/// @param closedAt since when it takes no more applications, absent while it is open; the same in
///   all revisions
public record StoredJobDescription(
    JobDescriptionId id,
    int number,
    int revision,
    @Nullable String reference,
    JobDescription content,
    Weights weights,
    Instant createdAt,
    @Nullable Instant closedAt) {

  /// Whether it takes applications.
  public boolean isOpen() {
    return closedAt == null;
  }
}
