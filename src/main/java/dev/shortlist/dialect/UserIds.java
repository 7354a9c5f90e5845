package dev.shortlist.dialect;

import dev.shortlist.accounts.Accounts;
import dev.shortlist.accounts.CurrentUser;
import dev.shortlist.accounts.Principal;
import dev.shortlist.accounts.Principal.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// The `user_id` some clients send. It grants nothing: with sign-in it must be the caller's own,
/// without it is a label.
@Component
public class UserIds {
  private final CurrentUser user;
  private final Accounts accounts;

  UserIds(CurrentUser user, Accounts accounts) {
    this.user = user;
    this.accounts = accounts;
  }

  /// The caller's own: the id of the account.
  public String own() {
    return user.principal().account().toString();
  }

  /// `userId`, if the caller may say it.
  ///
  /// @throws Refusal if it is somebody else's
  public String checked(String userId) {
    if (!isOwn(user.principal(), userId)) {
      throw new Refusal(
          HttpStatus.FORBIDDEN, "user_id is not yours; leave it out or send " + own());
    }
    return userId;
  }

  /// Whether `userId` means whoever is calling: the account by its id or alias, the user, the key.
  public boolean isOwn(Principal caller, String userId) {
    return switch (caller.caller()) {
      case Caller.Local() -> true;
      case Caller.User person -> userId.equals(person.id().toString()) || isOf(caller, userId);
      case Caller.Key key -> userId.equals(key.id().toString()) || isOf(caller, userId);
    };
  }

  private boolean isOf(Principal caller, String userId) {
    return accounts.find(userId).filter(caller.account()::equals).isPresent();
  }
}
