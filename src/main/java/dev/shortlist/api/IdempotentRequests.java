package dev.shortlist.api;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.database.Erased;
import dev.shortlist.database.Eraser;
import dev.shortlist.database.Rows;
import dev.shortlist.database.Tenancy;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Requests that came with an `Idempotency-Key`, and what was answered, for a day.
@Component
class IdempotentRequests implements Eraser {
  static final Duration KEPT = Duration.ofHours(24);

  /// After this time without an answer, the node that had the request is taken for dead.
  static final Duration PATIENCE = Duration.ofMinutes(15);

  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final Clock clock;

  IdempotentRequests(JdbcClient jdbc, Tenancy tenancy, Clock clock) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
    this.clock = clock;
  }

  /// Notes that a request begins, unless one with the same key did before.
  ///
  /// @param fingerprint equal for equal requests
  /// @return absent if this one may go on, else the earlier one
  Optional<Earlier> begin(AccountId account, String key, String fingerprint) {
    return tenancy.inAccount(
        account.value(),
        () -> {
          forget(account, key);
          return insert(account, key, fingerprint)
              ? Optional.<Earlier>empty()
              : Optional.of(earlier(account, key));
        });
  }

  /// Keeps what was answered.
  void done(AccountId account, String key, Kept answer) {
    tenancy.inAccount(
        account.value(),
        () -> {
          jdbc.sql(
                  """
                  update idempotent_request
                     set status = :status, type = :type, location = :location, body = :body
                   where account_id = :account and key = :key
                  """)
              .param("account", account.value())
              .param("key", key)
              .param("status", answer.status())
              .param("type", answer.type())
              .param("location", answer.location())
              .param("body", answer.body())
              .update();
        });
  }

  /// Forgets a request that changed nothing, so that it may come again.
  void failed(AccountId account, String key) {
    tenancy.inAccount(
        account.value(),
        () -> {
          jdbc.sql("delete from idempotent_request where account_id = :account and key = :key")
              .param("account", account.value())
              .param("key", key)
              .update();
        });
  }

  /// Answers lose their bodies, which name files and people; that they were given stays.
  @Override
  public void erase(UUID account, Erased erased) {
    jdbc.sql(
            """
            update idempotent_request set body = ''
             where account_id = :account and status is not null
            """)
        .param("account", account)
        .update();
  }

  private void forget(AccountId account, String key) {
    var now = clock.instant();
    jdbc.sql(
            """
            delete from idempotent_request
             where account_id = :account
               and (created_at < :old or key = :key and status is null and created_at < :dead)
            """)
        .param("account", account.value())
        .param("key", key)
        .param("old", Rows.time(now.minus(KEPT)))
        .param("dead", Rows.time(now.minus(PATIENCE)))
        .update();
  }

  private boolean insert(AccountId account, String key, String fingerprint) {
    return jdbc.sql(
                """
                insert into idempotent_request (account_id, key, fingerprint, created_at)
                values (:account, :key, :fingerprint, :now)
                    on conflict do nothing
                """)
            .param("account", account.value())
            .param("key", key)
            .param("fingerprint", fingerprint)
            .param("now", Rows.time(clock.instant()))
            .update()
        == 1;
  }

  private Earlier earlier(AccountId account, String key) {
    return jdbc.sql(
            """
            select fingerprint, status, type, location, body
              from idempotent_request
             where account_id = :account and key = :key
            """)
        .param("account", account.value())
        .param("key", key)
        .query((row, number) -> {
          var status = row.getObject("status", Integer.class);
          return new Earlier(
              Rows.text(row, "fingerprint"),
              status == null
                  ? null
                  : new Kept(
                      status,
                      row.getString("type"),
                      row.getString("location"),
                      row.getBytes("body")));
        })
        .single();
  }

  /// A request with the same key.
  ///
  /// @param answer absent while it is still being worked on
  record Earlier(String fingerprint, @Nullable Kept answer) {}

  /// An answer.
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Kept(int status, @Nullable String type, @Nullable String location, byte[] body) {}
}
