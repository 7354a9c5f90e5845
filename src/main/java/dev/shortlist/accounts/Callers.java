package dev.shortlist.accounts;

import java.util.Optional;
import org.springframework.stereotype.Component;

/// Who stands behind a credential, as of now.
@Component
class Callers {
  private final ApiKeys keys;
  private final Sessions sessions;
  private final Users users;
  private final CurrentUser current;
  private final AccessSettings settings;

  Callers(
      ApiKeys keys, Sessions sessions, Users users, CurrentUser current, AccessSettings settings) {
    this.keys = keys;
    this.sessions = sessions;
    this.users = users;
    this.current = current;
    this.settings = settings;
  }

  /// Who calls with `credential`, which is used by that.
  Optional<Principal> enter(Credential credential) {
    return switch (credential) {
      case Credential.Here() -> here();
      case Credential.Key(var secret) -> keys.findBySecret(secret).map(Callers::program);
      case Credential.Session(var secret) -> sessions.find(secret).flatMap(this::person);
    };
  }

  /// Who would call with `credential` if it were used; looking does not prolong a session.
  Optional<Principal> look(Credential credential) {
    return credential instanceof Credential.Session(var secret)
        ? sessions.look(secret).flatMap(this::person)
        : enter(credential);
  }

  private Optional<Principal> here() {
    return settings.signIn() ? Optional.empty() : Optional.of(current.local());
  }

  private Optional<Principal> person(Sessions.Session session) {
    return Optional.of(session)
        .filter(one -> one.state() == Sessions.State.OPEN)
        .flatMap(one -> users.find(one.account(), one.user()))
        .filter(user -> user.disabledAt() == null)
        .map(user ->
            new Principal(user.account(), new Principal.Caller.User(user.id()), user.role()));
  }

  private static Principal program(ApiKey key) {
    return new Principal(
        key.account(), new Principal.Caller.Key(key.id(), key.operator()), key.role());
  }
}
