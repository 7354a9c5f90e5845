package dev.shortlist.web;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.User;
import dev.shortlist.accounts.Users;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// What those who do something are called on a page.
@Component
class Authors {
  private static final String USER = "user/";

  private final Users users;

  Authors(Users users) {
    this.users = users;
  }

  /// The name of a user, and what kind of caller anybody else is.
  ///
  /// @param actor as in the audit log
  String name(AccountId account, String actor) {
    if (actor.startsWith(USER)) {
      return users
          .find(account, UUID.fromString(actor.substring(USER.length())))
          .map(User::name)
          .filter(name -> !name.isBlank())
          .orElseGet(() -> Texts.say("candidate.by.user"));
    }
    return actor.equals("local")
        ? Texts.say("candidate.by.local")
        : Texts.say("candidate.by.program");
  }
}
