package dev.shortlist.screening;

import dev.shortlist.accounts.AccountId;
import java.sql.Array;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/// How many applications of a screening are in each stage, as the database keeps it up with every
/// change, in the transaction that is going on.
///
/// Every connection adds to rows of its own; those of connections that ended are put together now
/// and then.
record Tally(JdbcClient jdbc, AccountId account, ScreeningId screening) {

  Counted read() {
    var rows =
        select(
                """
                select stage, sum(count) as count, max(change) as change,
                       array(select unnest(t.finished)
                               from tally t
                              where t.account_id = :account and t.screening_id = :screening
                                and t.stage = s.stage
                              order by 1 desc
                              limit :sample) as finished
                  from tally s
                 where account_id = :account and screening_id = :screening
                 group by stage
                """)
            .param("sample", Pace.SAMPLE)
            .query((row, number) ->
                new Row(
                    Stage.valueOf(row.getString("stage")),
                    row.getInt("count"),
                    row.getLong("change"),
                    instants(row.getArray("finished"))))
            .list();
    var stages = new EnumMap<Stage, Integer>(Stage.class);
    rows.forEach(row -> stages.put(row.stage(), row.count()));
    return new Counted(
        stages,
        rows.stream().mapToLong(Row::change).max().orElse(0),
        rows.stream()
            .flatMap(row -> row.finished().stream())
            .sorted(Comparator.reverseOrder())
            .limit(Pace.SAMPLE)
            .toList());
  }

  /// Puts the rows of connections that ended together.
  void fold() {
    select(
            """
            with ended as (
              delete from tally
               where ctid = any (array(
                 select ctid
                   from tally
                  where account_id = :account and screening_id = :screening and writer <> 0
                    and writer not in (select pid from pg_stat_activity)
                    for update skip locked))
              returning *)
            insert into tally as t (account_id, screening_id, stage, writer, count, change, finished)
            select :account, :screening, e.stage, 0, sum(e.count), max(e.change),
                   array(select unnest(f.finished) from ended f where f.stage = e.stage
                          order by 1 desc limit :sample)
              from ended e
             group by e.stage
             order by e.stage
                on conflict (account_id, screening_id, stage, writer) do update
               set count = t.count + excluded.count,
                   change = greatest(t.change, excluded.change),
                   finished = array(select unnest(t.finished || excluded.finished)
                                     order by 1 desc limit :sample)
            """)
        .param("sample", Pace.SAMPLE)
        .update();
  }

  /// Sets right what is not as the applications are, and says in how many stages that was so. Both
  /// are looked at in the same moment, so what others change meanwhile does no harm.
  int correct() {
    return select(
            """
            insert into tally as t (account_id, screening_id, stage, writer, count, change, finished)
            select :account, :screening, stage, pg_backend_pid(), sum(n), max(change), '{}'
              from (select stage, 1 as n, change
                      from application
                     where account_id = :account and screening_id = :screening
                     union all
                    select stage, -count, change
                      from tally
                     where account_id = :account and screening_id = :screening) both_of_them
             group by stage
            having sum(n) <> 0
                on conflict (account_id, screening_id, stage, writer) do update
               set count = t.count + excluded.count
            """)
        .update();
  }

  private static List<Instant> instants(Array times) throws SQLException {
    return Arrays.stream((Timestamp[]) times.getArray()).map(Timestamp::toInstant).toList();
  }

  private StatementSpec select(String sql) {
    return jdbc.sql(sql).param("account", account.value()).param("screening", screening.value());
  }

  /// @param change number of the last change
  /// @param finished when the CVs finished last were, latest first
  record Counted(Map<Stage, Integer> stages, long change, List<Instant> finished) {}

  private record Row(Stage stage, int count, long change, List<Instant> finished) {}
}
