package dev.shortlist.screening;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.database.Rows;
import dev.shortlist.database.Tenancy;
import dev.shortlist.jobdescription.JobDescription;
import dev.shortlist.match.Match;
import dev.shortlist.profile.Reading;
import dev.shortlist.profile.ToldDates;
import dev.shortlist.profile.ToldFact;
import dev.shortlist.profile.UnsureFact;
import dev.shortlist.terms.Engines;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What language models are given of applications, and what the local engine makes of what they
/// tell.
@Component
public class Cases {
  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final Engines engines;
  private final Readings readings;
  private final Matches matches;
  private final Revisions revisions;

  Cases(
      JdbcClient jdbc,
      Tenancy tenancy,
      Engines engines,
      Readings readings,
      Matches matches,
      Revisions revisions) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
    this.engines = engines;
    this.readings = readings;
    this.matches = matches;
    this.revisions = revisions;
  }

  /// What a model reads of an application, and what it is held against.
  ///
  /// @param match id of the local match
  public record Case(
      ApplicationId application,
      UUID match,
      Reading reading,
      Match local,
      UUID jobDescription,
      JobDescription asked) {
    /// What is told of a case is kept by it, and a whole CV is long.
    @Override
    public int hashCode() {
      return application.hashCode();
    }
  }

  /// A reading and its local match.
  public record Scored(Reading reading, Match match) {}

  /// What the local engine makes of an application with what a model told.
  public Scored with(AccountId account, Case of, List<ToldDates> dates, List<ToldFact> facts) {
    var engine = engines.of(account);
    var dated =
        engine
            .profiles()
            .corrected(of.reading(), dates.stream().map(ToldDates::correction).toList());
    var reading = UnsureFact.filled(dated, facts);
    return new Scored(reading, engine.matcher().match(reading, of.asked(), of.local().weights()));
  }

  /// What the screening asks for; empty in one without job description.
  public Optional<JobDescription> asked(AccountId account, ScreeningId screening) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    """
                    select job_description_id from screening
                     where account_id = :account and id = :screening
                       and job_description_id is not null
                    """)
                .param("account", account.value())
                .param("screening", screening.value())
                .query((row, number) -> new JobDescriptionId(Rows.id(row, "job_description_id")))
                .optional()
                .map(id -> revisions.get(account, id).content()));
  }

  /// Characters of the CVs' visible texts, in the order of `applications`.
  public List<Integer> lengths(AccountId account, List<UUID> applications) {
    if (applications.isEmpty()) {
      return List.of();
    }
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    """
                    select (select coalesce(sum(length(line ->> 'text') + 1), 0)
                              from json_array_elements(r.source -> 'text') line) as characters
                      from unnest(cast(:ids as uuid[])) with ordinality as asked (id, place)
                      left join application a on a.account_id = :account and a.id = asked.id
                      left join reading r on r.account_id = a.account_id and r.id = a.reading_id
                     order by asked.place
                    """)
                .param("account", account.value())
                .param("ids", applications.toArray(UUID[]::new))
                .query((row, number) -> row.getInt("characters"))
                .list());
  }

  /// What is to be read of these applications, in their order, as far as they are still as they
  /// were when a model was to read them.
  public List<Case> list(AccountId account, List<UUID> applications) {
    return tenancy.inAccount(
        account.value(),
        () ->
            applications.stream().map(id -> find(account, id)).flatMap(Optional::stream).toList());
  }

  private record Found(UUID local, UUID reading, UUID job) {}

  /// The match is looked up by a case: behind the fence a planner takes no coalesce for a key, and
  /// would read all matches of the account.
  private Optional<Case> find(AccountId account, UUID application) {
    return jdbc.sql(
            """
            select l.id as local, a.reading_id as reading, l.job_description_id as job
              from application a
              %s
              join match l
                on l.account_id = a.account_id
               and l.id = case when j.match_id is null then a.match_id else j.match_id end
             where a.account_id = :account and a.id = :id and a.stage = 'COMPLETED'
            """
                .formatted(JudgedRows.JUDGEMENT))
        .param("account", account.value())
        .param("id", application)
        .query((row, number) ->
            new Found(Rows.id(row, "local"), Rows.id(row, "reading"), Rows.id(row, "job")))
        .optional()
        .map(found ->
            new Case(
                new ApplicationId(application),
                found.local(),
                readings.take(account, found.reading()),
                matches.take(account, found.local()),
                found.job(),
                revisions.get(account, new JobDescriptionId(found.job())).content()));
  }
}
