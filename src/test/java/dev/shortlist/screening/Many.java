package dev.shortlist.screening;

import dev.shortlist.RunningShortlist;
import dev.shortlist.accounts.AccountId;
import dev.shortlist.database.Tenancy;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Makes a screening as large as it takes, by copying the rows of the ranked CVs it has.
public final class Many {
  private static final List<String> COPIES =
      List.of(
          """
          insert into document (account_id, hash, bytes, created_at)
          select account_id, hash || '-' || n, bytes, created_at
            from document, generate_series(1, :times) n
           where account_id = :account
             and hash in (select document_hash from application
                           where account_id = :account and screening_id = :screening)
          """,
          """
          insert into reading (account_id, id, document_hash, version, source, profile, created_at,
            name, years, marks, search)
          select account_id, md5(id::text || n)::uuid, document_hash || '-' || n, version,
                 source, profile, created_at, name || ' ' || n, years, marks, search || ' ' || n
            from reading, generate_series(1, :times) n
           where account_id = :account
             and id in (select reading_id from application
                         where account_id = :account and screening_id = :screening)
          """,
          """
          insert into application (account_id, id, screening_id, file, document_hash, stage,
            reading_id, created_at, started_at, finished_at, candidate_id)
          select account_id, md5(id::text || n)::uuid, screening_id, n || '-' || file,
                 document_hash || '-' || n, stage, md5(reading_id::text || n)::uuid, created_at,
                 started_at, finished_at, candidate_id
            from application, generate_series(1, :times) n
           where account_id = :account and screening_id = :screening and stage = 'COMPLETED'
          """,
          """
          insert into match (account_id, id, application_id, job_description_id, version, total,
            technical_skills, experience, education, soft_skills, recommendation, content,
            created_at, culture, answers, flags, shares)
          select m.account_id, md5(m.id::text || n)::uuid, md5(m.application_id::text || n)::uuid,
                 m.job_description_id, m.version, m.total, m.technical_skills, m.experience,
                 m.education, m.soft_skills, m.recommendation, m.content, m.created_at, m.culture,
                 m.answers, m.flags, m.shares
            from match m
            join application a on a.account_id = m.account_id and a.match_id = m.id
            cross join generate_series(1, :times) n
           where m.account_id = :account and a.screening_id = :screening
          """,
          """
          update application a
             set match_id = m.id
            from match m
           where a.account_id = :account and a.screening_id = :screening and a.match_id is null
             and m.account_id = a.account_id and m.application_id = a.id
          """);

  private Many() {}

  /// Copies every ranked CV of the screening `times` times.
  public static void copy(
      RunningShortlist shortlist, AccountId account, ScreeningId screening, int times) {
    var jdbc = shortlist.get(JdbcClient.class);
    shortlist
        .get(Tenancy.class)
        .inAccount(
            account.value(),
            () -> {
              for (String copy : COPIES) {
                var statement =
                    jdbc.sql(copy)
                        .param("account", account.value())
                        .param("screening", screening.value());
                (copy.contains(":times") ? statement.param("times", times) : statement).update();
              }
            });
    jdbc.sql("analyze").update();
  }
}
