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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What language models made of applications, beside what the local matcher made of them.
///
/// A judgement belongs to one local match: with another job description, or read anew, an
/// application has another match, and what was judged before waits there.
@Component
public class Judgements {
  /// Beside an application `a`: its judgement `j`, and the local match `l` it is about.
  static final String BESIDE =
      """
      left join judgement j on j.account_id = a.account_id and j.application_id = a.id
            and (j.match_id = a.match_id or j.judged_match_id = a.match_id)
      left join match l on l.account_id = j.account_id and l.id = j.match_id
      left join match g on g.account_id = j.account_id and g.id = j.judged_match_id\
      """;

  static final String COLUMNS =
      """
      j.state as judged_state, l.total as local_total, g.total as judged_total, j.lowest, j.highest,
      j.readings, j.model, j.summary, j.why, j.asked, j.answered, j.unquoted,
      j.dates, j.facts\
      """;

  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final Matches matches;
  private final Engines engines;
  private final Changes changes;
  private final Clock clock;

  Judgements(
      JdbcClient jdbc,
      Tenancy tenancy,
      Matches matches,
      Engines engines,
      Changes changes,
      Clock clock) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
    this.matches = matches;
    this.engines = engines;
    this.changes = changes;
    this.clock = clock;
  }

  /// One place in a ranking.
  ///
  /// @param match the local match, whatever a model made of it
  /// @param total points that count now
  /// @param state absent while nobody asked a model
  /// @param readings how often a model read it
  public record Place(
      ApplicationId application,
      UUID match,
      double total,
      Judged.@Nullable State state,
      int readings) {}

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

  /// What came of a model's reading.
  ///
  /// @param match with what it showed
  public record Told(
      Match match,
      String model,
      String summary,
      int asked,
      int answered,
      int unquoted,
      List<ToldDates> dates,
      List<ToldFact> facts) {
    public Told {
      dates = List.copyOf(dates);
      facts = List.copyOf(facts);
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

  /// The ranking as it stands, best first; empty in a screening without job description.
  public List<Place> places(AccountId account, ScreeningId screening) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    """
                    select a.id, coalesce(j.match_id, a.match_id) as local, m.total,
                           j.state, coalesce(j.readings, 0) as readings
                      from application a
                      join match m on m.account_id = a.account_id and m.id = a.match_id
                      left join judgement j
                        on j.account_id = a.account_id and j.application_id = a.id
                       and (j.match_id = a.match_id or j.judged_match_id = a.match_id)
                     where a.account_id = :account and a.screening_id = :screening
                       and a.stage = 'COMPLETED'
                     order by %s
                    """
                        .formatted(Applications.BEST_FIRST))
                .param("account", account.value())
                .param("screening", screening.value())
                .query((row, number) -> place(row))
                .list());
  }

  private static Place place(ResultSet row) throws SQLException {
    String state = row.getString("state");
    return new Place(
        new ApplicationId(Rows.id(row, "id")),
        Rows.id(row, "local"),
        row.getDouble("total"),
        state == null ? null : Judged.State.valueOf(state),
        row.getInt("readings"));
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
  public List<Case> cases(AccountId account, List<UUID> applications) {
    return tenancy.inAccount(
        account.value(),
        () ->
            applications.stream().map(id -> find(account, id)).flatMap(Optional::stream).toList());
  }

  private Optional<Case> find(AccountId account, UUID application) {
    return jdbc.sql(
            """
            select a.id, l.id as local, l.content, r.source, r.profile, d.id as job,
                   d.content as job_content
              from application a
              left join judgement j on j.account_id = a.account_id and j.application_id = a.id
               and (j.match_id = a.match_id or j.judged_match_id = a.match_id)
              join match l
                on l.account_id = a.account_id and l.id = coalesce(j.match_id, a.match_id)
              join reading r on r.account_id = a.account_id and r.id = a.reading_id
              join job_description d
                on d.account_id = a.account_id and d.id = l.job_description_id
             where a.account_id = :account and a.id = :id and a.stage = 'COMPLETED'
            """)
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

  /// Has a model read these from now on.
  public void expect(AccountId account, ScreeningId screening, Collection<Place> places) {
    jdbc.sql(
            """
            with expected as (
              insert into judgement
                (account_id, application_id, match_id, screening_id, state, created_at)
              select :account, place.application, place.match, :screening, 'WAITING', :now
                from unnest(cast(:applications as uuid[]), cast(:matches as uuid[]))
                  as place (application, match)
              on conflict (account_id, application_id, match_id) do update
                set state = 'WAITING', why = null, ended_at = null
              returning application_id)
            update application
               set change = nextval('application_change')
             where account_id = :account and id in (select application_id from expected)
            """)
        .param("account", account.value())
        .param("screening", screening.value())
        .param("applications", ids(places, place -> place.application().value()))
        .param("matches", ids(places, Place::match))
        .param("now", Rows.time(clock.instant()))
        .update();
  }

  private static UUID[] ids(Collection<Place> places, Function<Place, UUID> id) {
    return places.stream().map(id).toArray(UUID[]::new);
  }

  /// Lets what was judged before count where the same local match is there again, and forgets what
  /// waits for a match that is gone.
  public void recall(AccountId account, ScreeningId screening) {
    jdbc.sql(
            """
            update application a
               set match_id = j.judged_match_id, change = nextval('application_change')
              from judgement j
             where a.account_id = :account and a.screening_id = :screening
               and a.stage = 'COMPLETED' and j.account_id = a.account_id
               and j.application_id = a.id and j.match_id = a.match_id and j.state = 'JUDGED'
            """)
        .param("account", account.value())
        .param("screening", screening.value())
        .update();
    jdbc.sql(
            """
            delete from judgement j
             where j.account_id = :account and j.screening_id = :screening
               and j.state = 'WAITING'
               and not exists (select from application a
                                where a.account_id = j.account_id and a.id = j.application_id
                                  and a.match_id = j.match_id)
            """)
        .param("account", account.value())
        .param("screening", screening.value())
        .update();
  }

  /// Lets what a model showed count, if the application is still as it was read. The first reading
  /// counts; a further one widens the span.
  public void keep(AccountId account, ScreeningId screening, Case read, Told told) {
    var before = asRead(account, read);
    if (before.isEmpty()) {
      return;
    }
    if (before.get() == Judged.State.JUDGED) {
      widen(account, read, told.match().total());
      touch(account, read.application());
      return;
    }
    var unit = new Stages.Unit(account, screening, read.application());
    var judged = matches.keep(unit, new JobDescriptionId(read.jobDescription()), told.match());
    judge(account, read, told, judged);
    jdbc.sql(
            """
            update application
               set match_id = case match_id when :match then :judged else match_id end,
                   change = nextval('application_change')
             where account_id = :account and id = :id
            """)
        .param("judged", judged)
        .param("account", account.value())
        .param("id", read.application().value())
        .param("match", read.match())
        .update();
  }

  private void judge(AccountId account, Case read, Told told, UUID judged) {
    jdbc.sql(
            """
            update judgement
               set state = 'JUDGED', judged_match_id = :judged, why = null, model = :model,
                   summary = :summary, asked = :asked, answered = :answered,
                   unquoted = :unquoted, dates = cast(:dates as json), facts = cast(:facts as json),
                   readings = 1, lowest = :total, highest = :total, ended_at = :now
             where account_id = :account and application_id = :application and match_id = :match
            """)
        .param("judged", judged)
        .param("model", told.model())
        .param("summary", told.summary())
        .param("asked", told.asked())
        .param("answered", told.answered())
        .param("unquoted", told.unquoted())
        .param("dates", Json.write(told.dates()))
        .param("facts", Json.write(told.facts()))
        .param("total", told.match().total())
        .param("now", Rows.time(clock.instant()))
        .param("account", account.value())
        .param("application", read.application().value())
        .param("match", read.match())
        .update();
  }

  private void widen(AccountId account, Case read, double total) {
    jdbc.sql(
            """
            update judgement
               set readings = readings + 1, lowest = least(lowest, :total),
                   highest = greatest(highest, :total)
             where account_id = :account and application_id = :application and match_id = :match
            """)
        .param("total", total)
        .param("account", account.value())
        .param("application", read.application().value())
        .param("match", read.match())
        .update();
  }

  /// The local score stands; what a model showed before stays.
  public void stand(AccountId account, UUID application, Judged.Why why) {
    int changed =
        jdbc.sql(
                """
                update judgement set state = 'LOCAL', why = :why, ended_at = :now
                 where account_id = :account and application_id = :application
                   and state = 'WAITING'
                """)
            .param("why", why.name())
            .param("now", Rows.time(clock.instant()))
            .param("account", account.value())
            .param("application", application)
            .update();
    if (changed > 0) {
      touch(account, new ApplicationId(application));
    }
  }

  /// A further reading of a CV gave nothing; it is not tried again.
  public void count(AccountId account, Case read) {
    jdbc.sql(
            """
            update judgement set readings = readings + 1
             where account_id = :account and application_id = :application and match_id = :match
               and state = 'JUDGED'
            """)
        .param("account", account.value())
        .param("application", read.application().value())
        .param("match", read.match())
        .update();
  }

  /// Forgets local scores that stood because of something that may be mended by now.
  public void reconsider(AccountId account, ScreeningId screening) {
    jdbc.sql(
            """
            delete from judgement
             where account_id = :account and screening_id = :screening and state = 'LOCAL'
               and why in ('OUTAGE', 'UNUSABLE', 'SWITCHED_OFF')
            """)
        .param("account", account.value())
        .param("screening", screening.value())
        .update();
  }

  /// Applications of the screening a model is still to read.
  public List<UUID> waiting(AccountId account, ScreeningId screening) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    """
                    select application_id from judgement
                     where account_id = :account and screening_id = :screening
                       and state = 'WAITING'
                     order by application_id
                    """)
                .param("account", account.value())
                .param("screening", screening.value())
                .query((row, number) -> Rows.id(row, "application_id"))
                .list());
  }

  /// How many matched applications no model was asked to read.
  public int unasked(AccountId account, ScreeningId screening) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    """
                    select count(*)
                      from application a
                      left join judgement j
                        on j.account_id = a.account_id and j.application_id = a.id
                       and (j.match_id = a.match_id or j.judged_match_id = a.match_id)
                     where a.account_id = :account and a.screening_id = :screening
                       and a.stage = 'COMPLETED' and a.match_id is not null
                       and j.state is null
                    """)
                .param("account", account.value())
                .param("screening", screening.value())
                .query((row, number) -> row.getInt(1))
                .single());
  }

  /// How many applications have about as many points as the last one on the shortlist, and were
  /// read less than `readings` times.
  ///
  /// @param apart most points from there
  public int closeToTheCut(
      AccountId account, ScreeningId screening, int shortlist, double apart, int readings) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    """
                    with ranked as (
                      select m.total, coalesce(j.readings, 0) as readings
                        from application a
                        join match m on m.account_id = a.account_id and m.id = a.match_id
                        left join judgement j
                          on j.account_id = a.account_id and j.application_id = a.id
                         and (j.match_id = a.match_id or j.judged_match_id = a.match_id)
                       where a.account_id = :account and a.screening_id = :screening
                         and a.stage = 'COMPLETED' and coalesce(j.state, '') <> 'LOCAL')
                    select count(*)
                      from ranked
                     where abs(total - (select r.total from ranked r
                                         order by r.total desc offset :place limit 1)) <= :apart
                       and readings < :readings
                    """)
                .param("account", account.value())
                .param("screening", screening.value())
                .param("place", shortlist)
                .param("apart", apart)
                .param("readings", readings)
                .query((row, number) -> row.getInt(1))
                .single());
  }

  /// Tells, after the commit, that something changed; then further work is begun or the screening
  /// closed.
  public void changed(AccountId account, ScreeningId screening) {
    changes.changed(account, screening);
  }

  /// Holds the application and says what is known of the judgement; empty if it is not as it was
  /// read any more.
  private Optional<Judged.State> asRead(AccountId account, Case read) {
    return jdbc.sql(
            """
            select j.state
              from application a
              join judgement j on j.account_id = a.account_id and j.application_id = a.id
               and j.match_id = :match
             where a.account_id = :account and a.id = :id and a.stage = 'COMPLETED'
               and a.match_id in (j.match_id, j.judged_match_id)
               for update
            """)
        .param("account", account.value())
        .param("id", read.application().value())
        .param("match", read.match())
        .query((row, number) -> Judged.State.valueOf(row.getString("state")))
        .optional();
  }

  private void touch(AccountId account, ApplicationId application) {
    jdbc.sql(
            """
            update application set change = nextval('application_change')
             where account_id = :account and id = :id
            """)
        .param("account", account.value())
        .param("id", application.value())
        .update();
  }

  /// What [#COLUMNS] say; absent where no model was to read.
  static @Nullable Judged judged(ResultSet row) throws SQLException {
    String state = row.getString("judged_state");
    if (state == null) {
      return null;
    }
    String why = row.getString("why");
    return new Judged(
        Judged.State.valueOf(state),
        Match.score(row.getDouble("local_total")),
        score(row, "judged_total"),
        score(row, "lowest"),
        score(row, "highest"),
        row.getInt("readings"),
        row.getString("model"),
        Rows.text(row, "summary"),
        why == null ? null : Judged.Why.valueOf(why),
        row.getInt("asked"),
        row.getInt("answered"),
        row.getInt("unquoted"),
        List.of(Json.read(Rows.text(row, "dates"), ToldDates[].class)),
        List.of(Json.read(Rows.text(row, "facts"), ToldFact[].class)));
  }

  private static @Nullable Integer score(ResultSet row, String column) throws SQLException {
    double total = row.getDouble(column);
    return row.wasNull() ? null : Match.score(total);
  }
}
