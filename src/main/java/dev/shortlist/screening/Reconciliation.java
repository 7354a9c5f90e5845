package dev.shortlist.screening;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.Accounts;
import dev.shortlist.database.Rows;
import dev.shortlist.database.Tenancy;
import dev.shortlist.tasks.Lane;
import dev.shortlist.tasks.TaskId;
import dev.shortlist.tasks.TaskQueue;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The net under everything: what is to be done and has no task gets one, and what is done is
/// closed.
@Component
class Reconciliation {
  private static final int PAGE = 1000;
  private static final Logger log = LoggerFactory.getLogger(Reconciliation.class);

  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final Accounts accounts;
  private final TaskQueue queue;
  private final States states;
  private final Backlog backlog;
  private final Closing closing;

  Reconciliation(
      JdbcClient jdbc,
      Tenancy tenancy,
      Accounts accounts,
      TaskQueue queue,
      States states,
      Backlog backlog,
      Closing closing) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
    this.accounts = accounts;
    this.queue = queue;
    this.states = states;
    this.backlog = backlog;
    this.closing = closing;
  }

  /// Says how many applications had no task: none, unless something broke.
  int run() {
    removeUseless();
    int forgotten = 0;
    for (AccountId account : accounts.list()) {
      for (ScreeningId screening : begun(account)) {
        forgotten += enqueueForgotten(account, screening);
        tidy(account, screening);
        closing.closeIfDone(account, screening);
      }
    }
    return forgotten;
  }

  /// Tasks that no application waits for: of one that is through or gone, or of a screening that
  /// does not run.
  private void removeUseless() {
    TaskId last = null;
    List<TaskId> page;
    do {
      page = queue.waiting(Lane.CPU, Pipeline.NAME, last, PAGE);
      page.stream()
          .collect(Collectors.groupingBy(task -> new Batch(task.account(), task.batch())))
          .forEach(this::removeUseless);
      last = page.isEmpty() ? null : page.getLast();
    } while (page.size() == PAGE);
  }

  private void removeUseless(Batch batch, List<TaskId> tasks) {
    tenancy.inAccount(
        batch.account(),
        () -> {
          var wanted = Set.copyOf(wanted(batch));
          long removed =
              tasks.stream()
                  .filter(task -> !wanted.contains(task.subject()))
                  // one that ended since the look is not there any more
                  .filter(task -> queue.remove(Lane.CPU, Pipeline.NAME, task))
                  .count();
          if (removed > 0) {
            log.warn(
                "tasks without application removed screening={} count={}",
                batch.screening(),
                removed);
          }
        });
  }

  /// Holds the screening, so that nothing is added between the look and the removal.
  private List<UUID> wanted(Batch batch) {
    boolean runs =
        jdbc.sql(
                "select state from screening where account_id = :account and id = :screening for no key update")
            .param("account", batch.account())
            .param("screening", batch.screening())
            .query((row, number) -> row.getString(1).equals("RUNNING"))
            .optional()
            .orElse(false);
    if (!runs) {
      return List.of();
    }
    return jdbc.sql(
            """
            select id
              from application
             where account_id = :account and screening_id = :screening
               and stage in ('QUEUED', 'EXTRACTING', 'PROFILING', 'MATCHING')
            """)
        .param("account", batch.account())
        .param("screening", batch.screening())
        .query((row, number) -> Rows.id(row, "id"))
        .list();
  }

  private record Batch(UUID account, UUID screening) {}

  /// Those that are not over: a paused one may have come to its end.
  private List<ScreeningId> begun(AccountId account) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    """
                    select id
                      from screening
                     where account_id = :account and state in ('RUNNING', 'PAUSED')
                    """)
                .param("account", account.value())
                .query((row, number) -> new ScreeningId(Rows.id(row, "id")))
                .list());
  }

  private int enqueueForgotten(AccountId account, ScreeningId screening) {
    return tenancy.inAccount(
        account.value(),
        () -> {
          if (states.hold(account, screening) != Screening.State.RUNNING) {
            return 0;
          }
          int forgotten = backlog.complete(account, screening);
          if (forgotten > 0) {
            log.warn(
                "applications without task enqueued screening={} count={}", screening, forgotten);
          }
          return forgotten;
        });
  }

  /// Looks whether the applications are counted as they are.
  private void tidy(AccountId account, ScreeningId screening) {
    tenancy.inAccount(
        account.value(),
        () -> {
          var tally = new Tally(jdbc, account, screening);
          tally.fold();
          int wrong = tally.correct();
          if (wrong > 0) {
            log.error(
                "counts were wrong and are set right screening={} stages={}", screening, wrong);
          }
        });
  }
}
