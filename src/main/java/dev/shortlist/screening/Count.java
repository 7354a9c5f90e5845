package dev.shortlist.screening;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.database.Rows;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/// Counts the applications of a screening, in the transaction that is going on.
record Count(JdbcClient jdbc, AccountId account, ScreeningId screening) {

  Progress progress(Screening of, Instant now) {
    var stages = new EnumMap<Stage, Integer>(Stage.class);
    long[] lastChange = {0};
    select(
            """
            select stage, count(*) as count, max(change) as change
              from application
             where account_id = :account and screening_id = :screening
             group by stage
            """)
        .query(row -> {
          stages.put(Stage.valueOf(row.getString("stage")), row.getInt("count"));
          lastChange[0] = Math.max(lastChange[0], row.getLong("change"));
        });
    int total = stages.values().stream().mapToInt(Integer::intValue).sum();
    int open = total - finished(stages);
    int duplicates = duplicates();
    return new Progress(
        of.state(),
        total,
        stages,
        duplicates,
        percent(stages, total, open),
        open == 0 ? Duration.ZERO : pace().remaining(open, now),
        // The change alone may pass over one that committed late.
        "%s-%d-%d-%d".formatted(of.state(), stages.hashCode(), duplicates, lastChange[0]));
  }

  private int duplicates() {
    return select(
            """
            select count(*)
              from received
             where account_id = :account and screening_id = :screening and outcome = 'DUPLICATE'
            """)
        .query((row, number) -> row.getInt(1))
        .single();
  }

  /// The pace of the CVs finished last.
  private Pace pace() {
    return select(
            """
            select count(*) as count, min(finished_at) as first, max(finished_at) as last
              from (select finished_at
                      from application
                     where account_id = :account and screening_id = :screening
                       and finished_at is not null and started_at is not null
                     order by finished_at desc
                     limit :sample) latest
            """)
        .param("sample", Pace.SAMPLE)
        .query((row, number) ->
            new Pace(row.getInt("count"), Rows.time(row, "first"), Rows.time(row, "last")))
        .single();
  }

  private StatementSpec select(String sql) {
    return jdbc.sql(sql).param("account", account.value()).param("screening", screening.value());
  }

  private static int finished(Map<Stage, Integer> stages) {
    return stages.entrySet().stream()
        .filter(entry -> entry.getKey().isFinal())
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  private static int percent(Map<Stage, Integer> stages, int total, int open) {
    if (open == 0) {
      return total == 0 ? 0 : 100;
    }
    long done =
        stages.entrySet().stream()
            .mapToLong(entry -> (long) entry.getKey().percent() * entry.getValue())
            .sum();
    return (int) Math.min(99, done / total);
  }

  /// How fast CVs were finished lately.
  ///
  /// @param count CVs in the sample
  /// @param first when the first of them was finished
  /// @param last when the last of them was finished
  record Pace(int count, @Nullable Instant first, @Nullable Instant last) {
    static final int SAMPLE = 40;
    private static final int FEW = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /// Time for `open` more, absent while too few are finished to tell, and when it stands still.
    @Nullable Duration remaining(int open, Instant now) {
      if (count < FEW || first == null || last == null) {
        return null;
      }
      Duration each = Duration.between(first, last).dividedBy(count - 1);
      if (Duration.between(last, now).compareTo(each.multipliedBy(SAMPLE).plus(PATIENCE)) > 0) {
        return null;
      }
      return Duration.ofSeconds(each.multipliedBy(open).plusMillis(999).toSeconds());
    }
  }
}
