package dev.shortlist.screening;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.database.Rows;
import dev.shortlist.database.Tenancy;
import dev.shortlist.jobdescription.JobDescription;
import dev.shortlist.match.Answer;
import dev.shortlist.match.Dimension;
import dev.shortlist.match.Match;
import dev.shortlist.match.Matcher;
import dev.shortlist.match.Weights;
import dev.shortlist.profile.Profile;
import dev.shortlist.terms.Engines;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who of all people whose CVs an account keeps fits a job description.
///
/// It is told from stored readings: no file is opened. Of each person the newest CV counts, in its
/// newest reading. What was once scored for a job description is kept, so asking again is a query.
@Component
public class Pool {
  private static final int AT_ONCE = 50;

  /// The newest reading of each person; a CV of nobody known stands for itself.
  private static final String NEWEST =
      """
      with newest as (
        select distinct on (coalesce(c.candidate_id::text, r.document_hash))
               r.id, r.document_hash
          from reading r
          join document d on d.account_id = r.account_id and d.hash = r.document_hash
          left join candidate_document c
            on c.account_id = r.account_id and c.document_hash = r.document_hash
         where r.account_id = :account
         order by coalesce(c.candidate_id::text, r.document_hash),
               d.created_at desc, d.hash, r.created_at desc, r.id desc)
      """;

  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final Readings readings;
  private final Engines engines;

