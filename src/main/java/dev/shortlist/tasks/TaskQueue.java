package dev.shortlist.tasks;

import static java.time.ZoneOffset.UTC;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import dev.shortlist.database.Notices;
import dev.shortlist.tasks.TaskSettings.Queue;
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
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Takes tasks in, in the transaction that is going on: they exist when it commits, and not before.
///
/// The order is start-time fair queueing: an account's tasks are numbered from the number the queue
/// is at, so an account that comes with five is served beside one that came with thousands.
public final class TaskQueue {
  private static final String ADDED = "tasks_added";
  private static final String STOPPED = "tasks_stopped";
  private static final int CHUNK = 1000;
  private static final int WEIGHT = 2;
  private static final int HEAVIEST = 4;
  private static final int FAR = 1 << 29;

  private final JdbcClient jdbc;
  private final Notices notices;
  private final Queue limits;
  private final Clock clock;
  private final Map<Lane, SchedulerClient> clients = new EnumMap<>(Lane.class);
  private final Map<Lane, Runnable> wakers = new ConcurrentHashMap<>();
  private volatile Consumer<UUID> stopper = _ -> {};

  /// @param clock the time of the engine
  TaskQueue(DataSource dataSource, Notices notices, Queue limits, Clock clock) {
    this.jdbc = JdbcClient.create(dataSource);
    this.notices = notices;
    this.limits = limits;
    this.clock = clock;
    notices.listen(ADDED, lane -> wake(Lane.valueOf(lane)), this::wakeAll);
    notices.listen(STOPPED, batch -> stopper.accept(UUID.fromString(batch)), () -> {});
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
    add(lane, name, account, batch, WEIGHT, subjects);
  }

