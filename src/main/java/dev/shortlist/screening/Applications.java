package dev.shortlist.screening;

import static java.util.Objects.requireNonNull;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.candidate.CandidateId;
import dev.shortlist.database.Json;
import dev.shortlist.database.Rows;
import dev.shortlist.database.Tenancy;
import dev.shortlist.match.Match;
import dev.shortlist.profile.Profile;
import dev.shortlist.text.Reason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/// The applications of an account.
@Component
public class Applications {
  /// Columns of `application a` that [#application(ResultSet)] reads.
  public static final String COLUMNS =
      """
      a.id, a.screening_id, a.number as application_number, a.file, a.document_hash, a.stage, a.reason, a.detail, a.error_id,
      a.candidate_id, a.verdict, a.created_at, a.started_at, a.finished_at\
      """;

  /// As [dev.shortlist.match.Ranking] orders: of `application a` with its `match m`.
  public static final String BEST_FIRST =
      """
      m.total desc, m.technical_skills desc, m.experience desc, m.education desc,
      m.soft_skills desc, a.document_hash collate "C\"\
      """;

  private static final String RANKED =
      """
        from (select %s, row_number() over (order by %s) as rank, m.content, m.total,
                     m.recommendation, m.answers, m.flags, r.profile, r.name, r.years, r.marks,
                     r.search, %s
                from application a
                join match m on m.account_id = a.account_id and m.id = a.match_id
                join reading r on r.account_id = a.account_id and r.id = a.reading_id
                %s
               where a.account_id = :account and a.screening_id = :screening
                 and a.stage = 'COMPLETED') ranked
       where %s
      """
          .formatted(COLUMNS, BEST_FIRST, JudgedRows.COLUMNS, JudgedRows.BESIDE, Sought.CONDITION);

  private final JdbcClient jdbc;
  private final Tenancy tenancy;

