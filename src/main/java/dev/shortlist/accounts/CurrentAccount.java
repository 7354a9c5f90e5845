package dev.shortlist.accounts;

import org.springframework.stereotype.Component;

/// For which account a request acts: that of whoever sent it.
@Component
public class CurrentAccount {
  private final CurrentUser user;

  CurrentAccount(CurrentUser user) {
    this.user = user;
  }

  public AccountId id() {
    return user.principal().account();
  }
}
