package dev.shortlist.figures;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.database.Rows;
import dev.shortlist.database.Tenancy;
import dev.shortlist.figures.Course.Pause;
import dev.shortlist.screening.Screening.State;
import dev.shortlist.screening.ScreeningId;
import dev.shortlist.tasks.Engine;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Tells how screenings went on, from when their CVs came and were through.
@Component
public class Courses {
  private static final String COUNTS =
      """
      select least(step, :steps) as step, sum(came)::int as came, sum(ranked)::int as ranked,
             sum(review)::int as review
        from (select width_bucket(extract(epoch from created_at), :since, :until, :steps) as step,
                     1 as came, 0 as ranked, 0 as review
                from application
               where account_id = :account and screening_id = :screening
              union all
              select width_bucket(extract(epoch from finished_at), :since, :until, :steps),
                     0, (stage = 'COMPLETED')::int, (stage in ('NEEDS_REVIEW', 'FAILED'))::int
                from application
               where account_id = :account and screening_id = :screening
                 and finished_at is not null) event
       group by 1
       order by 1
      """;

  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final Clock clock;

  Courses(JdbcClient jdbc, Tenancy tenancy, Engine engine) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
    this.clock = engine.clock();
  }

  /// The course of a screening so far; nothing before its first CV came.
  public Optional<Course> find(AccountId account, ScreeningId screening) {
    return tenancy.inAccount(
        account.value(), () -> span(account, screening).map(span -> of(account, screening, span)));
  }

  private Optional<Span> span(AccountId account, ScreeningId screening) {
    return jdbc.sql(
            """
            select s.state, min(a.created_at) as since,
                   greatest(max(a.created_at), max(a.finished_at)) as last
              from screening s
              join application a on a.account_id = s.account_id and a.screening_id = s.id
             where s.account_id = :account and s.id = :screening
             group by s.state
            """)
        .param("account", account.value())
        .param("screening", screening.value())
        .query((row, number) -> {
          var state = State.valueOf(row.getString("state"));
          var last = Rows.instant(row, "last");
          boolean over = state == State.COMPLETED || state == State.CANCELLED;
          var now = clock.instant();
          return new Span(Rows.instant(row, "since"), over || now.isBefore(last) ? last : now);
        })
        .optional();
  }

  private Course of(AccountId account, ScreeningId screening, Span span) {
    var counts = new int[3][Course.STEPS];
    jdbc.sql(COUNTS)
        .param("account", account.value())
        .param("screening", screening.value())
        .param("steps", Course.STEPS)
        .param("since", seconds(span.since()))
        // A span of nothing has no steps.
        .param("until", Math.max(seconds(span.until()), seconds(span.since()) + 0.001))
        .query(row -> {
          int step = Math.max(0, row.getInt("step") - 1);
          counts[0][step] += row.getInt("came");
          counts[1][step] += row.getInt("ranked");
          counts[2][step] += row.getInt("review");
        });
    return new Course(
        span.since(),
        span.until(),
        added(counts[0]),
        added(counts[1]),
        added(counts[2]),
        pauses(account, screening, span));
  }

  private static List<Integer> added(int[] counts) {
    Arrays.parallelPrefix(counts, Integer::sum);
    return Arrays.stream(counts).boxed().toList();
  }

  private List<Pause> pauses(AccountId account, ScreeningId screening, Span span) {
    var pauses = new ArrayList<Pause>();
    var since =
        new Object() {
          @Nullable Instant paused;
        };
    jdbc.sql(
            """
            select state, moved_at
              from screening_move
             where account_id = :account and screening_id = :screening
             order by moved_at, id
            """)
        .param("account", account.value())
        .param("screening", screening.value())
        .query(row -> {
          var at = Rows.instant(row, "moved_at");
          if (since.paused != null) {
            pauses.add(new Pause(since.paused, at));
          }
          since.paused = State.valueOf(row.getString("state")) == State.PAUSED ? at : null;
        });
    if (since.paused != null) {
      pauses.add(
          new Pause(
              since.paused, span.until().isBefore(since.paused) ? since.paused : span.until()));
    }
    return pauses;
  }

  private static double seconds(Instant moment) {
    return moment.getEpochSecond() + moment.getNano() / 1e9;
  }

  private record Span(Instant since, Instant until) {}
}
