package dev.shortlist.feed;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.database.Tenancy;
import dev.shortlist.screening.Application;
import dev.shortlist.screening.Applications;
import dev.shortlist.screening.Progress;
import dev.shortlist.screening.Screening;
import dev.shortlist.screening.ScreeningId;
import dev.shortlist.screening.Screenings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads how a screening stands and which of its applications changed.
@Component
class News {
  private static final String CHANGES =
      """
      select %1$s, a.change,
             pg_snapshot_xmin(s.snapshot)::text::bigint as oldest_open,
             pg_snapshot_xmax(s.snapshot)::text::bigint as next_to_come
        from (select pg_current_snapshot() as snapshot) s
        left join lateral (
          select %1$s, a.number, a.change
            from application a
           where a.account_id = :account and a.screening_id = :screening and a.change > :after
           order by a.change %2$s
           limit :limit) a on true
       order by a.change
      """;

  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final Screenings screenings;

  News(JdbcClient jdbc, Tenancy tenancy, Screenings screenings) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
    this.screenings = screenings;
  }

  /// The first `limit` changes after the one numbered `after`; nothing if there is no such
  /// screening.
  Optional<Report> after(AccountId account, ScreeningId screening, long after, int limit) {
    return report(account, screening, CHANGES.formatted(Applications.COLUMNS, ""), after, limit);
  }

  /// The last `limit` changes; nothing if there is no such screening.
  Optional<Report> latest(AccountId account, ScreeningId screening, int limit) {
    return report(account, screening, CHANGES.formatted(Applications.COLUMNS, "desc"), -1, limit);
  }

  private Optional<Report> report(
      AccountId account, ScreeningId screening, String sql, long after, int limit) {
    return tenancy.inAccount(
        account.value(),
        () -> {
          var changes = new Changes();
          jdbc.sql(sql)
              .param("account", account.value())
              .param("screening", screening.value())
              .param("after", after)
              .param("limit", limit)
              .query(changes::add);
          // Read after the changes, so that what they make is counted.
          return screenings
              .find(account, screening)
              .map(found ->
                  new Report(
                      found,
                      screenings.progress(account, screening),
                      changes.list,
                      changes.oldestOpen,
                      changes.nextToCome));
        });
  }

  /// @param changes in their order
  /// @param oldestOpen number of the oldest transaction that was going on
  /// @param nextToCome number of the first transaction that had not begun
  record Report(
      Screening screening,
      Progress progress,
      List<Change> changes,
      long oldestOpen,
      long nextToCome) {}

  /// @param number numbers rise with the time of the change, but not with that of the commit
  record Change(long number, Application application) {}

  private static final class Changes {
    private final List<Change> list = new ArrayList<>();
    private long oldestOpen;
    private long nextToCome;

    void add(ResultSet row) throws SQLException {
      oldestOpen = row.getLong("oldest_open");
      nextToCome = row.getLong("next_to_come");
      if (row.getString("id") != null) {
        list.add(new Change(row.getLong("change"), Applications.application(row)));
      }
    }
  }
}
