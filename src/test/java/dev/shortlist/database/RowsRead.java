package dev.shortlist.database;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Counts the rows of some tables that statements look at, whether or not they are of use.
public record RowsRead(JdbcClient jdbc, Tenancy tenancy, List<String> tables) {
  public RowsRead {
    tables = List.copyOf(tables);
  }

  /// Rows looked at by `work`, in one transaction of the account.
  public long by(UUID account, Runnable work) {
    return tenancy.inAccount(
        account,
        () -> {
          long before = soFar();
          work.run();
          return soFar() - before;
        });
  }

  /// Of what the connection has not reported yet.
  private long soFar() {
    return jdbc.sql(
            """
            select coalesce(sum(seq_tup_read + coalesce(idx_tup_fetch, 0)), 0)
              from pg_stat_xact_user_tables
             where relname = any(:tables)
            """)
        .param("tables", tables.toArray(String[]::new))
        .query(Long.class)
        .single();
  }
}
