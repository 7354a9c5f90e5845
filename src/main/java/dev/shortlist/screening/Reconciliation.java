package dev.shortlist.screening;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.Accounts;
import dev.shortlist.database.Rows;
import dev.shortlist.database.Tenancy;
import dev.shortlist.tasks.Lane;
import dev.shortlist.tasks.TaskQueue;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The net under everything: what is to be done and has no task gets one, and what is done is
/// closed.
@Component
class Reconciliation {
  private static final Duration OLD_ENOUGH = Duration.ofMinutes(1);
  private static final int AT_ONCE = 1000;
  private static final Logger log = LoggerFactory.getLogger(Reconciliation.class);

  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final Accounts accounts;
  private final TaskQueue queue;
  private final Closing closing;
  private final Clock clock;

  Reconciliation(
      JdbcClient jdbc,
      Tenancy tenancy,
      Accounts accounts,
      TaskQueue queue,
      Closing closing,
      Clock clock) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
    this.accounts = accounts;
    this.queue = queue;
    this.closing = closing;
    this.clock = clock;
  }

  void run() {
    for (AccountId account : accounts.list()) {
      for (UUID screening : running(account)) {
        enqueueForgotten(account, screening);
        closing.closeIfDone(account, new ScreeningId(screening));
      }
    }
  }

  private List<UUID> running(AccountId account) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql("select id from screening where account_id = :account and state = 'RUNNING'")
                .param("account", account.value())
                .query((row, number) -> Rows.id(row, "id"))
                .list());
  }

  private void enqueueForgotten(AccountId account, UUID screening) {
    tenancy.inAccount(
        account.value(),
        () -> {
          List<UUID> open =
              jdbc.sql(
                      """
                      select id
                        from application
                       where account_id = :account and screening_id = :screening
                         and stage in ('QUEUED', 'EXTRACTING', 'PROFILING', 'MATCHING')
                         and created_at < :old
                       order by id
                       limit :limit
                      """)
                  .param("account", account.value())
                  .param("screening", screening)
                  .param("old", Rows.time(clock.instant().minus(OLD_ENOUGH)))
                  .param("limit", AT_ONCE)
                  .query((row, number) -> Rows.id(row, "id"))
                  .list();
          var known = queue.known(Lane.CPU, Pipeline.NAME, account.value(), screening, open);
          var forgotten = open.stream().filter(id -> !known.contains(id)).toList();
          if (!forgotten.isEmpty()) {
            log.warn(
                "applications without task enqueued screening={} count={}",
                screening,
                forgotten.size());
            queue.add(Lane.CPU, Pipeline.NAME, account.value(), screening, forgotten);
          }
        });
  }
}
