package dev.shortlist.tasks;

import dev.shortlist.database.TestDatabase;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A handler whose results can be counted: each adds 1 to the counter of its subject.
class Notes implements TaskHandler {
  static final String NAME = "note";

  final List<UUID> started = new CopyOnWriteArrayList<>();
  final List<GivenUp> givenUp = new CopyOnWriteArrayList<>();
  private final TestDatabase database;
  private final Work work;

  private final JdbcClient jdbc;
  private final Lane lane;

  Notes(TestDatabase database, Work work) {
    this(database, Lane.CPU, work);
  }

  Notes(TestDatabase database, Lane lane, Work work) {
    this(database, database.dataSource(), lane, work);
  }

  /// @param dataSource what the results are written through
  Notes(TestDatabase database, DataSource dataSource, Lane lane, Work work) {
    this.database = database;
    this.jdbc = JdbcClient.create(dataSource);
    this.lane = lane;
    this.work = work;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Lane lane() {
    return lane;
  }

  @Override
  public Runnable run(TaskId task) throws Exception {
    started.add(task.subject());
    work.on(task);
    return () -> note(task, 1);
  }

  @Override
  public void givenUp(TaskId task, GivenUp why) {
    givenUp.add(why);
    note(task, -1);
  }

  /// What was written for `subject`: 1 for one result, -1 for given up.
  int noted(UUID account, UUID subject) {
    return database.inAccount(
        account,
        jdbc ->
            jdbc.sql("select last from counter where account_id = :account and kind = :kind")
                .param("account", account)
                .param("kind", subject.toString())
                .query((row, number) -> row.getInt(1))
                .optional()
                .orElse(0));
  }

  private void note(TaskId task, int value) {
    jdbc.sql(
            """
            insert into counter (account_id, kind, last) values (:account, :kind, :value)
                on conflict (account_id, kind) do update set last = counter.last + :value
            """)
        .param("account", task.account())
        .param("kind", task.subject().toString())
        .param("value", value)
        .update();
  }

  interface Work {
    void on(TaskId task) throws Exception;
  }
}
