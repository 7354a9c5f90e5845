package dev.shortlist.screening;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.database.Json;
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

  Cases(JdbcClient jdbc, Tenancy tenancy, Engines engines) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
    this.engines = engines;
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
      JobDescription asked) {}

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
                    select d.content
                      from screening s
                      join job_description d
                        on d.account_id = s.account_id and d.id = s.job_description_id
                     where s.account_id = :account and s.id = :screening
                    """)
                .param("account", account.value())
                .param("screening", screening.value())
                .query((row, number) -> Json.read(Rows.text(row, "content"), JobDescription.class))
                .optional());
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

  /// The match is looked up by a case: behind the fence a planner takes no coalesce for a key, and
  /// would read all matches of the account.
  private Optional<Case> find(AccountId account, UUID application) {
    return jdbc.sql(
            """
            select a.id, l.id as local, l.content, r.source, r.profile, d.id as job,
                   d.content as job_content
              from application a
              %s
              join match l
                on l.account_id = a.account_id
               and l.id = case when j.match_id is null then a.match_id else j.match_id end
              join reading r on r.account_id = a.account_id and r.id = a.reading_id
              join job_description d
                on d.account_id = a.account_id and d.id = l.job_description_id
             where a.account_id = :account and a.id = :id and a.stage = 'COMPLETED'
            """
                .formatted(JudgedRows.JUDGEMENT))
        .param("account", account.value())
        .param("id", application)
        .query((row, number) ->
            new Case(
                new ApplicationId(Rows.id(row, "id")),
                Rows.id(row, "local"),
                Readings.reading(row),
                Json.read(Rows.text(row, "content"), Match.class),
                Rows.id(row, "job"),
                Json.read(Rows.text(row, "job_content"), JobDescription.class)))
        .optional();
  }
}
