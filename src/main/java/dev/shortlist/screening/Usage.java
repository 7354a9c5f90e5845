package dev.shortlist.screening;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.database.Rows;
import dev.shortlist.database.Tenancy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
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
