package dev.shortlist.pool;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.database.Notices;
import dev.shortlist.live.Beat;
import dev.shortlist.live.Subscription;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Tells those who want to know how rankings of the pool come along, on every node: first how one
/// stands, then twice a second at most while it changes, and always how it ended.
@Component
public class PoolFeed implements AutoCloseable {
  private static final String CHANNEL = "shortlist_pool";
  private static final Duration INTERVAL = Duration.ofMillis(500);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Logger log = LoggerFactory.getLogger(PoolFeed.class);

  private final PoolRankings rankings;
  private final Notices notices;
  private final Map<PoolChanged, Set<Subscription<PoolRanking>>> listeners =
      new ConcurrentHashMap<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Beat<PoolChanged> here = new Beat<>(INTERVAL, threads, this::tell);
  private final Beat<PoolChanged> elsewhere = new Beat<>(INTERVAL, threads, this::send);

  PoolFeed(PoolRankings rankings, Notices notices) {
    this.rankings = rankings;
    this.notices = notices;
    notices.listen(
        CHANNEL, message -> heard(parse(message)), () -> listeners.keySet().forEach(this::heard));
  }

  /// Tells `to` about the ranking for a job description, from now on.
  ///
  /// @param number of the job description
  public Subscription<PoolRanking> subscribe(
      AccountId account, int number, Consumer<PoolRanking> to) {
    var key = new PoolChanged(account, number);
    var subscription =
        new Subscription<PoolRanking>(to, threads, PATIENCE, closed -> leave(key, closed));
    listeners.compute(
        key,
        (same, known) -> {
          var all =
              known == null ? ConcurrentHashMap.<Subscription<PoolRanking>>newKeySet() : known;
          all.add(subscription);
          return all;
        });
    here.strike(key);
    return subscription;
  }

  @EventListener
  void changed(PoolChanged change) {
    heard(change);
    elsewhere.strike(change);
  }

  @Override
  public void close() {
    here.close();
    elsewhere.close();
    threads.shutdownNow();
  }

  private void heard(PoolChanged change) {
    if (listeners.containsKey(change)) {
      here.strike(change);
    }
  }

  private void tell(PoolChanged change) {
    var all = listeners.getOrDefault(change, Set.of());
    try {
      rankings
          .find(change.account(), change.number())
          .ifPresent(ranking -> all.forEach(one -> one.offer(ranking)));
    } catch (DataAccessException | TransactionException e) {
      log.warn("a ranking cannot be told and is tried again number={}", change.number(), e);
      here.strike(change);
    }
  }

  private void send(PoolChanged change) {
    try {
      notices.send(CHANNEL, "%s/%d".formatted(change.account(), change.number()));
    } catch (DataAccessException e) {
      log.warn("the other nodes were not told of a ranking number={}", change.number(), e);
    }
  }

  private void leave(PoolChanged change, Subscription<PoolRanking> subscription) {
    listeners.computeIfPresent(
        change,
        (same, all) -> {
          all.remove(subscription);
          return all.isEmpty() ? null : all;
        });
  }

  private static PoolChanged parse(String message) {
    String[] words = message.split("/", 2);
    return new PoolChanged(new AccountId(UUID.fromString(words[0])), Integer.parseInt(words[1]));
  }
}
