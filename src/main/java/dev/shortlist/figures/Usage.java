package dev.shortlist.figures;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.database.Rows;
import dev.shortlist.database.Tenancy;
import dev.shortlist.screening.ApplicationId;
import dev.shortlist.screening.Stage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What an account had done.
@Component
public class Usage {
  private static final Map<Stage, String> COLUMNS =
      Map.of(
          Stage.EXTRACTING, "extracting",
          Stage.PROFILING, "profiling",
          Stage.MATCHING, "matching");

  private final JdbcClient jdbc;
  private final Tenancy tenancy;

  Usage(JdbcClient jdbc, Tenancy tenancy) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
  }

  /// What came in a span of time, and what became of it.
  ///
  /// @param cvs CVs that came, without duplicates
  /// @param completed of those
  /// @param review of those: need review or failed
  /// @param bytes of the different files stored now, whenever they came
  /// @param stages work on those CVs; a stage that none went through is absent
  public record Sum(
      int screenings, int cvs, int completed, int review, long bytes, Map<Stage, Work> stages) {
    public Sum {
      stages = Map.copyOf(stages);
    }
  }

  /// Work of one stage.
  ///
  /// @param cvs CVs that went through it; one whose result was known from before did not
  /// @param total time of all of them, one after the other
  public record Work(int cvs, Duration total) {}

  /// CVs of one day (UTC).
  ///
  /// @param review need review or failed
  public record Day(LocalDate day, int completed, int review) {}

  /// Something that failed.
  ///
  /// @param errorId what to look for in the log
  public record Failure(
      ApplicationId application, int screening, String detail, String errorId, Instant at) {}

  /// What ended on each of the last days, today included; a day without CVs counts none.
  public List<Day> days(AccountId account, LocalDate today, int days) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    """
                    select day::date as day,
                           count(*) filter (where a.stage = 'COMPLETED') as completed,
                           count(*) filter (where a.stage in ('NEEDS_REVIEW', 'FAILED')) as review
                      from generate_series(:first::date, :today::date, interval '1 day') day
                      left join application a
                        on a.account_id = :account
                       and a.finished_at >= day at time zone 'UTC'
                       and a.finished_at < (day + interval '1 day') at time zone 'UTC'
                     group by day
                     order by day
                    """)
                .param("account", account.value())
                .param("first", today.minusDays(days - 1L))
                .param("today", today)
                .query((row, number) ->
                    new Day(
                        row.getObject("day", LocalDate.class),
                        row.getInt("completed"),
                        row.getInt("review")))
                .list());
  }

  /// What failed last, newest first.
  public List<Failure> failures(AccountId account, int limit) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    """
                    select a.id, s.number, a.detail, a.error_id, a.finished_at
                      from application a
                      join screening s on s.account_id = a.account_id and s.id = a.screening_id
                     where a.account_id = :account and a.error_id is not null
                       and a.finished_at is not null
                     order by a.finished_at desc, a.id
                     limit :limit
                    """)
                .param("account", account.value())
                .param("limit", limit)
                .query((row, number) ->
                    new Failure(
                        new ApplicationId(Rows.id(row, "id")),
                        row.getInt("number"),
                        Rows.text(row, "detail"),
                        Rows.text(row, "error_id"),
                        Rows.instant(row, "finished_at")))
                .list());
  }

  /// Sums up a span of time.
  ///
  /// @param from the first moment that counts
  /// @param to the first moment that no longer does
  public Sum of(AccountId account, Instant from, Instant to) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    """
                    select count(*) as cvs, count(distinct screening_id) as screenings,
                           count(*) filter (where stage = 'COMPLETED') as completed,
                           count(*) filter (where stage in ('NEEDS_REVIEW', 'FAILED')) as review,
                           count(extracting_ms) as extracting, sum(extracting_ms) as extracting_ms,
                           count(profiling_ms) as profiling, sum(profiling_ms) as profiling_ms,
                           count(matching_ms) as matching, sum(matching_ms) as matching_ms,
                           (select coalesce(sum(bytes), 0) from document
                             where account_id = :account) as bytes
                      from application
                     where account_id = :account and created_at >= :from and created_at < :to
                    """)
                .param("account", account.value())
                .param("from", Rows.time(from))
                .param("to", Rows.time(to))
                .query((row, number) -> sum(row))
                .single());
  }

  private static Sum sum(ResultSet row) throws SQLException {
    var stages = new EnumMap<Stage, Work>(Stage.class);
    for (var column : COLUMNS.entrySet()) {
      int cvs = row.getInt(column.getValue());
      if (cvs > 0) {
        stages.put(
            column.getKey(),
            new Work(cvs, Duration.ofMillis(row.getLong(column.getValue() + "_ms"))));
      }
    }
    return new Sum(
        row.getInt("screenings"),
        row.getInt("cvs"),
        row.getInt("completed"),
        row.getInt("review"),
        row.getLong("bytes"),
        stages);
  }
}
