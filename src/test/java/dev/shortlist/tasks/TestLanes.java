package dev.shortlist.tasks;

import com.zaxxer.hikari.HikariDataSource;
import dev.shortlist.database.Database;
import dev.shortlist.database.Tenancy;
import dev.shortlist.database.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The lanes of one node, on a test database.
final class TestLanes implements AutoCloseable {
  static final TaskSettings QUICK = quick(2, Duration.ofSeconds(30));

  final TaskQueue queue;
  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final Database database;
  private final HikariDataSource connections;
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private final Lanes lanes;

  TestLanes(TestDatabase test, TaskSettings settings, TaskHandler handler) {
    var clock = Clock.systemUTC();
    jdbc = test.jdbc();
    tenancy = test.tenancy();
    database = test.open();
    connections = database.pool("tasks", 4);
    queue = new TaskQueue(test.dataSource(), clock);
    lanes =
        new TaskConfiguration()
            .lanes(
                queue,
                List.of(handler),
                List.of(),
                database,
                connections,
                jdbc,
                tenancy,
                timer,
                settings,
                clock);
  }

  static TaskSettings quick(int threads, Duration limit) {
    return new TaskSettings(
        new TaskSettings.Cpu(threads, limit),
        new TaskSettings.Llm(threads, limit),
        new TaskSettings.Sys(1, limit),
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
    timer.shutdownNow();
    connections.close();
    database.close();
  }
}
