package dev.shortlist.candidate;

import java.util.UUID;

/// Names a [Candidate] within its account.
public record CandidateId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
