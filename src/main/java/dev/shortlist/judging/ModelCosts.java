package dev.shortlist.judging;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.calls.Spending;
import dev.shortlist.screening.ScreeningId;
import org.springframework.stereotype.Component;

/// What calls of models cost an account.
@Component
public class ModelCosts {
  private final Spending spending;

  ModelCosts(Spending modelSpending) {
    this.spending = modelSpending;
  }

  public Spending.Sum of(AccountId account, ScreeningId screening) {
    return spending.ofScreening(account.value(), screening.value());
  }

  /// In this calendar month (UTC).
  public Spending.Sum ofMonth(AccountId account) {
    return spending.ofMonth(account.value());
  }
}
