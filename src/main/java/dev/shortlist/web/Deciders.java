package dev.shortlist.web;

import dev.shortlist.accounts.CurrentUser;
import dev.shortlist.accounts.User;
import dev.shortlist.accounts.Users;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// What those who did something are called on a page.
@Component
class Deciders {
  private static final String USER = "user/";

  private final CurrentUser user;
  private final Users users;

  Deciders(CurrentUser user, Users users) {
    this.user = user;
    this.users = users;
  }

  /// The names of actors, as they stand in the audit log, read at once for all.
  Names of(Collection<String> actors) {
    var self = user.principal();
    boolean others =
        actors.stream().anyMatch(actor -> actor.startsWith(USER) && !actor.equals(self.actor()));
    return new Names(
        self.actor(),
        others
            ? users.list(self.account()).stream()
                .collect(Collectors.toMap(one -> USER + one.id(), User::name))
            : Map.of());
  }

  /// @param self the reader
  record Names(String self, Map<String, String> known) {
    String of(String actor) {
      if (actor.equals(self)) {
        return Texts.say("screening.by-you");
      }
      return known.getOrDefault(
          actor,
          actor.startsWith("key/")
              ? Texts.say("screening.by-program")
              : Texts.say("screening.by-somebody"));
    }
  }
}
