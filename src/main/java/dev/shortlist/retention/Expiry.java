package dev.shortlist.retention;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.candidate.CandidateId;
import dev.shortlist.database.Rows;
import dev.shortlist.screening.ScreeningId;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/// Which screenings are kept no longer, and what no screening needs.
@Component
class Expiry {
  private static final String UNUSED_CANDIDATES =
      """
      delete from candidate c
       where c.account_id = :account and c.created_at < :before
         and not exists (select from application a
                          where a.account_id = :account and a.candidate_id = c.id)
      returning id
      """;

  /// Each leaves the next one without what refers to it. A document's time is when it was handed in
  /// last, and handing it in holds its row, so what is about to be used again stays.
  private static final List<String> UNUSED =
      List.of(
          """
          delete from reading r
           using document d
           where r.account_id = :account and d.account_id = :account and d.hash = r.document_hash
             and d.created_at < :before
             and not exists (select from application a
                              where a.account_id = :account and a.document_hash = d.hash)
          """,
          """
          delete from document d
           where d.account_id = :account and d.created_at < :before
             and not exists (select from application a
                              where a.account_id = :account and a.document_hash = d.hash)
             and not exists (select from reading r
                              where r.account_id = :account and r.document_hash = d.hash)
             and not exists (select from candidate_document c
                              where c.account_id = :account and c.document_hash = d.hash)
          """);

  /// Screenings that ended, with the rules that may hold for them.
  static final String ENDED =
      """
        from screening s
        join account o on o.id = s.account_id
        left join job_description j
          on j.account_id = s.account_id and j.id = s.job_description_id
        left join lateral (select max(r.kept_days) as kept_days from job_description r
                            where r.account_id = s.account_id and r.number = j.number) rule on true
       where s.account_id = :account and s.state in ('COMPLETED', 'CANCELLED')
      """;

  /// How many seconds such a screening is kept: the nearest rule counts.
  static final String KEPT =
      "coalesce(rule.kept_days * 86400.0, o.kept_days * 86400.0, cast(:standard as bigint))";

  static final String OVER =
      "select s.id "
          + ENDED
          + " and s.finished_at < cast(:now as timestamptz) - make_interval(secs => "
          + KEPT
          + ")";

  private final JdbcClient jdbc;

  Expiry(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Screenings whose time is over, oldest first: by the rule of their job description, else of the
  /// account, else by `standard`.
  ///
  /// @param standard how long a screening is kept when no rule says, absent for ever
  List<ScreeningId> over(AccountId account, Instant now, @Nullable Duration standard, int limit) {
    return over(account, now, standard, OVER + " order by s.finished_at limit :limit")
        .param("limit", limit)
        .query((row, number) -> new ScreeningId(Rows.id(row, "id")))
        .list();
  }

  /// Whether the time of a screening is over; holds it.
  boolean isOver(
      AccountId account, ScreeningId screening, Instant now, @Nullable Duration standard) {
    return over(account, now, standard, OVER + " and s.id = :screening for update of s")
        .param("screening", screening.value())
        .query((row, number) -> Rows.id(row, "id"))
        .optional()
        .isPresent();
  }

  private StatementSpec over(
      AccountId account, Instant now, @Nullable Duration standard, String sql) {
    return jdbc.sql(sql)
        .param("account", account.value())
        .param("now", Rows.time(now))
        .param("standard", standard == null ? null : standard.toSeconds(), Types.BIGINT);
  }

  /// Removes candidates, readings and documents no screening needs.
  ///
  /// @param before how old they must be
  /// @return the candidates
  Set<CandidateId> removeUnused(AccountId account, Instant before) {
    var candidates =
        Set.copyOf(
            jdbc.sql(UNUSED_CANDIDATES)
                .param("account", account.value())
                .param("before", Rows.time(before))
                .query((row, number) -> new CandidateId(Rows.id(row, "id")))
                .list());
    for (String statement : UNUSED) {
      jdbc.sql(statement)
          .param("account", account.value())
          .param("before", Rows.time(before))
          .update();
    }
    return candidates;
  }
}
