package dev.shortlist.screening;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.database.Rows;
import dev.shortlist.database.Tenancy;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Completes a screening when its last application is through.
@Component
class Closing {
  private static final Logger log = LoggerFactory.getLogger(Closing.class);

  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final Clock clock;

  Closing(JdbcClient jdbc, Tenancy tenancy, Clock clock) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
    this.clock = clock;
  }

  /// In a transaction of its own, so that of two applications that end together one sees both.
  void closeIfDone(AccountId account, ScreeningId screening) {
    int closed =
        tenancy.inAccount(
            account.value(),
            () ->
                jdbc.sql(
                        """
                        update screening s
                           set state = 'COMPLETED', finished_at = :now
                         where account_id = :account and id = :screening and state = 'RUNNING'
                           and not exists (
                             select from application a
                              where a.account_id = :account and a.screening_id = :screening
                                and a.stage in ('QUEUED', 'EXTRACTING', 'PROFILING', 'MATCHING'))
                        """)
                    .param("now", Rows.time(clock.instant()))
                    .param("account", account.value())
                    .param("screening", screening.value())
                    .update());
    if (closed == 1) {
      log.info("screening completed screening={}", screening);
    }
  }
}
