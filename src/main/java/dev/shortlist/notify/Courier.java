package dev.shortlist.notify;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.Accounts;
import dev.shortlist.database.Rows;
import dev.shortlist.database.Tenancy;
import dev.shortlist.database.Vault;
import dev.shortlist.tasks.GivenUp;
import dev.shortlist.tasks.Lane;
import dev.shortlist.tasks.TaskHandler;
import dev.shortlist.tasks.TaskId;
import dev.shortlist.tasks.TaskQueue;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Takes waiting messages to their webhooks: one task for a webhook at a time, so that messages
/// come in their order and a slow receiver holds up nobody else.
///
/// A message that was being sent when its node died is sent again; its id tells the receiver.
@Component
class Courier implements TaskHandler, AutoCloseable {
  /// Written in the database: never rename it.
  private static final String NAME = "webhook";

  private static final int ONE_ROUND = 200;
  private static final Duration FIRST_WAIT = Duration.ofSeconds(10);
  private static final Duration LONGEST_WAIT = Duration.ofHours(2);
  private static final Logger log = LoggerFactory.getLogger(Courier.class);

  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final TaskQueue queue;
  private final Deliveries deliveries;
  private final WebhookClient client;
  private final Accounts accounts;
  private final Vault vault;
  private final Clock clock;
  private final Patience patience;
  private final WebhookSettings settings;
  private final Set<AccountId> waiting = ConcurrentHashMap.newKeySet();
  private final ExecutorService starter = Executors.newVirtualThreadPerTaskExecutor();

  Courier(
      JdbcClient jdbc,
      Tenancy tenancy,
      TaskQueue queue,
      Deliveries deliveries,
      WebhookClient client,
      Accounts accounts,
      Vault vault,
      Clock clock,
      WebhookSettings settings) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
    this.queue = queue;
    this.deliveries = deliveries;
    this.client = client;
    this.accounts = accounts;
    this.vault = vault;
    this.clock = clock;
    this.settings = settings;
    this.patience =
        new Patience(FIRST_WAIT, LONGEST_WAIT, settings.patience(), RandomGenerator.getDefault());
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Lane lane() {
    return Lane.SYS;
  }

  /// Sends what waits for the webhook, one message after the other, until one is not taken.
  @Override
  public Runnable run(TaskId task) {
    var account = new AccountId(task.account());
    UUID webhook = task.batch();
    for (int sent = 0; sent < ONE_ROUND && !Thread.currentThread().isInterrupted(); sent++) {
      var target = target(account, webhook);
      var delivery = target.flatMap(_ -> deliveries.next(account, webhook));
      if (delivery.isEmpty() || !send(account, target.get(), delivery.get())) {
        break;
      }
    }
    return () -> start(account, webhook); // what came meanwhile found this task and left it at that
  }

  @Override
  public void givenUp(TaskId task, GivenUp why) {
    log.warn("a round to a webhook ended early webhook={} cause={}", task.batch(), why.cause());
  }

  /// Starts rounds to all webhooks of all accounts that have something to be told, and empties the
  /// log of what is old.
  void lookAround() {
    var old = clock.instant().minus(settings.kept());
    for (var account : accounts.list()) {
      startDue(account);
      deliveries.forget(account, old);
    }
  }

