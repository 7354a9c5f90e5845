package dev.shortlist.feed;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.database.Rows;
import dev.shortlist.database.Tenancy;
import dev.shortlist.live.Beat;
import dev.shortlist.live.Subscription;
import dev.shortlist.screening.ScreeningChanged;
import dev.shortlist.screening.ScreeningId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Tells those who want to know how screenings come along: first how they stand, then what changes,
/// at most once a second for each screening, and always how it ended.
///
/// Subscribers are told on threads of their own, each one event after the other. One that does not
/// take its events for ten seconds is dropped.
@Component
public class ScreeningFeed implements AutoCloseable {
  private static final Duration INTERVAL = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int READS_AT_ONCE = 3;
  private static final int IN_SNAPSHOT = 50;
  private static final Logger log = LoggerFactory.getLogger(ScreeningFeed.class);

  private final News news;
  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final Map<ScreeningChanged, Topic> topics = new ConcurrentHashMap<>();
  private final Map<AccountId, Set<Subscription<ScreeningEvent>>> listeners =
      new ConcurrentHashMap<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Beat<ScreeningChanged> beat = new Beat<>(INTERVAL, threads, this::tell);
  private final Semaphore reads = new Semaphore(READS_AT_ONCE);

  ScreeningFeed(News news, JdbcClient jdbc, Tenancy tenancy) {
    this.news = news;
    this.jdbc = jdbc;
    this.tenancy = tenancy;
  }

  /// Tells `to` about every screening of the account: at once about those that are going on, then
  /// about each that changes.
  public Subscription<ScreeningEvent> subscribe(AccountId account, Consumer<ScreeningEvent> to) {
    var subscription =
        new Subscription<ScreeningEvent>(to, threads, PATIENCE, closed -> leave(account, closed));
    listeners.compute(
        account,
        (same, known) -> {
          var all =
              known == null ? ConcurrentHashMap.<Subscription<ScreeningEvent>>newKeySet() : known;
          all.add(subscription);
          return all;
        });
    for (ScreeningId screening : goingOn(account)) {
      read(() -> news.latest(account, screening, Topic.IN_SNAPSHOT))
          .ifPresent(report -> subscription.offer(Topic.snapshot(report)));
    }
    return subscription;
  }

  /// Tells `to` about one screening; about nothing if the account has no such screening.
  public Subscription<ScreeningEvent> subscribe(
      AccountId account, ScreeningId screening, Consumer<ScreeningEvent> to) {
    return subscribe(account, screening, -1, to);
  }

  /// Tells `to` about one screening, first of what changed after the event at `position`.
  public Subscription<ScreeningEvent> subscribe(
      AccountId account, ScreeningId screening, long position, Consumer<ScreeningEvent> to) {
    var key = new ScreeningChanged(account, screening);
    var subscription =
        new Subscription<ScreeningEvent>(to, threads, PATIENCE, closed -> leave(key, closed));
    // Told while it is found or made, so that nobody takes it away before we have joined.
    var topic = topics.compute(key, (same, known) -> expecting(known == null ? topic(key) : known));
    read(() -> {
      topic.join(subscription, position);
      return topic;
    });
    return subscription;
  }

  @EventListener
  void changed(ScreeningChanged change) {
    if (topics.containsKey(change) || listeners.containsKey(change.account())) {
      beat.strike(change);
    }
  }

  /// Looks at everything somebody waits for, after changes may have been missed.
  void catchUp() {
    topics.keySet().forEach(beat::strike);
    for (AccountId account : listeners.keySet()) {
      recent(account).forEach(screening -> beat.strike(new ScreeningChanged(account, screening)));
    }
  }

  @Override
  public void close() {
    beat.close();
    threads.shutdownNow();
  }

  private void tell(ScreeningChanged change) {
    var all = listeners.getOrDefault(change.account(), Set.of());
    try {
      var topic = topics.computeIfAbsent(change, this::topic);
      if (read(() -> topic.tell(all))) {
        beat.strike(change);
      }
    } catch (RuntimeException e) {
      log.warn("progress cannot be told and is tried again screening={}", change.screening(), e);
      beat.strike(change);
    }
    clear(change);
  }

  private void leave(AccountId account, Subscription<ScreeningEvent> subscription) {
    listeners.computeIfPresent(
        account,
        (same, all) -> {
          all.remove(subscription);
          return all.isEmpty() ? null : all;
        });
  }

  private void leave(ScreeningChanged change, Subscription<ScreeningEvent> subscription) {
    var topic = topics.get(change);
    if (topic != null) {
      topic.leave(subscription);
      clear(change);
    }
  }

  private void clear(ScreeningChanged change) {
    boolean heard = listeners.containsKey(change.account());
    topics.computeIfPresent(change, (same, topic) -> topic.isIdle(heard) ? null : topic);
  }

  private Topic topic(ScreeningChanged change) {
    return new Topic(change.account(), change.screening(), news);
  }

  private static Topic expecting(Topic topic) {
    topic.expect();
    return topic;
  }

  /// Few at a time, so that requests and tasks find a connection.
  private <T> T read(Supplier<T> work) {
    reads.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      reads.release();
    }
  }

  private List<ScreeningId> goingOn(AccountId account) {
    return newest(account, "state in ('CREATED', 'RUNNING', 'PAUSED')");
  }

  /// What is going on, or ended while nobody told us.
  private List<ScreeningId> recent(AccountId account) {
    return newest(account, "(finished_at is null or finished_at > now() - interval '10 minutes')");
  }

  private List<ScreeningId> newest(AccountId account, String condition) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    """
                    select id
                      from screening
                     where account_id = :account and %s
                     order by number desc
                     limit :limit
                    """
                        .formatted(condition))
                .param("account", account.value())
                .param("limit", IN_SNAPSHOT)
                .query((row, number) -> new ScreeningId(Rows.id(row, "id")))
                .list());
  }
}
