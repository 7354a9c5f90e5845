package dev.shortlist.screening;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.database.Rows;
import dev.shortlist.tasks.Lane;
import dev.shortlist.tasks.TaskQueue;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The tasks of a screening, in the transaction that is going on and that holds the screening.
@Component
class Backlog {
  private final JdbcClient jdbc;
  private final TaskQueue queue;

  Backlog(JdbcClient jdbc, TaskQueue queue) {
    this.jdbc = jdbc;
    this.queue = queue;
  }

  /// Enqueues applications, in their order, with the weight of the screening.
  void add(AccountId account, ScreeningId screening, Collection<UUID> applications) {
    queue.add(
        Lane.CPU,
        Pipeline.NAME,
        account.value(),
        screening.value(),
        priority(account, screening).weight(),
        applications);
  }

  /// @throws dev.shortlist.tasks.QueueFull if `applications` more of the account may not wait
  void requireRoom(AccountId account, int applications) {
    queue.requireRoom(Lane.CPU, account.value(), applications);
  }

  /// Takes all tasks that wait back, and interrupts those that run.
  void stop(AccountId account, ScreeningId screening) {
    queue.stop(account.value(), screening.value());
  }

  /// Takes all tasks that wait back; what runs goes on.
  int withdraw(AccountId account, ScreeningId screening) {
    return queue.withdraw(account.value(), screening.value());
  }

  /// Enqueues what is to be done and has no task.
  ///
  /// @return number of tasks made
  int complete(AccountId account, ScreeningId screening) {
    // In this order: what ends between the two looks is not open any more in the second.
    var known = queue.known(Lane.CPU, Pipeline.NAME, account.value(), screening.value());
    List<UUID> open = open(account, screening);
    var missing = open.stream().filter(application -> !known.contains(application)).toList();
    add(account, screening, missing);
    return missing.size();
  }

  private List<UUID> open(AccountId account, ScreeningId screening) {
    return jdbc.sql(
            """
            select id
              from application
             where account_id = :account and screening_id = :screening
               and stage in ('QUEUED', 'EXTRACTING', 'PROFILING', 'MATCHING')
             order by id
            """)
        .param("account", account.value())
        .param("screening", screening.value())
        .query((row, number) -> Rows.id(row, "id"))
        .list();
  }

  private Priority priority(AccountId account, ScreeningId screening) {
    return jdbc.sql(
            "select priority from screening where account_id = :account and id = :screening")
        .param("account", account.value())
        .param("screening", screening.value())
        .query((row, number) -> Priority.valueOf(row.getString(1)))
        .single();
  }
}
