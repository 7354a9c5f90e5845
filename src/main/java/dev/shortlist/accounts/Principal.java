package dev.shortlist.accounts;

import java.util.UUID;

/// Who is calling, and for which account.
///
/// @param role what the caller is in that account
public record Principal(AccountId account, Caller caller, Role role) {

  /// A person or a program.
  public sealed interface Caller {
    /// Whoever sits at this machine: without sign-in there is nobody to tell apart.
    record Local() implements Caller {}

    /// A person who signed in.
    record User(UUID id) implements Caller {}

    /// A program with an API key.
    ///
    /// @param operator whether the key is one of the operator of this installation
    record Key(UUID id, boolean operator) implements Caller {}
  }

  public boolean may(Permission permission) {
    return permission.isGivenTo(role) && (permission != Permission.OPERATE || isOperator());
  }

  private boolean isOperator() {
    return switch (caller) {
      case Caller.Local() -> true;
      case Caller.User ignored -> false;
      case Caller.Key(var id, var operator) -> operator;
    };
  }

  /// As in the audit log: `local`, `user/ID` or `key/ID`.
  public String actor() {
    return switch (caller) {
      case Caller.Local() -> "local";
      case Caller.User(var id) -> "user/" + id;
      case Caller.Key(var id, var operator) -> "key/" + id;
    };
  }
}