  Pool(JdbcClient jdbc, Tenancy tenancy, Readings readings, Engines engines) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
    this.readings = readings;
    this.engines = engines;
  }

  /// The best of the pool.
  ///
  /// @param cvs number of CVs that were compared
  /// @param best in the order of [dev.shortlist.match.Ranking]
  public record Ranked(int cvs, List<Fit> best) {
    public Ranked {
      best = List.copyOf(best);
    }
  }

  /// One person's CV and how it fits.
  ///
  /// @param rank place from 1
  /// @param application the last one the CV came with, absent once that was deleted
  public record Fit(int rank, @Nullable Application application, Profile profile, Match match) {}

  /// Scores what was not yet scored for this job description, and ranks all.
  ///
  /// @param limit how many of the best are wanted
  public Ranked rank(AccountId account, StoredJobDescription asked, int limit) {
    score(account, asked);
    return new Ranked(newest(account).size(), page(account, asked, 0, limit));
  }

  /// How a part of the pool answers each requirement.
  ///
  /// @param cvs number of CVs that were looked at: the newest
  /// @param all number of CVs in the pool
  /// @param answers how many of them answer in which way, by the id of the requirement
  public record Shown(int cvs, int all, Map<String, Map<Answer, Integer>> answers) {}

  /// Looks how the newest CVs of the pool answer what is asked; nothing is kept.
  ///
  /// @param most how many CVs to look at
  public Shown shown(AccountId account, JobDescription asked, int most) {
    var all = newest(account);
    var looked = all.stream().sorted(Comparator.reverseOrder()).limit(most).toList();
    var matcher = engines.of(account).matcher();
    var answers =
        chunks(looked).parallelStream()
            .flatMap(chunk -> readings.list(account, chunk).stream())
            .map(reading -> matcher.match(reading.reading(), asked, Weights.STANDARD).answers())
            .toList();
    var counts = new TreeMap<String, Map<Answer, Integer>>();
    for (var one : answers) {
      one.forEach((id, answer) ->
          counts
              .computeIfAbsent(id, _ -> new EnumMap<>(Answer.class))
              .merge(answer, 1, Integer::sum));
    }
    return new Shown(looked.size(), all.size(), counts);
  }

  /// How many of the pool are scored for a job description.
  public record Scored(int scored, int all) {
    public boolean isComplete() {
      return scored >= all;
    }
  }

  /// How far [#rank] is, whoever began it.
  public Scored scored(AccountId account, StoredJobDescription asked) {
    var all = newest(account);
    var done = scored(account, asked, engines.of(account).matcher().version());
    return new Scored((int) all.stream().filter(done::contains).count(), all.size());
  }

  /// Scores what was not yet scored for this job description.
  public void score(AccountId account, StoredJobDescription asked) {
    var matcher = engines.of(account).matcher();
    var missing = new ArrayList<>(newest(account));
    missing.removeAll(scored(account, asked, matcher.version()));
    chunks(missing).parallelStream().forEach(chunk -> score(account, asked, matcher, chunk));
  }

  /// A page of those that are scored, best first.
  ///
  /// @param offset number of places to leave out
  public List<Fit> page(AccountId account, StoredJobDescription asked, int offset, int limit) {
    var matcher = engines.of(account).matcher();
    var best = best(account, asked, matcher.version(), offset, limit);
    var places = readings.list(account, best);
    return IntStream.range(0, places.size())
        .mapToObj(i -> fit(account, offset + i + 1, places.get(i), asked, matcher))
        .toList();
  }

  private Fit fit(
      AccountId account,
      int rank,
      Readings.Kept reading,
      StoredJobDescription asked,
      Matcher matcher) {
    return new Fit(
        rank,
        application(account, reading.id()),
        reading.reading().profile(),
        matcher.match(reading.reading(), asked.content(), asked.weights()));
  }

  private List<UUID> newest(AccountId account) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(NEWEST + "select id from newest")
                .param("account", account.value())
                .query((row, number) -> Rows.id(row, "id"))
                .list());
  }

  private Set<UUID> scored(AccountId account, StoredJobDescription asked, String version) {
    return tenancy.inAccount(
        account.value(),
        () ->
            new HashSet<>(
                jdbc.sql(
                        """
                        select reading_id
                          from pool_score
                         where account_id = :account and job_description_id = :asked
                           and version = :version
                        """)
                    .param("account", account.value())
                    .param("asked", asked.id().value())
                    .param("version", version)
                    .query((row, number) -> Rows.id(row, "reading_id"))
                    .list()));
  }

  private static List<List<UUID>> chunks(List<UUID> ids) {
    var chunks = new ArrayList<List<UUID>>();
    for (int from = 0; from < ids.size(); from += AT_ONCE) {
      chunks.add(List.copyOf(ids.subList(from, Math.min(ids.size(), from + AT_ONCE))));
    }
    return chunks;
  }

  private void score(
      AccountId account, StoredJobDescription asked, Matcher matcher, List<UUID> chunk) {
    var scores = new ArrayList<Score>();
    var kept = readings.list(account, chunk);
    for (var reading : kept) {
      var match = matcher.match(reading.reading(), asked.content(), asked.weights());
      scores.add(Score.of(reading.id(), match));
    }
    readings.remember(account, kept);
    keep(account, asked, matcher.version(), scores);
  }

  /// A row, under the names of its columns.
  private record Score(
      UUID reading_id,
      double total,
      double technical_skills,
      double experience,
      double education,
      double soft_skills) {
    static Score of(UUID reading, Match match) {
      return new Score(
          reading,
          match.total(),
          match.dimension(Dimension.TECHNICAL_SKILLS).points(),
          match.dimension(Dimension.EXPERIENCE).points(),
          match.dimension(Dimension.EDUCATION).points(),
          match.dimension(Dimension.SOFT_SKILLS).points());
    }
  }

  private void keep(
      AccountId account, StoredJobDescription asked, String version, List<Score> scores) {
    tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    """
                    insert into pool_score
                      (account_id, job_description_id, reading_id, version, total,
                       technical_skills, experience, education, soft_skills)
                    select :account, :asked, reading_id, :version, total,
                           technical_skills, experience, education, soft_skills
                      from json_populate_recordset(null::pool_score, cast(:scores as json))
                        on conflict (account_id, job_description_id, reading_id) do update
                       set version = excluded.version, total = excluded.total,
                           technical_skills = excluded.technical_skills,
                           experience = excluded.experience, education = excluded.education,
                           soft_skills = excluded.soft_skills
                    """)
                .param("account", account.value())
                .param("asked", asked.id().value())
                .param("version", version)
                .param("scores", Json.write(scores))
                .update());
  }

  private List<UUID> best(
      AccountId account, StoredJobDescription asked, String version, int offset, int limit) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    NEWEST
                        + """
                        select n.id
                          from newest n
                          join pool_score s on s.account_id = :account and s.reading_id = n.id
                           and s.job_description_id = :asked and s.version = :version
                         order by s.total desc, s.technical_skills desc, s.experience desc,
                               s.education desc, s.soft_skills desc, n.document_hash collate "C"
                        offset :offset limit :limit
                        """)
                .param("account", account.value())
                .param("asked", asked.id().value())
                .param("version", version)
                .param("offset", offset)
                .param("limit", limit)
                .query((row, number) -> Rows.id(row, "id"))
                .list());
  }

  private @Nullable Application application(AccountId account, UUID reading) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    """
                    select %s
                      from application a
                     where a.account_id = :account and a.document_hash =
                           (select document_hash from reading
                             where account_id = :account and id = :reading)
                     order by a.id desc
                     limit 1
                    """
                        .formatted(Applications.COLUMNS))
                .param("account", account.value())
                .param("reading", reading)
                .query((row, number) -> Applications.application(row))
                .optional()
                .orElse(null));
  }
}
