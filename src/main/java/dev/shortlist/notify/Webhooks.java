package dev.shortlist.notify;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.Audit;
import dev.shortlist.database.Ids;
import dev.shortlist.database.Rows;
import dev.shortlist.database.Tenancy;
import dev.shortlist.database.Vault;
import java.net.URI;
import java.net.URISyntaxException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The webhooks of an account, and the log of what they were told.
@Component
public class Webhooks {
  /// Most webhooks of an account.
  public static final int MOST = 20;

  private static final Duration BOTH_SECRETS = Duration.ofDays(1);
  private static final Set<Integer> PORTS = Set.of(-1, 80, 443, 8080, 8443);
  private static final String SELECT =
      """
      select id, url, description, events, active, failing_since, held_until, created_at
        from webhook
       where account_id = :account
      """;

  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final Ids ids;
  private final Clock clock;
  private final Vault vault;
  private final Audit audit;
  private final Deliveries deliveries;
  private final Courier courier;
  private final WebhookSettings settings;

  Webhooks(
      JdbcClient jdbc,
      Tenancy tenancy,
      Ids ids,
      Clock clock,
      Vault vault,
      Audit audit,
      Deliveries deliveries,
      Courier courier,
      WebhookSettings settings) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
    this.ids = ids;
    this.clock = clock;
    this.vault = vault;
    this.audit = audit;
    this.deliveries = deliveries;
    this.courier = courier;
    this.settings = settings;
  }

  /// A new webhook and its secret, which is not shown again.
  ///
  /// @throws IllegalArgumentException if the address is not one to tell, or there are [#MOST]
  ///   already; the message says what to do
  public Created create(
      AccountId account, URI url, String description, Collection<WebhookEvent> events) {
    requireUsable(url);
    requireSome(events);
    return tenancy.inAccount(
        account.value(),
        () -> {
          if (list(account).size() >= MOST) {
            throw new IllegalArgumentException(
                "an account has at most %d webhooks; delete one first".formatted(MOST));
          }
          var id = ids.next();
          String secret = Signature.newSecret();
          insert(account, id, url, description, events, secret);
          audit.note(account, "webhook.created", "webhook/" + id, "");
          return new Created(find(account, id).orElseThrow(), secret);
        });
  }

  /// Changes what is not null. One that is switched on again is tried at once.
  ///
  /// @throws NoSuchElementException if the account has no such webhook
  /// @throws IllegalArgumentException as [#create]
  public Webhook change(
      AccountId account,
      UUID id,
      @Nullable URI url,
      @Nullable String description,
      @Nullable Collection<WebhookEvent> events,
      @Nullable Boolean active) {
    if (url != null) {
      requireUsable(url);
    }
    if (events != null) {
      requireSome(events);
    }
    return tenancy.inAccount(
        account.value(),
        () -> {
          int changed =
              jdbc.sql(
                      """
                      update webhook
                         set url = coalesce(:url, url), description = coalesce(:description, description),
                             events = coalesce(:events, events), active = coalesce(:active, active),
                             failures = 0, held_until = null, failing_since = null
                       where account_id = :account and id = :id
                      """)
                  .param("url", url == null ? null : url.toString())
                  .param("description", description)
                  .param("events", events == null ? null : types(events))
                  .param("active", active)
                  .param("account", account.value())
                  .param("id", id)
                  .update();
          if (changed == 0) {
            throw new NoSuchElementException("no webhook " + id);
          }
          audit.note(account, "webhook.changed", "webhook/" + id, "");
          courier.soon(account);
          return find(account, id).orElseThrow();
        });
  }

  /// Deletes it and its log.
  ///
  /// @return false if the account has no such webhook
  public boolean delete(AccountId account, UUID id) {
    return tenancy.inAccount(
        account.value(),
        () -> {
          boolean deleted =
              jdbc.sql("delete from webhook where account_id = :account and id = :id")
                      .param("account", account.value())
                      .param("id", id)
                      .update()
                  == 1;
          if (deleted) {
            audit.note(account, "webhook.deleted", "webhook/" + id, "");
          }
          return deleted;
        });
  }

  public Optional<Webhook> find(AccountId account, UUID id) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(SELECT + "and id = :id")
                .param("account", account.value())
                .param("id", id)
                .query(Webhooks::row)
                .optional());
  }

  /// All of them, oldest first.
  public List<Webhook> list(AccountId account) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(SELECT + "order by id")
                .param("account", account.value())
                .query(Webhooks::row)
                .list());
  }

  /// A new secret. For a day messages are signed with the old one too, so that the receiver can
  /// change over.
  ///
  /// @throws NoSuchElementException if the account has no such webhook
  public String newSecret(AccountId account, UUID id) {
    return tenancy.inAccount(
        account.value(),
        () -> {
          String secret = Signature.newSecret();
          int changed =
              jdbc.sql(
                      """
                      update webhook
                         set former_secret = secret, former_until = :until, secret = :secret
                       where account_id = :account and id = :id
                      """)
                  .param("until", Rows.time(clock.instant().plus(BOTH_SECRETS)))
                  .param("secret", vault.seal(place(id), secret))
                  .param("account", account.value())
                  .param("id", id)
                  .update();
          if (changed == 0) {
            throw new NoSuchElementException("no webhook " + id);
          }
          audit.note(account, "webhook.secret", "webhook/" + id, "");
          return secret;
        });
  }

  /// Sends a test message, now, and says what came back.
  ///
  /// @throws NoSuchElementException if the account has no such webhook
  public Delivery test(AccountId account, UUID id) {
    var webhook = find(account, id).orElseThrow();
    var delivery =
        deliveries.add(account, id, WebhookEvent.TEST, Map.of("webhook", webhook.id().toString()));
    courier.sendOnce(account, webhook, delivery);
    return deliveries.find(account, id, delivery.id()).orElseThrow();
  }

  /// A page of what it was told, newest first.
  ///
  /// @param state only those, absent for all
  /// @param before number of the last of the page before; above all for the first page
  /// @throws NoSuchElementException if the account has no such webhook
  public List<Delivery> deliveries(
      AccountId account, UUID id, Delivery.@Nullable State state, long before, int limit) {
    return find(account, id)
        .map(webhook -> deliveries.list(account, webhook.id(), state, before, limit))
        .orElseThrow();
  }

  /// Sends a message again, with the id it had.
  ///
  /// @throws NoSuchElementException if the webhook has no such message
  public Delivery replay(AccountId account, UUID id, UUID delivery) {
    return tenancy.inAccount(
        account.value(),
        () -> {
          if (!deliveries.again(account, id, delivery)) {
            throw new NoSuchElementException("no delivery " + delivery);
          }
          audit.note(account, "webhook.replay", "delivery/" + delivery, "");
          courier.soon(account);
          return deliveries.find(account, id, delivery).orElseThrow();
        });
  }

  private void insert(
      AccountId account,
      UUID id,
      URI url,
      String description,
      Collection<WebhookEvent> events,
      String secret) {
    jdbc.sql(
            """
            insert into webhook (account_id, id, url, description, events, secret, created_at)
            values (:account, :id, :url, :description, :events, :secret, :now)
            """)
        .param("account", account.value())
        .param("id", id)
        .param("url", url.toString())
        .param("description", description)
        .param("events", types(events))
        .param("secret", vault.seal(place(id), secret))
        .param("now", Rows.time(clock.instant()))
        .update();
  }

  /// The address that `text` is, with spaces around it or without.
  ///
  /// @throws IllegalArgumentException if it is none; the message says what one looks like
  public static URI address(String text) {
    try {
      return new URI(text.strip());
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(
          "\"%s\" is no address: write one such as https://hooks.example.com/shortlist"
              .formatted(text.strip()),
          e);
    }
  }

  /// What holds for every address; where its host stands is looked at when it is told something.
  private void requireUsable(URI url) {
    boolean allowed = !settings.allow().isEmpty();
    boolean web =
        "https".equalsIgnoreCase(url.getScheme())
            || (allowed && "http".equalsIgnoreCase(url.getScheme()));
    if (!web) {
      throw new IllegalArgumentException(
          "a webhook's address begins with https://, but this is \"%s\"".formatted(url));
    }
    if (url.getHost() == null || url.getRawUserInfo() != null || url.getRawFragment() != null) {
      throw new IllegalArgumentException(
          "\"%s\" must have a host, and no user, password or #part".formatted(url));
    }
    if (!allowed && !PORTS.contains(url.getPort())) {
      throw new IllegalArgumentException(
          "port %d is not one of the web (443, 8443, 80, 8080)".formatted(url.getPort()));
    }
  }

  private static void requireSome(Collection<WebhookEvent> events) {
    if (events.isEmpty()) {
      throw new IllegalArgumentException("a webhook listens to at least one event");
    }
  }

  static String place(UUID webhook) {
    return "webhook/" + webhook;
  }

  private static String[] types(Collection<WebhookEvent> events) {
    return EnumSet.copyOf(events).stream().map(WebhookEvent::type).toArray(String[]::new);
  }

  private static Webhook row(ResultSet row, int number) throws SQLException {
    return new Webhook(
        Rows.id(row, "id"),
        URI.create(Rows.text(row, "url")),
        Rows.text(row, "description"),
        events(row),
        row.getBoolean("active"),
        Rows.time(row, "failing_since"),
        Rows.time(row, "held_until"),
        Rows.instant(row, "created_at"));
  }

  private static Set<WebhookEvent> events(ResultSet row) throws SQLException {
    var events = EnumSet.noneOf(WebhookEvent.class);
    for (String type : (String[]) row.getArray("events").getArray()) {
      WebhookEvent.of(type).ifPresent(events::add);
    }
    return events;
  }

  /// A new webhook.
  ///
  /// @param secret what its messages are signed with: `whsec_...`
  public record Created(Webhook webhook, String secret) {}
}
