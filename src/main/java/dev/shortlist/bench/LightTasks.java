package dev.shortlist.bench;

import dev.shortlist.database.Tenancy;
import dev.shortlist.tasks.GivenUp;
import dev.shortlist.tasks.Lane;
import dev.shortlist.tasks.TaskHandler;
import dev.shortlist.tasks.TaskId;
import dev.shortlist.tasks.TaskQueue;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Tasks that do nothing but write one row as their result: what the engine itself costs.
@Component
@ConditionalOnBooleanProperty("shortlist.bench")
class LightTasks implements TaskHandler {
  static final Lane LANE = Lane.LLM; // whose threads the measurement sets
  private static final String NAME = "light";

  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final Map<UUID, Long> started = new ConcurrentHashMap<>();
  private final AtomicInteger written = new AtomicInteger();

  LightTasks(JdbcClient jdbc, Tenancy tenancy) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Lane lane() {
    return LANE;
  }

  @Override
  public Runnable run(TaskId task) {
    started.put(task.subject(), System.nanoTime());
    return () -> {
      jdbc.sql("insert into counter (account_id, kind, last) values (:account, :kind, 1)")
          .param("account", task.account())
          .param("kind", task.subject().toString())
          .update();
      written.incrementAndGet();
    };
  }

  @Override
  public void givenUp(TaskId task, GivenUp why) {
    throw new IllegalStateException("a light task failed: " + why);
  }

  /// Enqueues a task for each of `subjects` in one transaction.
  void add(TaskQueue queue, UUID account, Collection<UUID> subjects) {
    tenancy.inAccount(account, () -> queue.add(LANE, NAME, account, account, subjects));
  }

  /// When the task began, from [System#nanoTime].
  long startOf(UUID subject) {
    return started.getOrDefault(subject, Long.MAX_VALUE);
  }

  boolean hasStarted(UUID subject) {
    return started.containsKey(subject);
  }

  /// Results in the transactions that ran; one that was rolled back may be counted too.
  int written() {
    return written.get();
  }

  /// Results in the database.
  int kept(UUID account) {
    return tenancy.inAccount(
        account,
        () ->
            jdbc.sql(
                    "select count(*) from counter where account_id = :account and length(kind) = 36")
                .param("account", account)
                .query((row, number) -> row.getInt(1))
                .single());
  }
}
