package dev.shortlist.retention;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.candidate.CandidateId;
import java.util.Set;

/// Persons an account no longer knows, with all that was kept of them: told in the transaction that
/// deletes them.
public record CandidatesDeleted(AccountId account, Set<CandidateId> candidates) {
  public CandidatesDeleted {
    candidates = Set.copyOf(candidates);
  }
}
