package dev.shortlist.pool;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.database.Json;
import dev.shortlist.database.Rows;
import dev.shortlist.database.Tenancy;
import dev.shortlist.match.Dimension;
import dev.shortlist.match.Match;
import dev.shortlist.profile.Profile;
import dev.shortlist.screening.Application;
import dev.shortlist.screening.Applications;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// How the CVs of the pool fit: a row for each job description and reading, with what a list shows.
@Component
class PoolScores {
  private static final String PAGE =
      """
      with page as (
        select s.reading_id, s.document_hash, s.total, s.summary,
               row_number() over (order by s.total desc, s.technical_skills desc, s.experience desc,
                 s.education desc, s.soft_skills desc, s.document_hash collate "C") as rank
          from pool_score s
         where s.account_id = :account and s.number = :number
         order by rank
        offset :offset limit :limit)
      select s.rank, s.document_hash, s.total, s.summary, r.profile
        from page s
        join reading r on r.account_id = :account and r.id = s.reading_id
       order by s.rank
      """;

  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final Applications applications;

  PoolScores(JdbcClient jdbc, Tenancy tenancy, Applications applications) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
    this.applications = applications;
  }

  /// How one reading fits, under the names of the columns.
  record Score(
      UUID reading_id,
      double total,
      double technical_skills,
      double experience,
      double education,
      double soft_skills,
      PoolFit.Summary summary) {
    static Score of(UUID reading, Match match) {
      return new Score(
          reading,
          match.total(),
          match.dimension(Dimension.TECHNICAL_SKILLS).points(),
          match.dimension(Dimension.EXPERIENCE).points(),
          match.dimension(Dimension.EDUCATION).points(),
          match.dimension(Dimension.SOFT_SKILLS).points(),
          PoolFit.Summary.of(match));
    }
  }

  /// A page of the ranking, best first.
  ///
  /// @param number of the job description
  /// @param offset number of places to leave out
  List<PoolFit> page(AccountId account, int number, int offset, int limit) {
    return tenancy.inAccount(
        account.value(),
        () -> {
          var places =
              jdbc.sql(PAGE)
                  .param("account", account.value())
                  .param("number", number)
                  .param("offset", offset)
                  .param("limit", limit)
                  .query((row, index) -> place(row))
                  .list();
          var hashes = places.stream().map(Place::documentHash).toList();
          var came = applications.newest(account, hashes);
          return places.stream().map(place -> place.with(came.get(place.documentHash()))).toList();
        });
  }

  /// Keeps scores, in the transaction that is going on; those of CVs that are being deleted are let
  /// go.
  void keep(AccountId account, int number, String version, List<Score> scores) {
    jdbc.sql(
            """
            insert into pool_score
              (account_id, number, reading_id, document_hash, version, total, technical_skills,
               experience, education, soft_skills, summary)
            select :account, :number, r.id, r.document_hash, :version, s.total, s.technical_skills,
                   s.experience, s.education, s.soft_skills, s.summary
              from json_populate_recordset(null::pool_score, cast(:scores as json)) s
              join reading r on r.account_id = :account and r.id = s.reading_id
               for key share of r skip locked
                on conflict (account_id, number, reading_id) do update
               set version = excluded.version, total = excluded.total,
                   technical_skills = excluded.technical_skills, experience = excluded.experience,
                   education = excluded.education, soft_skills = excluded.soft_skills,
                   summary = excluded.summary
            """)
        .param("account", account.value())
        .param("number", number)
        .param("version", version)
        .param("scores", Json.write(scores))
        .update();
  }

  /// Forgets what was ranked for a job description.
  void removeAll(AccountId account, int number) {
    jdbc.sql("delete from pool_score where account_id = :account and number = :number")
        .param("account", account.value())
        .param("number", number)
        .update();
  }

  /// Forgets CVs whose person has a newer one.
  void removeOld(AccountId account, int number) {
    jdbc.sql(
            Pool.NEWEST
                + """
                delete from pool_score s
                 where s.account_id = :account and s.number = :number
                   and not exists (select from newest n where n.id = s.reading_id)
                """)
        .param("account", account.value())
        .param("number", number)
        .update();
  }

  /// Readings of the pool without a score of this version, in one order for all who hold them.
  List<UUID> missing(AccountId account, int number, String version) {
    return jdbc.sql(
            Pool.NEWEST
                + """
                select n.id
                  from newest n
                 where not exists (select from pool_score s
                                    where s.account_id = :account and s.number = :number
                                      and s.reading_id = n.id and s.version = :version)
                 order by n.id
                """)
        .param("account", account.value())
        .param("number", number)
        .param("version", version)
        .query((row, index) -> Rows.id(row, "id"))
        .list();
  }

  private record Place(
      int rank, String documentHash, Profile profile, int score, PoolFit.Summary summary) {
    PoolFit with(@Nullable Application application) {
      return new PoolFit(rank, application, profile, score, summary);
    }
  }

  private static Place place(ResultSet row) throws SQLException {
    return new Place(
        row.getInt("rank"),
        Rows.text(row, "document_hash"),
        Json.read(Rows.text(row, "profile"), Profile.class),
        Match.score(row.getDouble("total")),
        Json.read(Rows.text(row, "summary"), PoolFit.Summary.class));
  }
}
