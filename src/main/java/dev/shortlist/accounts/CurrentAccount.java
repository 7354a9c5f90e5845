package dev.shortlist.accounts;

import org.springframework.stereotype.Component;

/// For which account a request acts: without sign-in, always the local one.
@Component
public class CurrentAccount {
  private final Accounts accounts;

  CurrentAccount(Accounts accounts) {
    this.accounts = accounts;
  }

  public AccountId id() {
    return accounts.local();
  }
}
