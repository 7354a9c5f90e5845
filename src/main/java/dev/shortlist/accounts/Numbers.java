package dev.shortlist.accounts;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Gives out the small numbers an account calls its things by: 1, 2, 3, without a gap.
@Component
public class Numbers {
  private final JdbcClient jdbc;

  public Numbers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The next number, in the transaction that makes its row.
  public int next(AccountId account, String kind) {
    return jdbc.sql(
            """
            insert into counter (account_id, kind, last) values (:account, :kind, 1)
                on conflict (account_id, kind) do update set last = counter.last + 1
            returning last
            """)
        .param("account", account.value())
        .param("kind", kind)
        .query((row, number) -> row.getInt(1))
        .single();
  }
}
