package dev.shortlist.tasks;

import com.zaxxer.hikari.HikariDataSource;
import dev.shortlist.database.Database;
import dev.shortlist.database.Notices;
import dev.shortlist.database.Tenancy;
import dev.shortlist.database.TestDatabase;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/// The lanes of one node, on a test database.
final class TestLanes implements AutoCloseable {
  private static final TaskSettings.Queue STANDARD =
      new TaskSettings.Queue(100_000, 100_000, Duration.ofSeconds(30));
  static final TaskSettings QUICK = quick(2, Duration.ofSeconds(30));

  final TaskQueue queue;
  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final Database database;
  private final HikariDataSource connections;
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private final HikariDataSource nodeConnection;
  private final Notices notices;
  private final Lanes lanes;
  final Engine engine;
  final Node node;

  TestLanes(TestDatabase test, TaskSettings settings, TaskHandler... handlers) {
    this(test, test.dataSource(), settings, handlers);
  }

  /// @param dataSource what tasks are enqueued and finished through
  TestLanes(
      TestDatabase test, DataSource dataSource, TaskSettings settings, TaskHandler... handlers) {
    this(test.open(), dataSource, settings, "test", handlers);
  }

  /// @param name name of the node
  TestLanes(
      Database database,
      DataSource dataSource,
      TaskSettings settings,
      String name,
      TaskHandler... handlers) {
    this.database = database;
    jdbc = JdbcClient.create(dataSource);
    tenancy = new Tenancy(jdbc, new JdbcTransactionManager(dataSource));
    connections = database.pool("tasks", 3);
    notices = TestDatabase.notices(database, jdbc);
    var roles = new NodeSettings(Set.of(NodeRole.WORKER), name);
    nodeConnection = database.pool("node", 1);
    node = new Node(nodeConnection, roles, settings.heartbeat());
    queue = new TaskQueue(dataSource, notices, settings.queue(), node.clock());
    engine = new Engine(jdbc, node.name(), node.clock());
    lanes =
        new TaskConfiguration()
            .lanes(
                queue,
                List.of(handlers),
                List.of(),
                database,
                connections,
                jdbc,
                tenancy,
                timer,
                settings,
                roles,
                node);
    notices.start();
  }

  static TaskSettings quick(int threads, Duration limit) {
    return settings(threads, limit, Duration.ofSeconds(1), Duration.ofSeconds(1));
  }

  static TaskSettings settings(int threads, Duration limit, Duration heartbeat, Duration shutdown) {
    return settings(threads, limit, heartbeat, shutdown, STANDARD, Duration.ofMillis(50));
  }

  static TaskSettings limited(TaskSettings.Queue queue) {
    var second = Duration.ofSeconds(1);
    return settings(1, second, second, second, queue, second);
  }

  /// With so long between two looks for work.
  static TaskSettings polling(Duration poll) {
    var second = Duration.ofSeconds(1);
    return settings(2, Duration.ofSeconds(30), second, second, STANDARD, poll);
  }

  private static TaskSettings settings(
      int threads,
      Duration limit,
      Duration heartbeat,
      Duration shutdown,
      TaskSettings.Queue queue,
      Duration poll) {
    return new TaskSettings(
        new TaskSettings.Cpu(threads, limit),
        new TaskSettings.Llm(threads, limit),
        new TaskSettings.Sys(1, limit),
        queue,
        poll,
        heartbeat,
        3,
        Duration.ofMillis(10),
        Duration.ofMillis(40),
        shutdown,
        3);
  }

  void start() {
    lanes.start();
  }

  void stop() {
    lanes.stop();
  }

  /// Enqueues a task for each subject.
  void add(UUID account, Collection<UUID> subjects) {
    add(Lane.CPU, account, subjects);
  }

  void add(Lane lane, UUID account, Collection<UUID> subjects) {
    tenancy.inAccount(account, () -> queue.add(lane, Notes.NAME, account, account, subjects));
  }

  /// Enqueues a thousand tasks in a transaction that stays open.
  void addAndWait(UUID account) {
    tenancy.inAccount(
        account,
        () -> {
          var subjects = Stream.generate(UUID::randomUUID).limit(1000).toList();
          queue.add(Lane.CPU, Notes.NAME, account, account, subjects);
          System.out.println("ready");
          LockSupport.park();
        });
  }

  int waiting() {
    return jdbc.sql("select count(*) from task_cpu").query((row, n) -> row.getInt(1)).single();
  }

  @Override
  public void close() {
    lanes.stop();
    notices.stop();
    timer.shutdownNow();
    connections.close();
    node.close();
    nodeConnection.close();
    database.close();
  }
}
