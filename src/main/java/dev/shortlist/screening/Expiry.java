package dev.shortlist.screening;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.database.Rows;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Removes rows whose time is over, in the transaction that is going on.
@Component
class Expiry {
  private static final List<String> OF_A_SCREENING =
      List.of(
          """
          delete from decision d
           using application a
           where d.account_id = :account and a.account_id = :account and a.id = d.application_id
             and a.screening_id = :screening
          """,
          "delete from received where account_id = :account and screening_id = :screening",
          "delete from model_answer where account_id = :account and screening_id = :screening",
          """
          delete from model_answer w
           using application a
           where w.account_id = :account and a.account_id = :account
             and a.screening_id = :screening and w.application_ids @> array[a.id]
          """,
          """
          update application set match_id = null
           where account_id = :account and screening_id = :screening and match_id is not null
          """,
          """
          delete from match m
           using application a
           where m.account_id = :account and a.account_id = :account and a.id = m.application_id
             and a.screening_id = :screening
          """,
          "delete from application where account_id = :account and screening_id = :screening",
          "delete from screening where account_id = :account and id = :screening");

  private static final List<String> OF_AN_APPLICATION =
      List.of(
          "delete from decision where account_id = :account and application_id = :application",
          "delete from received where account_id = :account and application_id = :application",
          """
          delete from model_answer
           where account_id = :account and application_ids @> array[cast(:application as uuid)]
          """,
          """
          update application set match_id = null
           where account_id = :account and id = :application and match_id is not null
          """,
          "delete from match where account_id = :account and application_id = :application",
          """
          delete from candidate_document d
           using application a
           where d.account_id = :account and a.account_id = :account and a.id = :application
             and d.document_hash = a.document_hash
             and not exists (select from application other
                              where other.account_id = :account and other.id <> a.id
                                and other.document_hash = a.document_hash)
          """,
          "delete from application where account_id = :account and id = :application");

  /// Each leaves the next one without what refers to it. A document's time is when it was handed in
  /// last, and handing it in holds its row, so what is about to be used again stays.
  private static final List<String> UNUSED =
      List.of(
          """
          delete from candidate c
           where c.account_id = :account and c.created_at < :before
             and not exists (select from application a
                              where a.account_id = :account and a.candidate_id = c.id)
          """,
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

  private final JdbcClient jdbc;

  Expiry(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Screenings that ended before `end`, oldest first.
  List<ScreeningId> over(AccountId account, Instant end, int limit) {
    return jdbc.sql(
            """
            select id
              from screening
             where account_id = :account and state in ('COMPLETED', 'CANCELLED')
               and finished_at < :end
             order by finished_at
             limit :limit
            """)
        .param("account", account.value())
        .param("end", Rows.time(end))
        .param("limit", limit)
        .query((row, number) -> new ScreeningId(Rows.id(row, "id")))
        .list();
  }

  /// Removes a screening that is held, and what belongs to it alone.
  void remove(AccountId account, ScreeningId screening) {
    for (String statement : OF_A_SCREENING) {
      jdbc.sql(statement)
          .param("account", account.value())
          .param("screening", screening.value())
          .update();
    }
  }

  /// Removes an application and what belongs to it alone; its file goes when no other has it.
  void remove(AccountId account, ApplicationId application) {
    for (String statement : OF_AN_APPLICATION) {
      jdbc.sql(statement)
          .param("account", account.value())
          .param("application", application.value())
          .update();
    }
  }

  /// Removes candidates, readings and documents no screening needs.
  ///
  /// @param before how old they must be
  void removeUnused(AccountId account, Instant before) {
    for (String statement : UNUSED) {
      jdbc.sql(statement)
          .param("account", account.value())
          .param("before", Rows.time(before))
          .update();
    }
  }
}
