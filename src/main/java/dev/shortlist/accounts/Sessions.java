package dev.shortlist.accounts;

import dev.shortlist.database.Rows;
import dev.shortlist.database.Tenancy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who is signed in, on whichever node. The role is read anew with every request, so that taking it
/// away works at once.
@Component
class Sessions {
  private static final Duration NOTED = Duration.ofMinutes(1);

  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final Clock clock;
  private final AccessSettings.Session settings;

  Sessions(JdbcClient jdbc, Tenancy tenancy, Clock clock, AccessSettings settings) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
    this.clock = clock;
    this.settings = settings.session();
  }

  enum State {
    /// The password was right; the code of the app is still to come.
    SECOND_FACTOR,
    OPEN
  }

  record Session(AccountId account, UUID user, State state, Instant usedAt) {}

  Secret create(User user, State state) {
    var secret = Secret.create("");
    tenancy.inAccount(
        user.account().value(),
        () -> {
          forget(user.account());
          jdbc.sql(
                  """
                  insert into user_session (account_id, hash, user_id, state, created_at, used_at)
                  values (:account, :hash, :user, :state, :now, :now)
                  """)
              .param("account", user.account().value())
              .param("hash", secret.hash())
              .param("user", user.id())
              .param("state", state.name())
              .param("now", Rows.time(clock.instant()))
              .update();
        });
    return secret;
  }

  /// The session, which is used by that.
  Optional<Session> find(String secret) {
    var now = clock.instant();
    var found = look(secret);
    found
        .filter(session -> session.usedAt().isBefore(now.minus(NOTED)))
        .ifPresent(session -> used(session, Secret.hash(secret), now));
    return found;
  }

  /// The session, which stays as idle as it is.
  Optional<Session> look(String secret) {
    String hash = Secret.hash(secret);
    var now = clock.instant();
    return tenancy.asHolder(
        hash,
        () ->
            jdbc.sql(
                    """
                    select account_id, user_id, state, used_at
                      from user_session
                     where hash = :hash and used_at > :idle and created_at > :oldest
                    """)
                .param("hash", hash)
                .param("idle", Rows.time(now.minus(settings.idle())))
                .param("oldest", Rows.time(now.minus(settings.longest())))
                .query((row, number) ->
                    new Session(
                        new AccountId(Rows.id(row, "account_id")),
                        Rows.id(row, "user_id"),
                        State.valueOf(Rows.text(row, "state")),
                        Rows.instant(row, "used_at")))
                .optional());
  }

  void end(Session session, String secret) {
    tenancy.inAccount(
        session.account().value(),
        () ->
            jdbc.sql("delete from user_session where account_id = :account and hash = :hash")
                .param("account", session.account().value())
                .param("hash", Secret.hash(secret))
                .update());
  }

  /// Signs the user out everywhere.
  void endAll(AccountId account, UUID user) {
    tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql("delete from user_session where account_id = :account and user_id = :user")
                .param("account", account.value())
                .param("user", user)
                .update());
  }

  private void used(Session session, String hash, Instant now) {
    tenancy.inAccount(
        session.account().value(),
        () ->
            jdbc.sql(
                    """
                    update user_session set used_at = :now
                     where account_id = :account and hash = :hash
                    """)
                .param("account", session.account().value())
                .param("hash", hash)
                .param("now", Rows.time(now))
                .update());
  }

  /// Takes out sessions of the account that are over.
  private void forget(AccountId account) {
    jdbc.sql("delete from user_session where account_id = :account and created_at < :oldest")
        .param("account", account.value())
        .param("oldest", Rows.time(clock.instant().minus(settings.longest())))
        .update();
  }
}
