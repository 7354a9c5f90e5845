package dev.shortlist.blind;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.Audit;
import dev.shortlist.accounts.Principal;
import dev.shortlist.candidate.CandidateId;
import dev.shortlist.database.Ids;
import dev.shortlist.database.Rows;
import dev.shortlist.database.Tenancy;
import dev.shortlist.screening.ApplicationId;
import dev.shortlist.screening.Names;
import dev.shortlist.screening.ScreeningId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Whose names may be seen, and who decided so. A screening is blind until a person opens it, whole
/// or one candidate at a time; each such step stays on record. What is hidden where is the matter
/// of [Mask].
@Component
public class Blind {
  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final Ids ids;
  private final Clock clock;
  private final Audit audit;

  Blind(JdbcClient jdbc, Tenancy tenancy, Ids ids, Clock clock, Audit audit) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
    this.ids = ids;
    this.clock = clock;
    this.audit = audit;
  }

  /// What a caller of the API may see in a screening: a person who signed in, what the pages show;
  /// a program all, as programs write to people, and so whoever sits at a machine without sign-in.
  public Sight sight(Principal caller, ScreeningId screening) {
    return isPerson(caller) ? sight(caller.account(), screening) : Sight.OPEN;
  }

  /// What a caller of the API may see while nobody looks up what was revealed.
  public Sight atLeast(Principal caller) {
    return isPerson(caller) ? Sight.BLIND : Sight.OPEN;
  }

  /// What a caller of the API may see in each screening, asked once for a list of people.
  public Function<ScreeningId, Sight> sights(Principal caller) {
    if (!isPerson(caller)) {
      return screening -> Sight.OPEN;
    }
    var names = names(caller.account());
    return screening -> Sight.of(names, screening);
  }

  /// Those of the candidates whose names a caller of the API may see: of whom one application at
  /// least is shown.
  public Set<CandidateId> shown(Principal caller, Collection<CandidateId> candidates) {
    if (!isPerson(caller)) {
      return Set.copyOf(candidates);
    }
    var names = names(caller.account());
    return tenancy.inAccount(
        caller.account().value(),
        () ->
            jdbc.sql(
                    """
                    select distinct candidate_id
                      from application
                     where account_id = :account
                       and candidate_id = any(cast(:candidates as uuid[]))
                       and (screening_id = any(cast(:open as uuid[])))
                           <> (id = any(cast(:apart as uuid[])))
                    """)
                .param("account", caller.account().value())
                .param("candidates", strings(candidates, CandidateId::value))
                .param("open", strings(names.open(), ScreeningId::value))
                .param("apart", strings(names.apart(), ApplicationId::value))
                .query((row, number) -> new CandidateId(Rows.id(row, "candidate_id")))
                .set());
  }

  private static <T> String[] strings(Collection<T> ids, Function<T, UUID> value) {
    return ids.stream().map(id -> value.apply(id).toString()).toArray(String[]::new);
  }

  private static boolean isPerson(Principal caller) {
    return caller.caller() instanceof Principal.Caller.User;
  }

  /// What may be seen in a screening.
  public Sight sight(AccountId account, ScreeningId screening) {
    var last =
        tenancy.inAccount(
            account.value(),
            () ->
                jdbc.sql(
                        """
                        select distinct on (application_id)
                               application_id, shown, revealed_by, created_at
                          from reveal
                         where account_id = :account and screening_id = :screening
                         order by application_id, id desc
                        """)
                    .param("account", account.value())
                    .param("screening", screening.value())
                    .query((row, number) -> reveal(row))
                    .list());
    boolean open = last.stream().anyMatch(one -> one.application() == null && one.shown());
    Set<ApplicationId> apart = new HashSet<>();
    for (var one : last) {
      if (one.application() != null && one.shown() != open) {
        apart.add(one.application());
      }
    }
    return new Sight(open, apart);
  }

  /// What may be seen in all screenings of the account, which is asked once for a list of people.
  public Names names(AccountId account) {
    var last =
        tenancy.inAccount(
            account.value(),
            () ->
                jdbc.sql(
                        """
                        select distinct on (screening_id, application_id)
                               screening_id, application_id, shown
                          from reveal
                         where account_id = :account
                         order by screening_id, application_id, id desc
                        """)
                    .param("account", account.value())
                    .query((row, number) ->
                        new Shown(
                            new ScreeningId(Rows.id(row, "screening_id")),
                            Rows.uuid(row, "application_id"),
                            row.getBoolean("shown")))
                    .list());
    Set<ScreeningId> open = new HashSet<>();
    Set<ApplicationId> apart = new HashSet<>();
    last.stream()
        .filter(one -> one.application() == null && one.shown())
        .forEach(one -> open.add(one.screening()));
    for (var one : last) {
      var application = one.application();
      if (application != null && one.shown() != open.contains(one.screening())) {
        apart.add(new ApplicationId(application));
      }
    }
    return new Names(open, apart);
  }

  private record Shown(ScreeningId screening, @Nullable UUID application, boolean shown) {}

  /// Shows or hides the names of a whole screening, whatever was decided about single ones.
  ///
  /// @param by who does it
  public void show(AccountId account, ScreeningId screening, boolean shown, String by) {
    tenancy.inAccount(
        account.value(),
        () -> {
          for (var apart : sight(account, screening).apart()) {
            add(account, screening, apart, shown, by);
          }
          add(account, screening, null, shown, by);
          audit.note(account, action("screening", shown), "screening/" + screening, "");
        });
  }

  /// Shows or hides whose application it is.
  ///
  /// @param by who does it
  public void show(
      AccountId account,
      ScreeningId screening,
      ApplicationId application,
      boolean shown,
      String by) {
    tenancy.inAccount(
        account.value(),
        () -> {
          add(account, screening, application, shown, by);
          audit.note(account, action("application", shown), "application/" + application, "");
        });
  }

  /// Every step that concerns an application, its own and the screening's, oldest first.
  public List<Reveal> history(AccountId account, ScreeningId screening, ApplicationId application) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    """
                    select application_id, shown, revealed_by, created_at
                      from reveal
                     where account_id = :account and screening_id = :screening
                       and (application_id is null or application_id = :application)
                     order by id
                    """)
                .param("account", account.value())
                .param("screening", screening.value())
                .param("application", application.value())
                .query((row, number) -> reveal(row))
                .list());
  }

  private static String action(String kind, boolean shown) {
    return kind + (shown ? ".revealed" : ".hidden");
  }

  private void add(
      AccountId account,
      ScreeningId screening,
      @Nullable ApplicationId application,
      boolean shown,
      String by) {
    jdbc.sql(
            """
            insert into reveal
              (account_id, id, screening_id, application_id, shown, revealed_by, created_at)
            values (:account, :id, :screening, :application, :shown, :by, :now)
            """)
        .param("account", account.value())
        .param("id", ids.next())
        .param("screening", screening.value())
        .param("application", application == null ? null : application.value())
        .param("shown", shown)
        .param("by", by)
        .param("now", Rows.time(clock.instant()))
        .update();
  }

  private static Reveal reveal(ResultSet row) throws SQLException {
    UUID application = Rows.uuid(row, "application_id");
    return new Reveal(
        application == null ? null : new ApplicationId(application),
        row.getBoolean("shown"),
        Rows.text(row, "revealed_by"),
        Rows.instant(row, "created_at"));
  }
}
