package dev.shortlist.candidate;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A person known to an account.
///
/// @param number what people of the account call the candidate by, from 1
/// @param name absent while no CV said it
/// @param emails in lower case, in alphabetical order
/// @param phone as written in the CV, absent while no CV said one
/// @param createdAt when the first CV was read
public record Candidate(
    CandidateId id,
    int number,
    @Nullable String name,
    List<String> emails,
    @Nullable String phone,
    Instant createdAt) {
  public Candidate {
    emails = List.copyOf(emails);
  }
}
