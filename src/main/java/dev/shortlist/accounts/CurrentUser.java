package dev.shortlist.accounts;

import org.springframework.stereotype.Component;

/// Who sent the request that is being answered: without sign-in, always the local owner.
@Component
public class CurrentUser {
  private final Accounts accounts;

  CurrentUser(Accounts accounts) {
    this.accounts = accounts;
  }

  public Principal principal() {
    return new Principal(accounts.local(), new Principal.Caller.Local(), Role.OWNER);
  }
}