  /// Starts rounds to the webhooks of the account, after the transaction that is going on.
  void soon(AccountId account) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      startSoon(account);
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            startSoon(account);
          }
        });
  }

  /// Sends one message whatever else waits, and whether or not the webhook is on.
  void sendOnce(AccountId account, Webhook webhook, Delivery delivery) {
    var target = target(account, webhook.id(), true).orElseThrow();
    var answer = ask(target, delivery);
    if (answer.isTaken()) {
      deliveries.delivered(account, delivery, answer.status());
    } else {
      deliveries.failed(account, delivery, answer.status(), answer.error(), null);
    }
  }

  @Override
  public void close() {
    starter.close();
  }

  /// Many wishes at a time are one.
  private void startSoon(AccountId account) {
    if (!waiting.add(account)) {
      return;
    }
    try {
      starter.execute(() -> {
        waiting.remove(account);
        startDue(account);
      });
    } catch (RejectedExecutionException e) {
      waiting.remove(account); // the program stops; another node looks around
    }
  }

  private void startDue(AccountId account) {
    for (var webhook : deliveries.due(account)) {
      tenancy.inAccount(account.value(), () -> start(account, webhook));
    }
  }

  /// Starts a round unless there is one, in the transaction that is going on.
  private void start(AccountId account, UUID webhook) {
    boolean held =
        jdbc.sql("select from webhook where account_id = :account and id = :id for no key update")
            .param("account", account.value())
            .param("id", webhook)
            .query((row, number) -> true)
            .optional()
            .isPresent();
    if (held
        && deliveries.due(account).contains(webhook)
        && queue.known(Lane.SYS, NAME, account.value(), webhook).isEmpty()) {
      queue.add(Lane.SYS, NAME, account.value(), webhook, List.of(UUID.randomUUID()));
    }
  }

  /// @return whether it was taken, and the next may be sent
  private boolean send(AccountId account, Target target, Delivery delivery) {
    var answer = ask(target, delivery);
    if (answer.isTaken()) {
      deliveries.delivered(account, delivery, answer.status());
      recovered(account, target);
      return true;
    }
    var wait = wait(delivery, target.failures(), answer);
    deliveries.failed(account, delivery, answer.status(), answer.error(), wait);
    failed(account, target, answer, wait);
    return false;
  }

  /// How long until it is tried again; absent when it was tried long enough.
  private @Nullable Duration wait(Delivery delivery, int failures, WebhookClient.Answer answer) {
    if (answer.isGone()) {
      return null;
    }
    int before = Math.max(failures, delivery.attempts());
    return patience
        .next(before, answer.retryAfter(), delivery.createdAt(), clock.instant())
        .orElse(null);
  }

  private void recovered(AccountId account, Target target) {
    if (target.failures() > 0) {
      tenancy.inAccount(
          account.value(),
          () ->
              jdbc.sql(
                      """
                      update webhook set failures = 0, failing_since = null, held_until = null
                       where account_id = :account and id = :id
                      """)
                  .param("account", account.value())
                  .param("id", target.id())
                  .update());
    }
  }

  /// The messages behind it wait too: they would fail as well, and arrive out of order if not.
  private void failed(
      AccountId account, Target target, WebhookClient.Answer answer, @Nullable Duration wait) {
    var hold = wait == null ? patience.backoff(target.failures()) : wait;
    tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    """
                    update webhook
                       set failures = failures + 1, held_until = :until, active = active and not :gone,
                           failing_since = coalesce(failing_since, :now)
                     where account_id = :account and id = :id
                    """)
                .param("until", Rows.time(clock.instant().plus(hold)))
                .param("gone", answer.isGone())
                .param("now", Rows.time(clock.instant()))
                .param("account", account.value())
                .param("id", target.id())
                .update());
    log.warn(
        "webhook not told webhook={} status={} wait={}",
        target.id(),
        answer.status(),
        wait == null ? "given up" : wait);
  }

  private Optional<Target> target(AccountId account, UUID webhook) {
    return target(account, webhook, false);
  }

  /// Where to and with which secrets; absent when it is off, held or gone.
  private Optional<Target> target(AccountId account, UUID webhook, boolean anyway) {
    var now = clock.instant();
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    """
                    select id, url, secret, former_secret, former_until, failures
                      from webhook
                     where account_id = :account and id = :id
                       and (:anyway or (active and (held_until is null or held_until <= :now)))
                    """)
                .param("account", account.value())
                .param("id", webhook)
                .param("anyway", anyway)
                .param("now", Rows.time(now))
                .query((row, number) -> {
                  var sealed = new ArrayList<String>();
                  sealed.add(Rows.text(row, "secret"));
                  String former = row.getString("former_secret");
                  var until = Rows.time(row, "former_until");
                  if (former != null && until != null && now.isBefore(until)) {
                    sealed.add(former);
                  }
                  return new Target(
                      webhook, URI.create(Rows.text(row, "url")), sealed, row.getInt("failures"));
                })
                .optional());
  }

  private WebhookClient.Answer ask(Target target, Delivery delivery) {
    List<String> secrets;
    try {
      secrets =
          target.sealed().stream()
              .map(one -> vault.open(Webhooks.place(target.id()), one))
              .toList();
    } catch (Vault.Unopened e) {
      log.error("webhook not told webhook={}", target.id(), e);
      return new WebhookClient.Answer(
          null,
          "its secret cannot be read here: the operator gives all nodes one master key",
          null);
    }
    return client.send(target.url(), secrets, delivery);
  }

  /// @param sealed the secret, and the one before while it still holds
  private record Target(UUID id, URI url, List<String> sealed, int failures) {}
}
