package dev.shortlist.tasks;

import dev.shortlist.database.Tenancy;
import dev.shortlist.database.TestDatabase;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/// The lanes of a node as a process of its own that may be killed.
final class LanesProcess {
  /// A task about this ends the process it runs in.
  static final UUID DEADLY = new UUID(0, 0xDEAD);

  private LanesProcess() {}

  /// Works until it is told to end.
  ///
  /// @param arguments address of the database, name, heartbeat in ms, threads, ms a task takes
  public static void main(String[] arguments) throws InterruptedException {
    var database = TestDatabase.open(arguments[0]);
    var pool = database.pool("process", 8);
    var settings =
        TestLanes.settings(
            Integer.parseInt(arguments[3]),
            Duration.ofMinutes(1),
            Duration.ofMillis(Long.parseLong(arguments[2])),
            Duration.ofSeconds(10));
    var effects =
        new Effects(
            JdbcClient.create(pool),
            new Tenancy(JdbcClient.create(pool), new JdbcTransactionManager(pool)),
            Long.parseLong(arguments[4]));
    var lanes = new TestLanes(database, pool, settings, arguments[1], effects);
    Runtime.getRuntime().addShutdownHook(new Thread(lanes::close));
    lanes.start();
    System.out.println("ready " + lanes.node.name());
    new CountDownLatch(1).await();
  }

  /// Enqueues in a transaction it never commits.
  static final class Enqueuer {
    private Enqueuer() {}

    /// Runs until it is killed.
    ///
    /// @param arguments address of the database, account
    public static void main(String[] arguments) {
      var database = TestDatabase.open(arguments[0]);
      var lanes = new TestLanes(database, database.pool("process", 2), TestLanes.QUICK, "enqueuer");
      lanes.addAndWait(UUID.fromString(arguments[1]));
    }
  }

  /// What each task leaves: 1 more in the counter of its subject, and a counter of its starts.
  record Effects(JdbcClient jdbc, Tenancy tenancy, long millis) implements TaskHandler {
    @Override
    public String name() {
      return Notes.NAME;
    }

    @Override
    public Lane lane() {
      return Lane.CPU;
    }

    @Override
    public Runnable run(TaskId task) throws InterruptedException {
      if (task.subject().equals(DEADLY)) {
        tenancy.inAccount(task.account(), () -> add(task, "starts", 1));
        Runtime.getRuntime().halt(137);
      }
      TimeUnit.MILLISECONDS.sleep(millis);
      return () -> add(task, task.subject().toString(), 1);
    }

    @Override
    public void givenUp(TaskId task, GivenUp why) {
      add(task, task.subject().toString(), -1);
    }

    private void add(TaskId task, String kind, int value) {
      jdbc.sql(
              """
              insert into counter (account_id, kind, last) values (:account, :kind, :value)
                  on conflict (account_id, kind) do update set last = counter.last + :value
              """)
          .param("account", task.account())
          .param("kind", kind)
          .param("value", value)
          .update();
    }
  }
}