  Applications(JdbcClient jdbc, Tenancy tenancy) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
  }

  /// A page of the ranking, best first; empty in a screening without job description.
  ///
  /// @param offset number of places to leave out
  public List<RankedApplication> ranking(
      AccountId account, ScreeningId screening, int offset, int limit) {
    return ranking(account, screening, Sought.ALL, Order.SCORE, offset, limit);
  }

  /// A page of those in the ranking who are sought; each keeps the place it has among all.
  ///
  /// @param offset number of those sought to leave out
  public List<RankedApplication> ranking(
      AccountId account, ScreeningId screening, Sought sought, Order order, int offset, int limit) {
    return tenancy.inAccount(
        account.value(),
        () ->
            sought(
                    """
                    select *
                    %s
                     order by %s, rank
                    offset :offset limit :limit
                    """
                        .formatted(RANKED, order.sql()),
                    account,
                    screening,
                    sought)
                .param("offset", offset)
                .param("limit", limit)
                .query((row, number) -> ranked(row).with(JudgedRows.judged(row)))
                .list());
  }

  /// How many in the ranking are sought.
  public int count(AccountId account, ScreeningId screening, Sought sought) {
    return tenancy.inAccount(
        account.value(),
        () ->
            sought("select count(*) " + RANKED, account, screening, sought)
                .query((row, number) -> row.getInt(1))
                .single());
  }

  private StatementSpec sought(
      String sql, AccountId account, ScreeningId screening, Sought sought) {
    return jdbc.sql(sql)
        .param("account", account.value())
        .param("screening", screening.value())
        .params(sought.parameters());
  }

  static RankedApplication ranked(ResultSet row) throws SQLException {
    return new RankedApplication(
        row.getInt("rank"),
        application(row),
        Json.read(Rows.text(row, "profile"), Profile.class),
        Json.read(Rows.text(row, "content"), Match.class),
        Sought.notices(List.of((String[]) row.getArray("marks").getArray())));
  }

  /// The review tray: the applications that need review or failed, in the order received.
  public List<Application> review(AccountId account, ScreeningId screening) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    """
                    select %s
                      from application a
                     where a.account_id = :account and a.screening_id = :screening
                       and a.stage in ('NEEDS_REVIEW', 'FAILED')
                     order by a.id
                    """
                        .formatted(COLUMNS))
                .param("account", account.value())
                .param("screening", screening.value())
                .query((row, number) -> application(row))
                .list());
  }

  /// A page of all applications in the order received.
  ///
  /// @param after last application of the page before, absent for the first page
  public List<Application> list(
      AccountId account, ScreeningId screening, @Nullable ApplicationId after, int limit) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    """
                    select %s
                      from application a
                     where a.account_id = :account and a.screening_id = :screening
                       and (cast(:after as uuid) is null or a.id > cast(:after as uuid))
                     order by a.id
                     limit :limit
                    """
                        .formatted(COLUMNS))
                .param("account", account.value())
                .param("screening", screening.value())
                .param("after", after == null ? null : after.value())
                .param("limit", limit)
                .query((row, number) -> application(row))
                .list());
  }

  /// Those of `ids` that the account has.
  public Map<ApplicationId, Application> all(AccountId account, Collection<ApplicationId> ids) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc
                .sql(
                    """
                    select %s
                      from application a
                     where a.account_id = :account and a.id = any(:ids)
                    """
                        .formatted(COLUMNS))
                .param("account", account.value())
                .param("ids", ids.stream().map(ApplicationId::value).toArray(UUID[]::new))
                .query((row, number) -> application(row))
                .stream()
                .collect(toMap(Application::id, identity())));
  }

  /// The applications of a candidate, newest first.
  public List<Application> of(AccountId account, CandidateId candidate) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    """
                    select %s
                      from application a
                     where a.account_id = :account and a.candidate_id = :candidate
                     order by a.id desc
                    """
                        .formatted(COLUMNS))
                .param("account", account.value())
                .param("candidate", candidate.value())
                .query((row, number) -> application(row))
                .list());
  }

  /// The last application each of some CVs came with, by the hash of the CV; one that is in none is
  /// left out.
  public Map<String, Application> newest(AccountId account, Collection<String> documentHashes) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc
                .sql(
                    """
                    select distinct on (a.document_hash) %s
                      from application a
                     where a.account_id = :account and a.document_hash = any(:hashes)
                     order by a.document_hash, a.id desc
                    """
                        .formatted(COLUMNS))
                .param("account", account.value())
                .param("hashes", documentHashes.toArray(String[]::new))
                .query((row, number) -> application(row))
                .stream()
                .collect(toMap(one -> requireNonNull(one.documentHash()), identity())));
  }

  /// Whether the account has this application.
  public boolean exists(AccountId account, ApplicationId id) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    "select exists (select from application where account_id = :account and id = :id)")
                .param("account", account.value())
                .param("id", id.value())
                .query(Boolean.class)
                .single());
  }

  /// Everything known about one application.
  public Optional<ApplicationDetail> find(AccountId account, ApplicationId id) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    """
                    select %s, a.extracting_ms, a.profiling_ms, a.matching_ms, m.content,
                           r.source, r.profile, l.content as local, %s,
                           (select sum(c.cost / greatest(1, cardinality(c.application_ids)))
                              from model_call c
                             where c.account_id = a.account_id
                               and c.application_ids @> array[a.id]) as cost
                      from application a
                      left join match m on m.account_id = a.account_id and m.id = a.match_id
                      left join reading r on r.account_id = a.account_id and r.id = a.reading_id
                      %s
                     where a.account_id = :account and a.id = :id
                    """
                        .formatted(COLUMNS, JudgedRows.COLUMNS, JudgedRows.BESIDE))
                .param("account", account.value())
                .param("id", id.value())
                .query((row, number) -> detail(row, rank(account, id).orElse(null)))
                .optional());
  }

  private Optional<Integer> rank(AccountId account, ApplicationId id) {
    return jdbc.sql(
            """
            with one as (
              select a.screening_id, a.document_hash, m.total, m.technical_skills, m.experience,
                     m.education, m.soft_skills
                from application a
                join match m on m.account_id = a.account_id and m.id = a.match_id
               where a.account_id = :account and a.id = :id and a.stage = 'COMPLETED')
            select (select count(*) + 1
                      from application a
                      join match m on m.account_id = a.account_id and m.id = a.match_id
                     where a.account_id = :account and a.stage = 'COMPLETED'
                       and a.screening_id = one.screening_id and m.total >= one.total
                       and ((m.total, m.technical_skills, m.experience, m.education, m.soft_skills)
                              > (one.total, one.technical_skills, one.experience, one.education,
                                 one.soft_skills)
                         or ((m.total, m.technical_skills, m.experience, m.education, m.soft_skills)
                              = (one.total, one.technical_skills, one.experience, one.education,
                                 one.soft_skills)
                           and a.document_hash collate "C" < one.document_hash collate "C"))) as rank
              from one
            """)
        .param("account", account.value())
        .param("id", id.value())
        .query((row, number) -> row.getInt("rank"))
        .optional();
  }

  private static ApplicationDetail detail(ResultSet row, @Nullable Integer rank)
      throws SQLException {
    String match = row.getString("content");
    String local = row.getString("local");
    return new ApplicationDetail(
        application(row),
        rank,
        row.getString("profile") == null ? null : Readings.reading(row),
        match == null ? null : Json.read(match, Match.class),
        durations(row),
        JudgedRows.judged(row),
        local == null ? null : Json.read(local, Match.class),
        row.getLong("cost"));
  }

  private static Map<Stage, Duration> durations(ResultSet row) throws SQLException {
    var columns =
        Map.of(
            Stage.EXTRACTING, "extracting_ms",
            Stage.PROFILING, "profiling_ms",
            Stage.MATCHING, "matching_ms");
    var durations = new EnumMap<Stage, Duration>(Stage.class);
    for (var column : columns.entrySet()) {
      long millis = row.getLong(column.getValue());
      if (!row.wasNull()) {
        durations.put(column.getKey(), Duration.ofMillis(millis));
      }
    }
    return durations;
  }

  /// The application in a row that has the [#COLUMNS].
  public static Application application(ResultSet row) throws SQLException {
    String reason = row.getString("reason");
    UUID candidate = Rows.uuid(row, "candidate_id");
    String verdict = row.getString("verdict");
    return new Application(
        new ApplicationId(Rows.id(row, "id")),
        new ScreeningId(Rows.id(row, "screening_id")),
        row.getInt("application_number"),
        Rows.text(row, "file"),
        row.getString("document_hash"),
        Stage.valueOf(Rows.text(row, "stage")),
        reason == null ? null : Reason.valueOf(reason),
        Rows.text(row, "detail"),
        row.getString("error_id"),
        candidate == null ? null : new CandidateId(candidate),
        verdict == null ? null : Verdict.valueOf(verdict),
        Rows.instant(row, "created_at"),
        Rows.time(row, "started_at"),
        Rows.time(row, "finished_at"));
  }
}
