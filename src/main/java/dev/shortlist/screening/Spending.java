package dev.shortlist.screening;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.Credits;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// What applications cost: each holds one credit from when it is queued. It is spent when the
/// application completes, and comes back when it ends otherwise: what could not be read is free.
@Component
class Spending implements OutcomeListener {
  private final Credits credits;

  Spending(Credits credits) {
    this.credits = credits;
  }

  /// @throws dev.shortlist.accounts.InsufficientCredits if the account has fewer; nothing is held
  void reserve(AccountId account, List<UUID> applications) {
    credits.reserve(account, 1, applications.stream().map(UUID::toString).toList());
  }

  @Override
  public void ended(
      AccountId account,
      ScreeningId screening,
      Collection<ApplicationId> applications,
      Stage stage) {
    var keys = applications.stream().map(ApplicationId::toString).toList();
    switch (stage) {
      case COMPLETED -> credits.settle(account, keys);
      case NEEDS_REVIEW, FAILED, CANCELLED -> credits.release(account, keys);
      case QUEUED, EXTRACTING, PROFILING, MATCHING ->
          throw new IllegalArgumentException(stage + " is no outcome");
    }
  }
}
