package dev.shortlist.screening;

import dev.shortlist.accounts.AccountId;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/// Ranks pools in the background, one after the other. What is scored is kept as it is scored, so a
/// run that ends with its node goes on from there when it is asked for again, on any node.
@Component
public class PoolRuns implements DisposableBean {
  private static final Logger log = LoggerFactory.getLogger(PoolRuns.class);

  private final Pool pool;
  private final ExecutorService one =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("pool").factory());
  private final Set<Run> running = ConcurrentHashMap.newKeySet();

  PoolRuns(Pool pool) {
    this.pool = pool;
  }

  /// Begins to score what is not scored yet; nothing happens when that is going on.
  public void begin(AccountId account, StoredJobDescription asked) {
    var run = new Run(account, asked.id());
    if (running.add(run)) {
      one.execute(() -> {
        try {
          pool.score(account, asked);
        } catch (RuntimeException e) {
          log.error("ranking a pool failed jobDescription={}", asked.id(), e);
        } finally {
          running.remove(run);
        }
      });
    }
  }

  /// Whether a run for this job description waits or goes on, on this node.
  public boolean isRunning(AccountId account, StoredJobDescription asked) {
    return running.contains(new Run(account, asked.id()));
  }

  @Override
  public void destroy() {
    one.shutdownNow();
  }

  private record Run(AccountId account, JobDescriptionId asked) {}
}
