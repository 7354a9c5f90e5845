package dev.shortlist.screening;

import dev.shortlist.accounts.AccountId;
import java.util.List;

/// Published in the transaction in which files come in that are not worth a try: they need a person
/// from the start.
public record RefusedAtTheDoor(
    AccountId account, ScreeningId screening, List<ApplicationId> applications) {
  public RefusedAtTheDoor {
    applications = List.copyOf(applications);
  }
}
