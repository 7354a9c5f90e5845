package dev.shortlist.accounts;

import java.util.Objects;

/// What somebody got in with, for connections that outlive their request: whether it still lets
/// them in can be asked again and again. Those got with the same credential are equal.
public final class Pass {
  private final Callers callers;
  private final Credential credential;
  private final AccountId account;

  Pass(Callers callers, Credential credential, AccountId account) {
    this.callers = callers;
    this.credential = credential;
    this.account = account;
  }

  /// Whether its holder may still do this: not after signing out, after the key was revoked or has
  /// expired, after the user was disabled or has another role. Asks the database.
  public boolean gives(Permission permission) {
    return callers
        .look(credential)
        .filter(caller -> caller.account().equals(account) && caller.may(permission))
        .isPresent();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Pass pass
        && credential.equals(pass.credential)
        && account.equals(pass.account);
  }

  @Override
  public int hashCode() {
    return Objects.hash(credential, account);
  }
}
