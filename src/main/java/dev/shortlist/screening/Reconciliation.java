package dev.shortlist.screening;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.Accounts;
import dev.shortlist.database.Rows;
import dev.shortlist.database.Tenancy;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The net under everything: what is to be done and has no task gets one, and what is done is
/// closed.
@Component
class Reconciliation {
  private static final Logger log = LoggerFactory.getLogger(Reconciliation.class);

  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final Accounts accounts;
  private final States states;
  private final Backlog backlog;
  private final Closing closing;

  Reconciliation(
      JdbcClient jdbc,
      Tenancy tenancy,
      Accounts accounts,
      States states,
      Backlog backlog,
      Closing closing) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
    this.accounts = accounts;
    this.states = states;
    this.backlog = backlog;
    this.closing = closing;
  }

  void run() {
    for (AccountId account : accounts.list()) {
      for (ScreeningId screening : running(account)) {
        enqueueForgotten(account, screening);
        closing.closeIfDone(account, screening);
      }
    }
  }

  private List<ScreeningId> running(AccountId account) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql("select id from screening where account_id = :account and state = 'RUNNING'")
                .param("account", account.value())
                .query((row, number) -> new ScreeningId(Rows.id(row, "id")))
                .list());
  }

  private void enqueueForgotten(AccountId account, ScreeningId screening) {
    tenancy.inAccount(
        account.value(),
        () -> {
          if (states.hold(account, screening) == Screening.State.RUNNING) {
            int forgotten = backlog.complete(account, screening);
            if (forgotten > 0) {
              log.warn(
                  "applications without task enqueued screening={} count={}", screening, forgotten);
            }
          }
        });
  }
}
