package dev.shortlist.notify;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.database.Rows;
import dev.shortlist.database.Tenancy;
import dev.shortlist.notify.Email.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Mails on their way: due, taken to be sent, sent or not.
@Component
class Dispatch {
  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final Clock clock;

  Dispatch(JdbcClient jdbc, Tenancy tenancy, Clock clock) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
    this.clock = clock;
  }

  /// Those whose time has come.
  List<Email> due(AccountId account, int limit) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    EmailRows.SELECT
                        + """
                        and state = 'QUEUED' and send_after <= :now
                        order by send_after
                        limit :limit
                        """)
                .param("account", account.value())
                .param("now", Rows.time(clock.instant()))
                .param("limit", limit)
                .query(EmailRows::row)
                .list());
  }

  /// Takes a mail to send it.
  ///
  /// @return empty when somebody else took it, or it was taken back
  Optional<Taken> take(AccountId account, UUID id) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    """
                    update email
                       set state = 'SENDING', send_after = :now, attempts = attempts + 1,
                           tried_since = coalesce(tried_since, :now), error = null,
                           token = coalesce(token, :token)
                     where account_id = :account and id = :id and state = 'QUEUED'
                    returning tried_since, token
                    """)
                .param("now", Rows.time(clock.instant()))
                .param("token", ReturnAddress.newToken())
                .param("account", account.value())
                .param("id", id)
                .query((row, number) ->
                    new Taken(Rows.instant(row, "tried_since"), Rows.text(row, "token")))
                .optional());
  }

  /// A mail that is being sent.
  ///
  /// @param since when it is tried
  /// @param token by which it is known should it come back
  record Taken(Instant since, String token) {}

  void sent(AccountId account, UUID id) {
    tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    """
                    update email set state = 'SENT', error = null, sent_at = :now
                     where account_id = :account and id = :id and state = 'SENDING'
                    """)
                .param("now", Rows.time(clock.instant()))
                .param("account", account.value())
                .param("id", id)
                .update());
  }

  /// Notes that it was not sent.
  ///
  /// @param wait until it is tried again, absent when it is given up
  void failed(AccountId account, UUID id, String error, @Nullable Duration wait) {
    tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    """
                    update email
                       set state = :state, error = :error, send_after = :again
                     where account_id = :account and id = :id and state = 'SENDING'
                    """)
                .param("state", (wait == null ? State.FAILED : State.QUEUED).name())
                .param("error", error)
                .param(
                    "again", Rows.time(clock.instant().plus(wait == null ? Duration.ZERO : wait)))
                .param("account", account.value())
                .param("id", id)
                .update());
  }
}
