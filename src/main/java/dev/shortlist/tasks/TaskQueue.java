package dev.shortlist.tasks;

import static java.time.ZoneOffset.UTC;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Takes tasks in, in the transaction that is going on: they exist when it commits, and not before.
///
/// The order is start-time fair queueing: an account's tasks are numbered from the number the queue
/// is at, so an account that comes with five is served beside one that came with thousands.
public final class TaskQueue {
  private static final int CHUNK = 1000;

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Map<Lane, SchedulerClient> clients = new EnumMap<>(Lane.class);
  private final Map<Lane, Runnable> wakers = new ConcurrentHashMap<>();

  TaskQueue(DataSource dataSource, Clock clock) {
    this.jdbc = JdbcClient.create(dataSource);
    this.clock = clock;
    for (Lane lane : Lane.values()) {
      clients.put(
          lane,
          SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(dataSource))
              .tableName(lane.table())
              .jdbcCustomization(LaneWorkers.postgres())
              .serializer(new NoData())
              .enablePriority()
              .build());
    }
  }

  /// Enqueues a task for each of `subjects`, in their order.
  ///
  /// @param name name of the [TaskHandler] that will do them
  /// @throws IllegalStateException if no transaction is going on
  public void add(Lane lane, String name, UUID account, UUID batch, Collection<UUID> subjects) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException(
          "tasks are enqueued in the transaction that makes their rows");
    }
    if (subjects.isEmpty()) {
      return;
    }
    int rank = firstRank(lane, account);
    var tasks = new ArrayList<TaskInstance<?>>(CHUNK);
    for (UUID subject : subjects) {
      tasks.add(
          new TaskInstance.Builder<Void>(name, new TaskId(account, batch, subject).toString())
              .priority(-rank)
              .build());
      rank = Math.addExact(rank, 1);
      if (tasks.size() == CHUNK) {
        flush(lane, tasks);
      }
    }
    flush(lane, tasks);
    wakeAfterCommit(lane);
  }

  /// Which of `subjects` have a task of this name, waiting or running.
  public Set<UUID> known(Lane lane, String name, UUID account, UUID batch, List<UUID> subjects) {
    if (subjects.isEmpty()) {
      return Set.of();
    }
    return new HashSet<>(
        jdbc.sql(
                "select task_instance from %s where task_name = :name and task_instance in (:ids)"
                    .formatted(lane.table()))
            .param("name", name)
            .param(
                "ids",
                subjects.stream()
                    .map(subject -> new TaskId(account, batch, subject).toString())
                    .toList())
            .query((row, number) -> TaskId.parse(row.getString(1)).subject())
            .list());
  }

  void whenAdded(Lane lane, Runnable waker) {
    wakers.put(lane, waker);
  }

  private void flush(Lane lane, List<TaskInstance<?>> tasks) {
    if (!tasks.isEmpty()) {
      client(lane).scheduleBatch(List.copyOf(tasks), clock.instant());
      tasks.clear();
    }
  }

  private SchedulerClient client(Lane lane) {
    return Objects.requireNonNull(clients.get(lane));
  }

  /// The rank the queue is at, or the one after the account's last, whichever is later.
  private int firstRank(Lane lane, UUID account) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:key, 0))")
        .param("key", lane.table() + account)
        .query((row, number) -> true)
        .single();
    return jdbc.sql(
            """
            select greatest(
              coalesce((select -priority from %1$s
                         where not picked and execution_time <= :now
                         order by priority desc limit 1), 0),
              coalesce((select 1 - priority from %1$s
                         where account = :account
                         order by priority limit 1), 0))
            """
                .formatted(lane.table()))
        .param("now", clock.instant().atOffset(UTC))
        .param("account", account)
        .query((row, number) -> row.getInt(1))
        .single();
  }

  private void wakeAfterCommit(Lane lane) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            Runnable waker = wakers.get(lane);
            if (waker != null) {
              waker.run();
            }
          }
        });
  }
}
