package dev.shortlist.deciding;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.Audit;
import dev.shortlist.database.Ids;
import dev.shortlist.database.Rows;
import dev.shortlist.database.Tenancy;
import dev.shortlist.match.Match;
import dev.shortlist.match.Recommendation;
import dev.shortlist.screening.ApplicationId;
import dev.shortlist.screening.Changes;
import dev.shortlist.screening.ScreeningId;
import dev.shortlist.screening.Verdict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What persons decided. Every decision stays; the last one counts.
@Component
public class Decisions {
  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final Changes changes;
  private final Ids ids;
  private final Clock clock;
  private final Audit audit;
  private final ApplicationEventPublisher events;

  Decisions(
      JdbcClient jdbc,
      Tenancy tenancy,
      Changes changes,
      Ids ids,
      Clock clock,
      Audit audit,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
    this.changes = changes;
    this.ids = ids;
    this.clock = clock;
    this.audit = audit;
    this.events = events;
  }

  /// Decides about applications: about all of them or, if this throws, about none.
  ///
  /// @param reason needed to reject, and to decide against the recommendation
  /// @param by who decides
  /// @throws NoSuchElementException if the account has not all of the applications
  /// @throws ReasonMissing if a reason is needed
  public List<Decision> decide(
      AccountId account,
      Collection<ApplicationId> applications,
      Verdict verdict,
      String reason,
      String by) {
    return decideTogether(account, applications, verdict, reason, by).decisions();
  }

  /// The same, to be undone in one go.
  ///
  /// @throws NoSuchElementException if the account has not all of the applications
  /// @throws ReasonMissing if a reason is needed
  public Batch decideTogether(
      AccountId account,
      Collection<ApplicationId> applications,
      @Nullable Verdict verdict,
      String reason,
      String by) {
    UUID batch = ids.next();
    return new Batch(
        batch, add(account, batch, wanted(applications, verdict, reason.strip()), by, true));
  }

  /// Puts everything decided in `batch` back as it was before. What was decided anew since then
  /// stays.
  ///
  /// @return what counts again; empty when the account has no such batch, or nothing of it counts
  public List<Decision> undo(AccountId account, UUID batch, String by) {
    return tenancy.inAccount(
        account.value(), () -> add(account, ids.next(), before(account, batch), by, false));
  }

  /// Takes back what was decided about applications.
  ///
  /// @throws NoSuchElementException if the account has not all of the applications
  public List<Decision> takeBack(
      AccountId account, Collection<ApplicationId> applications, String by) {
    return add(account, ids.next(), wanted(applications, null, ""), by, true);
  }

