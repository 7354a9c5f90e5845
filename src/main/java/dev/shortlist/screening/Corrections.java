package dev.shortlist.screening;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.Audit;
import dev.shortlist.database.Ids;
import dev.shortlist.database.Json;
import dev.shortlist.database.Rows;
import dev.shortlist.database.Tenancy;
import dev.shortlist.jobdescription.JobDescription;
import dev.shortlist.match.Match;
import dev.shortlist.match.Weights;
import dev.shortlist.profile.Correction;
import dev.shortlist.profile.Reading;
import dev.shortlist.screening.Stages.Unit;
import dev.shortlist.terms.Engines;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What persons corrected in the readings of applications. A correction makes a new reading and a
/// new match; the reading and the match before stay.
@Component
public class Corrections {
  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final Readings readings;
  private final Matches matches;
  private final Engines engines;
  private final Changes changes;
  private final Ids ids;
  private final Clock clock;
  private final Audit audit;

  Corrections(
      JdbcClient jdbc,
      Tenancy tenancy,
      Readings readings,
      Matches matches,
      Engines engines,
      Changes changes,
      Ids ids,
      Clock clock,
      Audit audit) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
    this.readings = readings;
    this.matches = matches;
    this.engines = engines;
    this.changes = changes;
    this.ids = ids;
    this.clock = clock;
    this.audit = audit;
  }

  /// Corrects what was read of an application, and scores it anew.
  ///
  /// @param by who corrects it
  /// @throws NoSuchElementException if the account has no such application that is completed
  /// @throws NotThereAnyMore if somebody else corrected it meanwhile
  /// @throws dev.shortlist.profile.CorrectionRefused if the CV does not bear it out
  public void correct(AccountId account, ApplicationId id, Correction correction, String by) {
    var all = new ArrayList<>(of(account, id).stream().map(Made::correction).toList());
    all.add(correction);
    remake(
        account,
        id,
        all,
        original -> {
          insert(account, id, original, correction, by);
          audit.note(account, "application.corrected", "application/" + id, kind(correction));
        });
  }

  /// Takes a correction back, and scores the application anew without it.
  ///
  /// @throws NoSuchElementException if the account has no such application that is completed
  public void takeBack(AccountId account, ApplicationId id, UUID correction, String by) {
    var left =
        of(account, id).stream()
            .filter(made -> !made.id().equals(correction))
            .map(Made::correction)
            .toList();
    remake(
        account,
        id,
        left,
        original -> {
          jdbc.sql(
                  """
                  update correction set taken_back_at = :now
                   where account_id = :account and application_id = :application and id = :id
                  """)
              .param("account", account.value())
              .param("application", id.value())
              .param("id", correction)
              .param("now", Rows.time(clock.instant()))
              .update();
          audit.note(account, "application.correction-taken-back", "application/" + id, "");
        });
  }

  /// The corrections of an application that hold, oldest first.
  public List<Made> of(AccountId account, ApplicationId id) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    """
                    select id, content, made_by, created_at
                      from correction
                     where account_id = :account and application_id = :application
                       and taken_back_at is null
                     order by id
                    """)
                .param("account", account.value())
                .param("application", id.value())
                .query((row, number) ->
                    new Made(
                        Rows.id(row, "id"),
                        Json.read(Rows.text(row, "content"), Correction.class),
                        Rows.text(row, "made_by"),
                        Rows.instant(row, "created_at")))
                .list());
  }

  /// A correction and who made it.
  public record Made(UUID id, Correction correction, String by, Instant at) {}

  private interface Noting {
    void of(UUID original);
  }

  private void remake(AccountId account, ApplicationId id, List<Correction> all, Noting noting) {
    var subject = subject(account, id);
    var profiles = engines.of(account).profiles();
    var original = readings.list(account, List.of(subject.original())).getFirst().reading();
    var reading = all.isEmpty() ? original : profiles.corrected(original, all);
    var match = match(account, subject, reading);
    tenancy.inAccount(
        account.value(),
        () -> {
          hold(account, id);
          noting.of(subject.original());
          var kept =
              all.isEmpty()
                  ? subject.original()
                  : readings
                      .keep(
                          account,
                          subject.documentHash(),
                          "%s corrected %s".formatted(reading.profile().version(), ids.next()),
                          reading)
                      .id();
          replace(account, id, subject, kept, match);
        });
  }

  /// Lets nobody write down meanwhile what a model made of the match before.
  private void hold(AccountId account, ApplicationId id) {
    jdbc.sql("select id from application where account_id = :account and id = :id for update")
        .param("account", account.value())
        .param("id", id.value())
        .query()
        .listOfRows();
  }

  private @Nullable Match match(AccountId account, Subject subject, Reading reading) {
    var asked = subject.asked();
    return asked == null
        ? null
        : engines.of(account).matcher().match(reading, asked.content(), asked.weights());
  }

  /// The match before, and what models made of it, are kept under other versions, so that whoever
  /// looks for one of this version finds the new one, or none yet.
  private void replace(
      AccountId account, ApplicationId id, Subject subject, UUID reading, @Nullable Match match) {
    @Nullable UUID matched = null;
    var asked = subject.asked();
    if (match != null && asked != null) {
      jdbc.sql(
              """
              update match set version = version || ' before ' || :change
               where account_id = :account and application_id = :application
                 and job_description_id = :asked
                 and (version = :version or starts_with(version, :version || ' '))
                 and position(' before ' in version) = 0
              """)
          .param("account", account.value())
          .param("application", id.value())
          .param("asked", asked.id().value())
          .param("version", match.version())
          .param("change", ids.next().toString())
          .update();
      matched = matches.keep(new Unit(account, subject.screening(), id), asked.id(), match);
    }
    int changed =
        jdbc.sql(
                """
                update application
                   set reading_id = :reading, match_id = coalesce(:match, match_id),
                       change = nextval('application_change')
                 where account_id = :account and id = :id and stage = 'COMPLETED'
                   and reading_id = :before
                """)
            .param("account", account.value())
            .param("id", id.value())
            .param("reading", reading)
            .param("match", matched, Types.OTHER)
            .param("before", subject.reading())
            .update();
    if (changed == 0) {
      throw new NotThereAnyMore(id);
    }
    changes.changed(account, subject.screening());
  }

  /// It was read or corrected anew by somebody else meanwhile.
  public static final class NotThereAnyMore extends ConcurrentModificationException {
    private static final long serialVersionUID = 1;

    NotThereAnyMore(ApplicationId id) {
      super("The application %s has changed meanwhile: look at it again.".formatted(id));
    }
  }

  private void insert(
      AccountId account, ApplicationId id, UUID original, Correction correction, String by) {
    jdbc.sql(
            """
            insert into correction
              (account_id, id, application_id, reading_id, content, made_by, created_at)
            values (:account, :id, :application, :reading, cast(:content as json), :by, :now)
            """)
        .param("account", account.value())
        .param("id", ids.next())
        .param("application", id.value())
        .param("reading", original)
        .param("content", Json.write(correction))
        .param("by", by)
        .param("now", Rows.time(clock.instant()))
        .update();
  }

  private static String kind(Correction correction) {
    return switch (correction) {
      case Correction.Name _ -> "name";
      case Correction.Title _ -> "title";
      case Correction.Company _ -> "company";
      case Correction.Dates _ -> "dates";
      case Correction.SkillAdded _ -> "skill added";
      case Correction.SkillRemoved _ -> "skill removed";
    };
  }

  private Subject subject(AccountId account, ApplicationId id) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    """
                    select a.screening_id, a.document_hash, a.reading_id, j.id, j.content, j.weights,
                           (select c.reading_id
                              from correction c
                             where c.account_id = a.account_id and c.application_id = a.id
                             order by c.id
                             limit 1) as original
                      from application a
                      join screening s on s.account_id = a.account_id and s.id = a.screening_id
                      left join job_description j
                        on j.account_id = s.account_id and j.id = s.job_description_id
                     where a.account_id = :account and a.id = :id and a.stage = 'COMPLETED'
                       and a.reading_id is not null
                    """)
                .param("account", account.value())
                .param("id", id.value())
                .query((row, number) -> subject(row))
                .optional()
                .orElseThrow(() ->
                    new NoSuchElementException(
                        "There is no application %s that is completed.".formatted(id))));
  }

  private static Subject subject(ResultSet row) throws SQLException {
    UUID asked = Rows.uuid(row, "id");
    UUID original = Rows.uuid(row, "original");
    UUID reading = Rows.id(row, "reading_id");
    return new Subject(
        new ScreeningId(Rows.id(row, "screening_id")),
        Rows.text(row, "document_hash"),
        reading,
        original == null ? reading : original,
        asked == null
            ? null
            : new Asked(
                new JobDescriptionId(asked),
                Json.read(Rows.text(row, "content"), JobDescription.class),
                Json.read(Rows.text(row, "weights"), Weights.class)));
  }

  /// @param reading what counts now
  /// @param original as it was read
  private record Subject(
      ScreeningId screening,
      String documentHash,
      UUID reading,
      UUID original,
      @Nullable Asked asked) {}

  private record Asked(JobDescriptionId id, JobDescription content, Weights weights) {}
}