  /// Enqueues a task for each of `subjects`, in their order.
  ///
  /// @param weight 1, 2 or 4: how much the batch counts, between the batches of its account and
  ///   between accounts
  /// @throws IllegalStateException if no transaction is going on
  public void add(
      Lane lane, String name, UUID account, UUID batch, int weight, Collection<UUID> subjects) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException(
          "tasks are enqueued in the transaction that makes their rows");
    }
    if (subjects.isEmpty()) {
      return;
    }
    int step = HEAVIEST / weight;
    int rank = firstRank(lane, account);
    boolean company = hasOthers(lane, account, batch);
    var tasks = new ArrayList<TaskInstance<?>>(CHUNK);
    for (UUID subject : subjects) {
      tasks.add(
          new TaskInstance.Builder<Void>(name, new TaskId(account, batch, subject).toString())
              .priority(-rank)
              .build());
      rank = Math.addExact(rank, step);
      if (tasks.size() == CHUNK) {
        flush(lane, tasks);
      }
    }
    flush(lane, tasks);
    if (weight != WEIGHT) {
      weigh(lane, batch, weight);
    }
    if (company) {
      share(lane, account);
    }
    notices.send(ADDED, lane.name());
    afterCommit(() -> wake(lane));
  }

  /// Makes sure that `tasks` more of the account may wait, in the transaction that is going on, in
  /// which the account's other uploads then wait for this one.
  ///
  /// @throws QueueFull if they may not
  public void requireRoom(Lane lane, UUID account, int tasks) {
    takeTurns(lane, account);
    int ofAccount =
        jdbc.sql(
                "select count(*) from (select from %s where account = :account limit :limit) t"
                    .formatted(lane.table()))
            .param("account", account)
            .param("limit", limits.account())
            .query((row, number) -> row.getInt(1))
            .single();
    if (ofAccount + tasks > limits.account()) {
      throw new QueueFull(QueueFull.Whose.ACCOUNT, limits.account(), limits.retryAfter());
    }
    int ofAll =
        jdbc.sql("select count(*) from (select from %s limit :limit) t".formatted(lane.table()))
            .param("limit", limits.all())
            .query((row, number) -> row.getInt(1))
            .single();
    if (ofAll + tasks > limits.all()) {
      throw new QueueFull(QueueFull.Whose.ALL, limits.all(), limits.retryAfter());
    }
  }

  /// Which subjects of the batch have a task of this name, waiting or running.
  public Set<UUID> known(Lane lane, String name, UUID account, UUID batch) {
    return new HashSet<>(
        jdbc.sql(
                "select task_instance from %s where task_name = :name and batch = :batch and account = :account"
                    .formatted(lane.table()))
            .param("name", name)
            .param("batch", batch)
            .param("account", account)
            .query((row, number) -> TaskId.parse(row.getString(1)).subject())
            .list());
  }

  /// Removes the tasks of the batch that wait, in every lane, in the transaction that is going on;
  /// those that run are left, and those that start just now: a task on its way never keeps the
  /// caller waiting, which may hold what the task needs to end.
  ///
  /// @return how many
  public int withdraw(UUID account, UUID batch) {
    int removed = 0;
    for (Lane lane : Lane.values()) {
      takeTurns(lane, account);
      removed +=
          jdbc.sql(
                  """
                  delete from %1$s
                   where ctid = any (array(
                     select ctid
                       from %1$s
                      where batch = :batch and account = :account and not picked
                        for update skip locked))
                  """
                      .formatted(lane.table()))
              .param("batch", batch)
              .param("account", account)
              .update();
    }
    return removed;
  }

  /// As [#withdraw], and interrupts what runs of the batch, on every node: nobody wants its result.
  public int stop(UUID account, UUID batch) {
    int removed = withdraw(account, batch);
    notices.send(STOPPED, batch.toString());
    afterCommit(() -> stopper.accept(batch));
    return removed;
  }

  /// Subjects whose tasks wait, batch by batch, so that tasks without a row can be found.
  ///
  /// @param after as far as the page before went, absent for the first
  public List<TaskId> waiting(Lane lane, String name, @Nullable TaskId after, int limit) {
    return jdbc.sql(
            """
            select task_instance
              from %s
             where task_name = :name and not picked and task_instance > :after
             order by task_instance
             limit :limit
            """
                .formatted(lane.table()))
        .param("name", name)
        .param("after", after == null ? "" : after.toString())
        .param("limit", limit)
        .query((row, number) -> TaskId.parse(row.getString(1)))
        .list();
  }

  /// Removes a task that waits; false if it does not, or starts just now.
  public boolean remove(Lane lane, String name, TaskId task) {
    takeTurns(lane, task.account());
    return jdbc.sql(
                """
                delete from %1$s
                 where ctid = any (array(
                   select ctid
                     from %1$s
                    where task_name = :name and task_instance = :task and not picked
                      for update skip locked))
                """
                    .formatted(lane.table()))
            .param("name", name)
            .param("task", task.toString())
            .update()
        == 1;
  }

  private boolean hasOthers(Lane lane, UUID account, UUID batch) {
    return jdbc.sql(
            """
            select exists (
              select from %s where account = :account and batch <> :batch and not picked)
            """
                .formatted(lane.table()))
        .param("account", account)
        .param("batch", batch)
        .query((row, number) -> row.getBoolean(1))
        .single();
  }

  private void weigh(Lane lane, UUID batch, int weight) {
    jdbc.sql(
            """
            update %1$s
               set weight = :weight
             where ctid = any (array(
               select ctid from %1$s where batch = :batch and not picked for update skip locked))
            """
                .formatted(lane.table()))
        .param("weight", weight)
        .param("batch", batch)
        .update();
  }

  /// Gives the ranks the account has to its batches by weight, in turns. For other accounts that
  /// changes nothing.
  private void share(Lane lane, UUID account) {
    jdbc.sql(
            """
            with waiting as materialized (
              select task_name, task_instance, batch, weight, priority
                from %1$s
               where account = :account and not picked
                 for update skip locked),
            turns as (
              select task_name, task_instance, batch, weight, priority,
                     row_number() over (
                       partition by batch order by priority desc, task_instance) as turn
                from waiting),
            ranks as (
              select task_name, task_instance, priority,
                     row_number() over (order by priority desc, task_instance) as had,
                     row_number() over (
                       order by turn::float8 / weight, priority desc, task_instance) as gets
                from turns)
            update %1$s t
               set priority = given.priority
              from ranks r
              join ranks given on given.had = r.gets
             where t.task_name = r.task_name and t.task_instance = r.task_instance
               and t.priority <> given.priority
            """
                .formatted(lane.table()))
        .param("account", account)
        .update();
  }

  void whenAdded(Lane lane, Runnable waker) {
    wakers.put(lane, waker);
  }

  void whenStopped(Consumer<UUID> stopper) {
    this.stopper = stopper;
  }

  /// Ranks only rise while a lane is never empty: long before they reach their end they are taken
  /// back by as much as the first one is away from the start, in the transaction that is going on.
  void takeRanksBack(Lane lane) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:lane, 0))") // nobody adds meanwhile
        .param("lane", lane.table())
        .query((row, number) -> true)
        .single();
    jdbc.sql(
            """
            update %1$s
               set priority = priority - (select max(priority) from %1$s)
             where (select min(priority) from %1$s) < :far
            """
                .formatted(lane.table()))
        .param("far", -FAR)
        .update();
  }

  private void wakeAll() {
    wakers.values().forEach(Runnable::run);
  }

  private void wake(Lane lane) {
    var waker = wakers.get(lane);
    if (waker != null) {
      waker.run();
    }
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
    takeTurns(lane, account);
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

  /// The account's transactions that add or remove tasks of the lane go one after the other: each
  /// holds many rows, and they would wait for each other in a circle.
  private void takeTurns(Lane lane, UUID account) {
    jdbc.sql(
            """
            select pg_advisory_xact_lock_shared(hashtextextended(:lane, 0)),
                   pg_advisory_xact_lock(hashtextextended(:key, 0))
            """)
        .param("lane", lane.table())
        .param("key", lane.table() + account)
        .query((row, number) -> true)
        .single();
  }

  private static void afterCommit(Runnable work) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            work.run();
          }
        });
  }
}
