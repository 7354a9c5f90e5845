package dev.shortlist.pool;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.Audit;
import dev.shortlist.database.Ids;
import dev.shortlist.database.Rows;
import dev.shortlist.database.Tenancy;
import dev.shortlist.pool.PoolRanking.Since;
import dev.shortlist.pool.PoolRanking.State;
import dev.shortlist.screening.JobDescriptionId;
import dev.shortlist.screening.StoredJobDescription;
import dev.shortlist.tasks.QueueFull;
import dev.shortlist.terms.Engines;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Rankings of the pool, one for each job description: who of all the account knows fits.
///
/// The work is durable: steps of some CVs each, whose results are kept as they come. What was
/// compared once is not compared again, so going on, and asking again, does what is missing.
@Component
public class PoolRankings {
  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final Engines engines;
  private final PoolScores scores;
  private final PoolSteps steps;
  private final Audit audit;
  private final Ids ids;
  private final Clock clock;

  PoolRankings(
      JdbcClient jdbc,
      Tenancy tenancy,
      Engines engines,
      PoolScores scores,
      PoolSteps steps,
      Audit audit,
      Ids ids,
      Clock clock) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
    this.engines = engines;
    this.scores = scores;
    this.steps = steps;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /// Begins to compare what is not compared yet; one that runs for the same revision goes on.
  ///
  /// @throws QueueFull if the account has too much waiting already
  public PoolRanking begin(AccountId account, StoredJobDescription asked) {
    String version = engines.of(account).matcher().version();
    tenancy.inAccount(
        account.value(),
        () -> {
          var before = hold(account, asked);
          boolean same = before.asked().equals(asked.id());
          if (before.state() != State.RUNNING || !same) {
            steps.stop(account, asked.number(), before.run());
            begin(account, asked, version, same);
            note(account, asked, "pool.rank");
          }
        });
    return get(account, asked);
  }

  /// Stops comparing; what is compared stays. Nothing happens to one that does not run.
  public PoolRanking cancel(AccountId account, StoredJobDescription asked) {
    tenancy.inAccount(
        account.value(),
        () ->
            held(account, asked.number())
                .filter(ranking -> ranking.state() == State.RUNNING)
                .ifPresent(ranking -> {
                  steps.stop(account, asked.number(), ranking.run());
                  end(account, asked.number(), State.CANCELLED);
                  note(account, asked, "pool.cancel");
                }));
    return get(account, asked);
  }

  /// How the ranking for the job description stands, whichever revision it was begun with.
  public PoolRanking get(AccountId account, StoredJobDescription asked) {
    String version = engines.of(account).matcher().version();
    return tenancy.inAccount(
        account.value(),
        () -> {
          var ranking = find(account, asked.number());
          return ranking.isPresent() && ranking.get().isRunning()
              ? ranking.get()
              : counted(account, asked, ranking.orElse(null), version);
        });
  }

