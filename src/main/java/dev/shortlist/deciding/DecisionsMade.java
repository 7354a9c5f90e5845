package dev.shortlist.deciding;

import dev.shortlist.accounts.AccountId;
import java.util.List;

/// Published in the transaction in which a person decides, or takes a decision back.
public record DecisionsMade(AccountId account, List<Decision> decisions) {
  public DecisionsMade {
    decisions = List.copyOf(decisions);
  }
}
