package dev.shortlist.screening;

import dev.shortlist.accounts.AccountId;
import java.util.Collection;

/// Writes down what follows from the outcome of applications, such as what they cost, in the one
/// transaction that writes the outcome: both are there, or neither.
public interface OutcomeListener {

  /// All of them have reached `stage`, which is final.
  void ended(
      AccountId account,
      ScreeningId screening,
      Collection<ApplicationId> applications,
      Stage stage);
}
