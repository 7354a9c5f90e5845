package dev.shortlist.web;

import dev.shortlist.accounts.CurrentUser;
import dev.shortlist.accounts.Principal;
import dev.shortlist.accounts.User;
import dev.shortlist.accounts.Users;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What those who did something are called on a page.
@Component
class Authors {
  private static final String USER = "user/";

  private final CurrentUser current;
  private final Users users;

  Authors(CurrentUser current, Users users) {
    this.current = current;
    this.users = users;
  }

  /// For one page: the users of the account are read once, when the first of them is asked for.
  Names names() {
    return new Names(current.principal(), users);
  }

  /// Names of actors, who are called as in the audit log: `user/ID`, `key/ID`, `local`.
  static final class Names {
    private final Principal reader;
    private final Users users;
    private @Nullable Map<String, String> known;

    private Names(Principal reader, Users users) {
      this.reader = reader;
      this.users = users;
    }

    /// The name of a user, and what kind of caller anybody else is.
    String name(String actor) {
      if (actor.startsWith(USER)) {
        String name = known().getOrDefault(actor, "");
        return name.isBlank() ? Texts.say("candidate.by.user") : name;
      }
      return actor.equals("local")
          ? Texts.say("candidate.by.local")
          : Texts.say("candidate.by.program");
    }

    /// The same in a line about what was done: `by you`, the name of a colleague.
    String by(String actor) {
      if (actor.equals(reader.actor())) {
        return Texts.say("screening.by-you");
      }
      if (actor.startsWith(USER) && known().containsKey(actor)) {
        return name(actor);
      }
      return actor.startsWith("key/")
          ? Texts.say("screening.by-program")
          : Texts.say("screening.by-somebody");
    }

    private Map<String, String> known() {
      var read = known;
      if (read == null) {
        read =
            users.list(reader.account()).stream()
                .collect(Collectors.toMap(one -> USER + one.id(), User::name));
        known = read;
      }
      return read;
    }
  }
}
