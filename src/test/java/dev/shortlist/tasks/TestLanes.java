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
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/// The lanes of one node, on a test database.
final class TestLanes implements AutoCloseable {
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
    jdbc = JdbcClient.create(dataSource);
    tenancy = new Tenancy(jdbc, new JdbcTransactionManager(dataSource));
    database = test.open();
    connections = database.pool("tasks", 4);
    notices = test.notices(database);
    var roles = new NodeSettings(Set.of(NodeRole.WORKER), "test");
    nodeConnection = database.pool("node", 1);
    node = new Node(nodeConnection, roles, settings.heartbeat());
    queue = new TaskQueue(dataSource, notices, settings.queue(), node.clock());
    engine = new Engine(jdbc, node.name());
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
    return new TaskSettings(
        new TaskSettings.Cpu(threads, limit),
        new TaskSettings.Llm(threads, limit),
        new TaskSettings.Sys(1, limit),
        new TaskSettings.Queue(100_000, 100_000, Duration.ofSeconds(30)),
        Duration.ofMillis(50),
        Duration.ofSeconds(1),
        3,
        Duration.ofMillis(10),
        Duration.ofMillis(40),
        Duration.ofSeconds(1),
        4);
  }

  void start() {
    lanes.start();
  }

  void stop() {
    lanes.stop();
  }

  /// Enqueues a task for each subject.
  void add(UUID account, Collection<UUID> subjects) {
    tenancy.inAccount(account, () -> queue.add(Lane.CPU, Notes.NAME, account, account, subjects));
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