  /// Everything decided about an application, oldest first.
  public List<Decision> history(AccountId account, ApplicationId application) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    """
                    select application_id, verdict, reason, decided_by, score, recommendation,
                           created_at
                      from decision
                     where account_id = :account and application_id = :application
                     order by id
                    """)
                .param("account", account.value())
                .param("application", application.value())
                .query((row, number) -> row(row))
                .list());
  }

  /// What counts about each of these applications, and since when; those nobody decided about have
  /// no entry.
  public Map<ApplicationId, Decision> latest(
      AccountId account, Collection<ApplicationId> applications) {
    if (applications.isEmpty()) {
      return Map.of();
    }
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc
                .sql(
                    """
                    select distinct on (application_id)
                           application_id, verdict, reason, decided_by, score, recommendation,
                           created_at
                      from decision
                     where account_id = :account and application_id in (:applications)
                     order by application_id, id desc
                    """)
                .param("account", account.value())
                .param("applications", values(applications))
                .query((row, number) -> row(row))
                .list()
                .stream()
                .filter(decision -> decision.verdict() != null)
                .collect(Collectors.toMap(Decision::application, decision -> decision)));
  }

  private List<Wanted> before(AccountId account, UUID batch) {
    return jdbc.sql(
            """
            select d.application_id, p.verdict, coalesce(p.reason, '') as reason
              from decision d
              left join lateral (
                select verdict, reason
                  from decision p
                 where p.account_id = d.account_id and p.application_id = d.application_id
                   and p.id < d.id
                 order by p.id desc
                 limit 1) p on true
             where d.account_id = :account and d.batch = :batch
               and not exists (
                 select from decision later
                  where later.account_id = d.account_id and later.application_id = d.application_id
                    and later.id > d.id)
            """)
        .param("account", account.value())
        .param("batch", batch)
        .query((row, number) -> {
          String verdict = row.getString("verdict");
          return new Wanted(
              new ApplicationId(Rows.id(row, "application_id")),
              verdict == null ? null : Verdict.valueOf(verdict),
              Rows.text(row, "reason"));
        })
        .list();
  }

  private static List<Wanted> wanted(
      Collection<ApplicationId> applications, @Nullable Verdict verdict, String reason) {
    return applications.stream()
        .distinct()
        .map(application -> new Wanted(application, verdict, reason))
        .toList();
  }

  /// However many they are, in a handful of statements.
  private List<Decision> add(
      AccountId account, UUID batch, List<Wanted> wanted, String by, boolean reasoned) {
    if (wanted.isEmpty()) {
      return List.of();
    }
    return tenancy.inAccount(
        account.value(),
        () -> {
          var subjects = mark(account, wanted);
          var decisions = wanted.stream().map(one -> decision(one, subjects, by)).toList();
          if (reasoned) {
            decisions.forEach(Decisions::requireReason);
          }
          insert(account, batch, decisions);
          subjects.values().stream()
              .map(Subject::screening)
              .distinct()
              .forEach(screening -> changes.changed(account, screening));
          events.publishEvent(new DecisionsMade(account, decisions));
          note(account, decisions);
          return decisions;
        });
  }

  private void note(AccountId account, List<Decision> decisions) {
    audit.note(
        account,
        "application.decision",
        decisions.stream()
            .map(decision -> {
              var verdict = decision.verdict();
              return new Audit.Deed(
                  "application/" + decision.application(),
                  verdict == null ? "taken back" : verdict.name());
            })
            .toList());
  }

  private Decision decision(Wanted wanted, Map<ApplicationId, Subject> subjects, String by) {
    var subject = subjects.get(wanted.application());
    if (subject == null) {
      throw new NoSuchElementException("There is no application " + wanted.application() + ".");
    }
    return new Decision(
        wanted.application(),
        wanted.verdict(),
        wanted.reason(),
        by,
        subject.score(),
        subject.recommendation(),
        clock.instant());
  }

  /// Sets the verdicts that count; the rows stay locked, so that decisions about one application
  /// come one after the other, and locked in the order of their ids, so that nobody waits for each
  /// other.
  private Map<ApplicationId, Subject> mark(AccountId account, List<Wanted> wanted) {
    return jdbc
        .sql(
            """
            with wanted as (
              select w.id, w.verdict
                from unnest(cast(:ids as uuid[]), cast(:verdicts as text[])) as w (id, verdict)
                join application a on a.account_id = :account and a.id = w.id
               order by a.id
                 for update of a)
            update application a
               set verdict = w.verdict, change = nextval('application_change')
              from wanted w
              join application b on b.account_id = :account and b.id = w.id
              left join match m on m.account_id = b.account_id and m.id = b.match_id
             where a.account_id = :account and a.id = w.id
            returning a.id, a.screening_id, m.total, m.recommendation
            """)
        .param("account", account.value())
        .param("ids", wanted.stream().map(one -> one.application().value()).toArray(UUID[]::new))
        .param("verdicts", wanted.stream().map(one -> name(one.verdict())).toArray(String[]::new))
        .query((row, number) ->
            Map.entry(
                new ApplicationId(Rows.id(row, "id")),
                new Subject(
                    new ScreeningId(Rows.id(row, "screening_id")),
                    score(row.getObject("total", Double.class)),
                    recommendation(row))))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static void requireReason(Decision decision) {
    if (!decision.reason().isEmpty()) {
      return;
    }
    if (decision.verdict() == Verdict.REJECTED) {
      throw new ReasonMissing("Rejecting a candidate needs a reason: say why.");
    }
    if (decision.isOverride()) {
      throw new ReasonMissing(
          "The decision goes against the recommendation %s: say why."
              .formatted(decision.recommendation()));
    }
  }

  private void insert(AccountId account, UUID batch, List<Decision> decisions) {
    jdbc.sql(
            """
            insert into decision (account_id, id, application_id, verdict, reason, decided_by,
              score, recommendation, created_at, batch)
            select :account, d.id, d.application_id, d.verdict, d.reason, :by, d.score,
                   d.recommendation, :at, :batch
              from unnest(cast(:ids as uuid[]), cast(:applications as uuid[]),
                          cast(:verdicts as text[]), cast(:reasons as text[]),
                          cast(:scores as int[]), cast(:recommendations as text[]))
                as d (id, application_id, verdict, reason, score, recommendation)
            """)
        .param("account", account.value())
        .param("batch", batch)
        .param("by", decisions.getFirst().by())
        .param("at", Rows.time(decisions.getFirst().at()))
        .param("ids", decisions.stream().map(one -> ids.next()).toArray(UUID[]::new))
        .param("applications", array(decisions, one -> one.application().value(), UUID[]::new))
        .param("verdicts", array(decisions, one -> name(one.verdict()), String[]::new))
        .param("reasons", array(decisions, Decision::reason, String[]::new))
        .param("scores", array(decisions, Decision::score, Integer[]::new))
        .param(
            "recommendations", array(decisions, one -> name(one.recommendation()), String[]::new))
        .update();
  }

  private static <T> @Nullable T[] array(
      List<Decision> decisions,
      Function<Decision, @Nullable T> value,
      IntFunction<@Nullable T[]> array) {
    return decisions.stream().map(value).toArray(array);
  }

  private static @Nullable String name(@Nullable Enum<?> constant) {
    return constant == null ? null : constant.name();
  }

  private static List<UUID> values(Collection<ApplicationId> applications) {
    return applications.stream().map(ApplicationId::value).toList();
  }

  private static Decision row(ResultSet row) throws SQLException {
    String verdict = row.getString("verdict");
    return new Decision(
        new ApplicationId(Rows.id(row, "application_id")),
        verdict == null ? null : Verdict.valueOf(verdict),
        Rows.text(row, "reason"),
        Rows.text(row, "decided_by"),
        row.getObject("score", Integer.class),
        recommendation(row),
        Rows.instant(row, "created_at"));
  }

  private static @Nullable Recommendation recommendation(ResultSet row) throws SQLException {
    String name = row.getString("recommendation");
    return name == null ? null : Recommendation.valueOf(name);
  }

  private static @Nullable Integer score(@Nullable Double total) {
    return total == null ? null : Match.score(total);
  }

  /// Decisions made together.
  ///
  /// @param id to undo them by
  public record Batch(UUID id, List<Decision> decisions) {
    public Batch {
      decisions = List.copyOf(decisions);
    }
  }

  private record Wanted(ApplicationId application, @Nullable Verdict verdict, String reason) {}

  /// What is decided about.
  private record Subject(
      ScreeningId screening, @Nullable Integer score, @Nullable Recommendation recommendation) {}
}
