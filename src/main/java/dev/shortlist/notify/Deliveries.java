package dev.shortlist.notify;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.database.Rows;
import dev.shortlist.database.Tenancy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The messages for webhooks: written in the transaction that makes them true, sent after it, and
/// kept as a log.
@Component
class Deliveries {
  private static final Duration SENT_BY_THEN = Duration.ofMinutes(5);
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String SELECT =
      """
      select id, number, webhook_id, event, body, state, attempts, next_at, created_at, ended_at,
             status, error
        from delivery
       where account_id = :account
      """;

  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final Clock clock;

  Deliveries(JdbcClient jdbc, Tenancy tenancy, Clock clock) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
    this.clock = clock;
  }

  /// Whether somebody listens.
  boolean areWanted(AccountId account, WebhookEvent event) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    """
                    select exists (
                      select from webhook
                       where account_id = :account and active and :event = any(events))
                    """)
                .param("account", account.value())
                .param("event", event.type())
                .query((row, number) -> row.getBoolean(1))
                .single());
  }

  /// Writes a message for each webhook that listens, in the transaction that is going on.
  ///
  /// @param data what happened, as JSON
  /// @return how many listen
  int add(AccountId account, WebhookEvent event, Object data) {
    var now = clock.instant();
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    """
                    insert into delivery (account_id, id, webhook_id, event, body, state, next_at,
                      created_at)
                    select :account, gen_random_uuid(), id, :event, :body, 'WAITING', :now, :now
                      from webhook
                     where account_id = :account and active and :event = any(events)
                    """)
                .param("account", account.value())
                .param("event", event.type())
                .param("body", body(event, now, data))
                .param("now", Rows.time(now))
                .update());
  }

  /// Writes a message for one webhook, which whoever wrote it sends at once; should that be lost, a
  /// round sends it later.
  Delivery add(AccountId account, UUID webhook, WebhookEvent event, Object data) {
    var now = clock.instant();
    var id = UUID.randomUUID();
    return tenancy.inAccount(
        account.value(),
        () -> {
          jdbc.sql(
                  """
                  insert into delivery (account_id, id, webhook_id, event, body, state, next_at,
                    created_at)
                  values (:account, :id, :webhook, :event, :body, 'WAITING', :later, :now)
                  """)
              .param("account", account.value())
              .param("id", id)
              .param("webhook", webhook)
              .param("event", event.type())
              .param("body", body(event, now, data))
              .param("later", Rows.time(now.plus(SENT_BY_THEN)))
              .param("now", Rows.time(now))
              .update();
          return find(account, webhook, id).orElseThrow();
        });
  }

  /// A page of the log, newest first.
  ///
  /// @param before number of the last of the page before; above all for the first page
  /// @param state only those, absent for all
  List<Delivery> list(
      AccountId account, UUID webhook, Delivery.@Nullable State state, long before, int limit) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    SELECT
                        + """
                          and webhook_id = :webhook and number < :before
                          and (cast(:state as text) is null or state = :state)
                        order by number desc
                        limit :limit
                        """)
                .param("account", account.value())
                .param("webhook", webhook)
                .param("before", before)
                .param("state", state == null ? null : state.name())
                .param("limit", limit)
                .query(Deliveries::row)
                .list());
  }

  Optional<Delivery> find(AccountId account, UUID webhook, UUID id) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(SELECT + "and webhook_id = :webhook and id = :id")
                .param("account", account.value())
                .param("webhook", webhook)
                .param("id", id)
                .query(Deliveries::row)
                .optional());
  }

  /// The message that has waited longest of those whose time has come.
  Optional<Delivery> next(AccountId account, UUID webhook) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    SELECT
                        + """
                          and webhook_id = :webhook and state = 'WAITING' and next_at <= :now
                        order by next_at, number
                        limit 1
                        """)
                .param("account", account.value())
                .param("webhook", webhook)
                .param("now", Rows.time(clock.instant()))
                .query(Deliveries::row)
                .optional());
  }

  /// Which webhooks have messages whose time has come, and may be told.
  List<UUID> due(AccountId account) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    """
                    select w.id
                      from webhook w
                     where w.account_id = :account and w.active
                       and (w.held_until is null or w.held_until <= :now)
                       and exists (select from delivery d
                                    where d.account_id = w.account_id and d.webhook_id = w.id
                                      and d.state = 'WAITING' and d.next_at <= :now)
                    """)
                .param("account", account.value())
                .param("now", Rows.time(clock.instant()))
                .query((row, number) -> Rows.id(row, "id"))
                .list());
  }

  void delivered(AccountId account, Delivery delivery, @Nullable Integer status) {
    update(account, delivery, Delivery.State.DELIVERED, clock.instant(), status, null);
  }

  /// @param wait until it is sent again, absent when it is given up
  void failed(
      AccountId account,
      Delivery delivery,
      @Nullable Integer status,
      @Nullable String error,
      @Nullable Duration wait) {
    if (wait == null) {
      update(account, delivery, Delivery.State.DEAD, clock.instant(), status, error);
    } else {
      var next = clock.instant().plus(wait);
      update(account, delivery, Delivery.State.WAITING, next, status, error);
    }
  }

  /// Sends it again, with its id, as soon as may be.
  ///
  /// @return false if the webhook has no such message
  boolean again(AccountId account, UUID webhook, UUID id) {
    var now = Rows.time(clock.instant());
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                        """
                        update delivery
                           set state = 'WAITING', next_at = :now, ended_at = null, created_at = :now,
                               attempts = 0
                         where account_id = :account and webhook_id = :webhook and id = :id
                        """)
                    .param("now", now)
                    .param("account", account.value())
                    .param("webhook", webhook)
                    .param("id", id)
                    .update()
                == 1);
  }

  /// Takes ended messages out of the log.
  int forget(AccountId account, Instant endedBefore) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql("delete from delivery where account_id = :account and ended_at < :before")
                .param("account", account.value())
                .param("before", Rows.time(endedBefore))
                .update());
  }

  private void update(
      AccountId account,
      Delivery delivery,
      Delivery.State state,
      Instant at,
      @Nullable Integer status,
      @Nullable String error) {
    boolean waits = state == Delivery.State.WAITING;
    tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    """
                    update delivery
                       set state = :state, attempts = attempts + 1, status = :status, error = :error,
                           next_at = coalesce(:next, next_at), ended_at = :ended
                     where account_id = :account and id = :id and state = 'WAITING'
                    """)
                .param("state", state.name())
                .param("status", status)
                .param("error", error)
                .param("next", waits ? Rows.time(at) : null)
                .param("ended", waits ? null : Rows.time(at))
                .param("account", account.value())
                .param("id", delivery.id())
                .update());
  }

  private static String body(WebhookEvent event, Instant now, Object data) {
    return JSON.writeValueAsString(new Body(event.type(), now.toString(), data));
  }

  private static Delivery row(ResultSet row, int number) throws SQLException {
    return new Delivery(
        Rows.id(row, "id"),
        row.getLong("number"),
        Rows.id(row, "webhook_id"),
        Rows.text(row, "event"),
        Rows.text(row, "body"),
        Delivery.State.valueOf(Rows.text(row, "state")),
        row.getInt("attempts"),
        Rows.instant(row, "next_at"),
        Rows.instant(row, "created_at"),
        Rows.time(row, "ended_at"),
        row.getObject("status", Integer.class),
        row.getString("error"));
  }

  /// As Standard Webhooks has it.
  private record Body(String type, String timestamp, Object data) {}
}
