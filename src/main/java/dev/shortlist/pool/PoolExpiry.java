package dev.shortlist.pool;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.database.Rows;
import dev.shortlist.retention.Expirer;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Forgets rankings of the pool whose time is over.
@Component
class PoolExpiry implements Expirer {
  /// A ranking of the pool is kept as long as a screening for its job description is.
  private static final String OVER =
      """
      delete from pool_ranking k
       using job_description j, account o
       where k.account_id = :account and o.id = k.account_id
         and j.account_id = k.account_id and j.id = k.job_description_id
         and k.finished_at < cast(:now as timestamptz) - make_interval(secs => coalesce(
               (select max(r.kept_days) from job_description r
                 where r.account_id = :account and r.number = j.number) * 86400.0,
               o.kept_days * 86400.0, cast(:standard as bigint)))
      """;

  private final JdbcClient jdbc;

  PoolExpiry(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void expire(AccountId account, Instant now, @Nullable Duration standard) {
    jdbc.sql(OVER)
        .param("account", account.value())
        .param("now", Rows.time(now))
        .param("standard", standard == null ? null : standard.toSeconds(), Types.BIGINT)
        .update();
  }
}
