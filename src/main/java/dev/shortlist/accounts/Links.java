package dev.shortlist.accounts;

import dev.shortlist.database.Rows;
import dev.shortlist.database.Tenancy;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Links that let somebody in once, to choose a password: for an invitation, a forgotten password,
/// or the first owner.
@Component
public class Links {
  /// How long a link works.
  public static final Duration LIFE = Duration.ofDays(3);

  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final Clock clock;

  Links(JdbcClient jdbc, Tenancy tenancy, Clock clock) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
    this.clock = clock;
  }

  /// What a link is good for.
  ///
  /// @param user whose password is set, absent when the account's first owner is made
  public record Link(AccountId account, @Nullable UUID user) {}

  /// A new link for a user; those from before end.
  public Secret create(User user) {
    return create(user.account(), user.id());
  }

  /// A link that makes the first owner of an account; one from before ends.
  Secret createFirst(AccountId account) {
    return create(account, null);
  }

  private Secret create(AccountId account, @Nullable UUID user) {
    var secret = Secret.create("");
    tenancy.inAccount(
        account.value(),
        () -> {
          delete(account, user);
          jdbc.sql(
                  """
                  insert into user_link (account_id, hash, user_id, created_at, expires_at)
                  values (:account, :hash, :user, :now, :end)
                  """)
              .param("account", account.value())
              .param("hash", secret.hash())
              .param("user", user, Types.OTHER)
              .param("now", Rows.time(clock.instant()))
              .param("end", Rows.time(clock.instant().plus(LIFE)))
              .update();
        });
    return secret;
  }

  /// What the link with this secret is good for; empty when it was used, has expired or never was.
  public Optional<Link> find(String secret) {
    String hash = Secret.hash(secret);
    return tenancy.asHolder(
        hash,
        () ->
            jdbc.sql(
                    """
                    select account_id, user_id from user_link
                     where hash = :hash and expires_at > :now
                    """)
                .param("hash", hash)
                .param("now", Rows.time(clock.instant()))
                .query((row, number) ->
                    new Link(new AccountId(Rows.id(row, "account_id")), Rows.uuid(row, "user_id")))
                .optional());
  }

  /// Uses the link up, in the transaction that does what it is good for.
  ///
  /// @return false if another was faster
  boolean use(Link link, String secret) {
    return jdbc.sql("delete from user_link where account_id = :account and hash = :hash")
            .param("account", link.account().value())
            .param("hash", Secret.hash(secret))
            .update()
        == 1;
  }

  private void delete(AccountId account, @Nullable UUID user) {
    jdbc.sql(
            """
            delete from user_link
             where account_id = :account and user_id is not distinct from cast(:user as uuid)
            """)
        .param("account", account.value())
        .param("user", user, Types.OTHER)
        .update();
  }
}
