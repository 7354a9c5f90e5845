package dev.shortlist.screening;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.database.Tenancy;
import java.util.NoSuchElementException;
import org.springframework.stereotype.Component;

/// Completes a screening when its last application is through.
@Component
class Closing {
  private final Tenancy tenancy;
  private final States states;

  Closing(Tenancy tenancy, States states) {
    this.tenancy = tenancy;
    this.states = states;
  }

  /// In a transaction of its own, so that of two applications that end together one sees both.
  void closeIfDone(AccountId account, ScreeningId screening) {
    try {
      tenancy.inAccount(account.value(), () -> states.closeIfDone(account, screening));
    } catch (NoSuchElementException e) {
      // it was deleted meanwhile
    }
  }
}
