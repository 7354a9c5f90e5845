package dev.shortlist.screening;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.tasks.Lane;
import dev.shortlist.tasks.Places;
import dev.shortlist.tasks.Places.Rivals;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/// Counts the applications of a screening, in the transaction that is going on.
record Count(
    JdbcClient jdbc,
    Places places,
    List<FurtherWork> furtherWork,
    AccountId account,
    ScreeningId screening) {

  Progress progress(Screening of, Instant now) {
    var counted = new Tally(jdbc, account, screening).read();
    var stages = counted.stages();
    int total = stages.values().stream().mapToInt(Integer::intValue).sum();
    int open = total - finished(stages);
    int duplicates = duplicates();
    boolean running = of.state() == Screening.State.RUNNING && open > 0;
    var pace = running ? Pace.of(counted.finished(), now) : Optional.<Pace>empty();
    var models = models(of.state());
    boolean judging = models.waiting() > 0 && of.state() == Screening.State.RUNNING;
    var rivals = running ? places.rivals(Lane.CPU, account.value(), screening.value(), open) : null;
    return new Progress(
        of.state(),
        total,
        stages,
        duplicates,
        judging ? Math.min(99, percent(stages)) : percent(stages),
        inSeconds(further(of, open, remaining(of, open, pace.orElse(null), rivals, now), judging)),
        // The change alone may pass over one that committed late.
        "%s-%d-%d-%d".formatted(of.state(), stages.hashCode(), duplicates, counted.change()),
        rivals == null ? null : rivals.place(),
        pace.map(Pace::perMinute).orElse(null),
        running ? trouble() : null,
        models);
  }

  /// Rounded, as what is promised shall be neither late nor early; what is left takes a second at
  /// least.
  private static @Nullable Duration inSeconds(@Nullable Duration left) {
    if (left == null || left.isZero()) {
      return left;
    }
    return Duration.ofSeconds(Math.max(1, left.plusMillis(500).toSeconds()));
  }

  /// With what models have to read.
  private @Nullable Duration further(
      Screening of, int open, @Nullable Duration matching, boolean judging) {
    boolean goesOn = of.state() == Screening.State.RUNNING && (open > 0 || judging);
    if (!goesOn || matching == null) {
      return matching;
    }
    return furtherWork.stream()
        .flatMap(work -> work.remaining(account, screening, open, matching).stream())
        .max(Comparator.naturalOrder())
        .orElse(judging ? null : matching);
  }

  private ModelProgress models(Screening.State state) {
    return select(
            """
            select count(*) filter (where model_state = 'WAITING') as waiting,
                   count(*) filter (where model_state = 'JUDGED') as judged,
                   count(*) filter (where model_state = 'LOCAL') as local,
                   (select halted from screening
                     where account_id = :account and id = :screening) as halted
              from application
             where account_id = :account and screening_id = :screening
               and match_id is not null and model_state <> 'UNASKED'
            """)
        .query((row, number) ->
            new ModelProgress(
                state == Screening.State.CANCELLED ? 0 : row.getInt("waiting"),
                row.getInt("judged"),
                row.getInt("local"),
                row.getString("halted")))
        .single();
  }

  private static @Nullable Duration remaining(
      Screening of, int open, @Nullable Pace pace, @Nullable Rivals rivals, Instant now) {
    if (open == 0 || of.state() == Screening.State.CANCELLED) {
      return Duration.ZERO;
    }
    return pace == null || rivals == null
        ? null
        : pace.remaining(open, rivals.accounts(), rivals.before(), now);
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

  private @Nullable String trouble() {
    return select(
            """
            select detail
              from application
             where account_id = :account and screening_id = :screening and stage = 'EXTRACTING'
               and detail <> ''
             limit 1
            """)
        .query((row, number) -> row.getString(1))
        .optional()
        .orElse(null);
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

  /// Share of the work that is done.
  static int percent(Map<Stage, Integer> stages) {
    int total = stages.values().stream().mapToInt(Integer::intValue).sum();
    if (total == finished(stages)) {
      return total == 0 ? 0 : 100;
    }
    long done =
        stages.entrySet().stream()
            .mapToLong(entry -> (long) entry.getKey().percent() * entry.getValue())
            .sum();
    return (int) Math.min(99, done / total);
  }
}
