package dev.shortlist.screening;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.database.Json;
import dev.shortlist.database.Rows;
import dev.shortlist.match.Match;
import dev.shortlist.profile.ToldDates;
import dev.shortlist.profile.ToldFact;
import dev.shortlist.screening.Cases.Case;
import dev.shortlist.screening.Standings.Place;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Writes down what language models made of applications, beside what the local matcher made of
/// them; in the transaction that is going on.
///
/// A judgement belongs to one local match: with another job description, or read anew, an
/// application has another match, and what was judged before waits there.
@Component
public class Judgements {
  private final JdbcClient jdbc;
  private final Matches matches;
  private final Changes changes;
  private final Clock clock;

  Judgements(JdbcClient jdbc, Matches matches, Changes changes, Clock clock) {
    this.jdbc = jdbc;
    this.matches = matches;
    this.changes = changes;
    this.clock = clock;
  }

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
              returning application_id, match_id, judged_match_id)
            update application a
               set change = nextval('application_change'),
                   model_state = case when a.match_id in (e.match_id, e.judged_match_id)
                                      then 'WAITING' else a.model_state end
              from expected e
             where a.account_id = :account and a.id = e.application_id
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
               set match_id = back.judged_match_id, change = nextval('application_change')
              from (select a.id, j.judged_match_id
                      from application a
                      %s
                     where a.account_id = :account and a.screening_id = :screening
                       and a.stage = 'COMPLETED' and j.match_id = a.match_id
                       and j.state = 'JUDGED') back
             where a.account_id = :account and a.id = back.id
            """
                .formatted(JudgedRows.JUDGEMENT))
        .param("account", account.value())
        .param("screening", screening.value())
        .update();
    jdbc.sql(
            """
            with gone as (
              delete from judgement j
               where j.account_id = :account and j.screening_id = :screening
                 and j.state = 'WAITING'
                 and j.match_id not in (
                       select match_id from application
                        where account_id = :account and screening_id = :screening
                          and match_id is not null)
              returning application_id, judged_match_id)
            update application a
               set model_state = 'UNASKED'
              from gone
             where a.account_id = :account and a.id = gone.application_id
               and a.match_id = gone.judged_match_id
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
  }

  private void judge(AccountId account, Case read, Told told, UUID judged) {
    jdbc.sql(
            """
            with judged as (
              update judgement
                 set state = 'JUDGED', judged_match_id = :judged, why = null, model = :model,
                     summary = :summary, asked = :asked, answered = :answered,
                     unquoted = :unquoted, dates = cast(:dates as json),
                     facts = cast(:facts as json), readings = 1, lowest = :total, highest = :total,
                     ended_at = :now
               where account_id = :account and application_id = :application
                 and match_id = :match)
            update application
               set match_id = case match_id when :match then :judged else match_id end,
                   model_state = 'JUDGED', change = nextval('application_change')
             where account_id = :account and id = :application
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
    jdbc.sql(
            """
            with stands as (
              update judgement set state = 'LOCAL', why = :why, ended_at = :now
               where account_id = :account and application_id = :application
                 and state = 'WAITING'
              returning match_id, judged_match_id)
            update application a
               set change = nextval('application_change'),
                   model_state = case when exists (
                                   select from stands s
                                    where a.match_id in (s.match_id, s.judged_match_id))
                                 then 'LOCAL' else a.model_state end
             where a.account_id = :account and a.id = :application
               and exists (select from stands)
            """)
        .param("why", why.name())
        .param("now", Rows.time(clock.instant()))
        .param("account", account.value())
        .param("application", application)
        .update();
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
            with forgotten as (
              delete from judgement
               where account_id = :account and screening_id = :screening and state = 'LOCAL'
                 and why in ('OUTAGE', 'UNUSABLE', 'SWITCHED_OFF')
              returning application_id, match_id, judged_match_id)
            update application a
               set model_state = 'UNASKED'
              from forgotten f
             where a.account_id = :account and a.id = f.application_id
               and a.match_id in (f.match_id, f.judged_match_id)
            """)
        .param("account", account.value())
        .param("screening", screening.value())
        .update();
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
}