  /// How the ranking for a job description stands, without a look at what changed since.
  ///
  /// @param number of the job description
  Optional<PoolRanking> find(AccountId account, int number) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    """
                    select j.revision, k.state, k.cvs, k.remaining, cardinality(k.failed) as failed,
                           k.begun_at, k.finished_at,
                           (select count(*) from pool_score s
                             where s.account_id = :account and s.number = :number) as places
                      from pool_ranking k
                      join job_description j
                        on j.account_id = k.account_id and j.id = k.job_description_id
                     where k.account_id = :account and k.number = :number
                    """)
                .param("account", account.value())
                .param("number", number)
                .query((row, index) -> ranking(row))
                .optional());
  }

  /// A page of the ranking, best first, as far as it is.
  ///
  /// @param offset number of places to leave out
  public List<PoolFit> page(AccountId account, StoredJobDescription asked, int offset, int limit) {
    return scores.page(account, asked.number(), offset, limit);
  }

  private void begin(AccountId account, StoredJobDescription asked, String version, boolean same) {
    if (same) {
      scores.removeOld(account, asked.number());
    } else {
      scores.removeAll(account, asked.number());
    }
    UUID run = ids.next();
    var missing = scores.missing(account, asked.number(), version);
    jdbc.sql(
            """
            update pool_ranking k
               set job_description_id = :asked, run = :run, state = :state, remaining = :remaining,
                   cvs = :remaining + (select count(*) from pool_score s
                                        where s.account_id = :account and s.number = :number
                                          and s.version = :version),
                   failed = '{}', begun_at = :now,
                   finished_at = case when :remaining = 0 then cast(:now as timestamptz) end
             where k.account_id = :account and k.number = :number
            """)
        .param("asked", asked.id().value())
        .param("run", run)
        .param("state", (missing.isEmpty() ? State.COMPLETED : State.RUNNING).name())
        .param("remaining", missing.size())
        .param("version", version)
        .param("now", Rows.time(clock.instant()))
        .param("account", account.value())
        .param("number", asked.number())
        .update();
    steps.begin(account, asked.number(), run, missing);
  }

  private void end(AccountId account, int number, State state) {
    jdbc.sql(
            """
            update pool_ranking set state = :state, finished_at = :now
             where account_id = :account and number = :number
            """)
        .param("state", state.name())
        .param("now", Rows.time(clock.instant()))
        .param("account", account.value())
        .param("number", number)
        .update();
  }

  /// Holds the ranking, of which there is one from now on.
  private Held hold(AccountId account, StoredJobDescription asked) {
    jdbc.sql(
            """
            insert into pool_ranking
              (account_id, number, job_description_id, run, state, cvs, remaining, begun_at)
            values (:account, :number, :asked, :run, 'COMPLETED', 0, 0, :now)
                on conflict (account_id, number) do nothing
            """)
        .param("account", account.value())
        .param("number", asked.number())
        .param("asked", asked.id().value())
        .param("run", ids.next())
        .param("now", Rows.time(clock.instant()))
        .update();
    return held(account, asked.number()).orElseThrow();
  }

  private Optional<Held> held(AccountId account, int number) {
    return jdbc.sql(
            """
            select job_description_id, run, state
              from pool_ranking
             where account_id = :account and number = :number
               for update
            """)
        .param("account", account.value())
        .param("number", number)
        .query((row, index) ->
            new Held(
                new JobDescriptionId(Rows.id(row, "job_description_id")),
                Rows.id(row, "run"),
                State.valueOf(Rows.text(row, "state"))))
        .optional();
  }

  private record Held(JobDescriptionId asked, UUID run, State state) {}

  private PoolRanking counted(
      AccountId account,
      StoredJobDescription asked,
      @Nullable PoolRanking ranking,
      String version) {
    return jdbc.sql(
            Pool.NEWEST
                + """
                select count(*) as cvs,
                       count(*) filter (where s.reading_id is null and f.failed is null) as new,
                       count(*) filter (where s.version <> :version) as other,
                       (select coalesce(max(j.revision), 0)
                          from job_description j
                         where j.account_id = :account and j.number = :number) as revision
                  from newest n
                  left join pool_score s
                    on s.account_id = :account and s.number = :number and s.reading_id = n.id
                  left join (select unnest(k.failed) as failed
                               from pool_ranking k
                              where k.account_id = :account and k.number = :number) f
                    on f.failed = n.id
                """)
        .param("account", account.value())
        .param("number", asked.number())
        .param("version", version)
        .query((row, index) -> ranking == null ? notBegun(asked, row) : since(ranking, row))
        .single();
  }

  private static PoolRanking notBegun(StoredJobDescription asked, ResultSet row)
      throws SQLException {
    return new PoolRanking(
        asked.revision(), State.NOT_BEGUN, row.getInt("cvs"), 0, 0, 0, null, null, Since.NOTHING);
  }

  private static PoolRanking since(PoolRanking ranking, ResultSet row) throws SQLException {
    // What a cancelled one has not compared is no news.
    boolean whole = ranking.state() == State.COMPLETED;
    return new PoolRanking(
        ranking.revision(),
        ranking.state(),
        row.getInt("cvs"),
        row.getInt("cvs") - row.getInt("new") - ranking.failed(),
        ranking.failed(),
        ranking.places(),
        ranking.begunAt(),
        ranking.endedAt(),
        new Since(
            Math.max(0, row.getInt("revision") - ranking.revision()),
            whole ? row.getInt("new") : 0,
            row.getInt("other") > 0));
  }

  private static PoolRanking ranking(ResultSet row) throws SQLException {
    int cvs = row.getInt("cvs");
    int failed = row.getInt("failed");
    return new PoolRanking(
        row.getInt("revision"),
        State.valueOf(Rows.text(row, "state")),
        cvs,
        cvs - row.getInt("remaining") - failed,
        failed,
        row.getInt("places"),
        Rows.instant(row, "begun_at"),
        Rows.time(row, "finished_at"),
        Since.NOTHING);
  }

  private void note(AccountId account, StoredJobDescription asked, String action) {
    audit.note(account, action, "job-description/" + asked.id(), "");
    steps.changed(account, asked.number());
  }
}
