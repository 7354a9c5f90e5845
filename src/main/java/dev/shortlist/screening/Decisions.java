package dev.shortlist.screening;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.Audit;
import dev.shortlist.database.Ids;
import dev.shortlist.database.Rows;
import dev.shortlist.database.Tenancy;
import dev.shortlist.match.Match;
import dev.shortlist.match.Recommendation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
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

  Decisions(JdbcClient jdbc, Tenancy tenancy, Changes changes, Ids ids, Clock clock, Audit audit) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
    this.changes = changes;
    this.ids = ids;
    this.clock = clock;
    this.audit = audit;
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
    return add(account, applications, verdict, reason.strip(), by);
  }

  /// Takes back what was decided about applications.
  ///
  /// @throws NoSuchElementException if the account has not all of the applications
  public List<Decision> takeBack(
      AccountId account, Collection<ApplicationId> applications, String by) {
    return add(account, applications, null, "", by);
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

  private List<Decision> add(
      AccountId account,
      Collection<ApplicationId> applications,
      @Nullable Verdict verdict,
      String reason,
      String by) {
    return tenancy.inAccount(
        account.value(),
        () -> {
          var decisions =
              new LinkedHashSet<>(applications)
                  .stream()
                      .map(application -> decide(account, application, verdict, reason, by))
                      .toList();
          decisions.forEach(decision -> note(account, decision));
          return decisions;
        });
  }

  private void note(AccountId account, Decision decision) {
    var verdict = decision.verdict();
    audit.note(
        account,
        "application.decision",
        "application/" + decision.application(),
        verdict == null ? "taken back" : verdict.name());
  }

  private Decision decide(
      AccountId account,
      ApplicationId application,
      @Nullable Verdict verdict,
      String reason,
      String by) {
    var subject = mark(account, application, verdict);
    var decision =
        new Decision(
            application,
            verdict,
            reason,
            by,
            subject.score(),
            subject.recommendation(),
            clock.instant());
    requireReason(decision);
    insert(account, decision);
    changes.changed(account, subject.screening());
    return decision;
  }

  /// Sets the verdict that counts; the row stays locked, so that decisions about one application
  /// come one after the other.
  private Subject mark(AccountId account, ApplicationId application, @Nullable Verdict verdict) {
    return jdbc.sql(
            """
            update application a
               set verdict = :verdict, change = nextval('application_change')
              from application b
              left join match m on m.account_id = b.account_id and m.id = b.match_id
             where a.account_id = :account and a.id = :id
               and b.account_id = a.account_id and b.id = a.id
            returning a.screening_id, m.total, m.recommendation
            """)
        .param("account", account.value())
        .param("id", application.value())
        .param("verdict", verdict == null ? null : verdict.name())
        .query((row, number) ->
            new Subject(
                new ScreeningId(Rows.id(row, "screening_id")),
                score(row.getObject("total", Double.class)),
                recommendation(row)))
        .optional()
        .orElseThrow(
            () -> new NoSuchElementException("There is no application " + application + "."));
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

  private void insert(AccountId account, Decision decision) {
    var verdict = decision.verdict();
    var recommendation = decision.recommendation();
    jdbc.sql(
            """
            insert into decision (account_id, id, application_id, verdict, reason, decided_by,
              score, recommendation, created_at)
            values (:account, :id, :application, :verdict, :reason, :by, :score, :recommendation,
              :at)
            """)
        .param("account", account.value())
        .param("id", ids.next())
        .param("application", decision.application().value())
        .param("verdict", verdict == null ? null : verdict.name())
        .param("reason", decision.reason())
        .param("by", decision.by())
        .param("score", decision.score())
        .param("recommendation", recommendation == null ? null : recommendation.name())
        .param("at", Rows.time(decision.at()))
        .update();
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

  /// What is decided about.
  private record Subject(
      ScreeningId screening, @Nullable Integer score, @Nullable Recommendation recommendation) {}
}
