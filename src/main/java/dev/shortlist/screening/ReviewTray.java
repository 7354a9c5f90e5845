package dev.shortlist.screening;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.Audit;
import dev.shortlist.database.Rows;
import dev.shortlist.database.Tenancy;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The applications of a screening that could not be read: a person looks at each.
@Component
public class ReviewTray {
  private static final String IN_TRAY =
      """
       where a.account_id = :account and a.screening_id = :screening
         and a.stage in ('NEEDS_REVIEW', 'FAILED')
      """;

  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final Changes changes;
  private final Clock clock;
  private final Audit audit;

  ReviewTray(JdbcClient jdbc, Tenancy tenancy, Changes changes, Clock clock, Audit audit) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
    this.changes = changes;
    this.clock = clock;
    this.audit = audit;
  }

  /// The first `limit`: those nobody looked at, then the others, each in the order received.
  public List<Item> list(AccountId account, ScreeningId screening, int limit) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    """
                    select %s, a.looked_by
                      from application a
                    %s
                     order by a.looked_at is not null, a.id
                     limit :limit
                    """
                        .formatted(Applications.COLUMNS, IN_TRAY))
                .param("account", account.value())
                .param("screening", screening.value())
                .param("limit", limit)
                .query((row, number) ->
                    new Item(Applications.application(row), row.getString("looked_by")))
                .list());
  }

  /// What is in it.
  public Counts counts(AccountId account, ScreeningId screening) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    """
                    select count(*) as all_of_them,
                           count(*) filter (where looked_at is null) as fresh,
                           count(*) filter (where document_hash is not null) as kept
                      from application a
                    """
                        + IN_TRAY)
                .param("account", account.value())
                .param("screening", screening.value())
                .query((row, number) ->
                    new Counts(row.getInt("all_of_them"), row.getInt("fresh"), row.getInt("kept")))
                .single());
  }

  /// Notes that a person looked at an application in the tray, or takes that back; nothing happens
  /// to one that is not in it.
  ///
  /// @param by who looked, absent to take it back
  public void look(AccountId account, ApplicationId application, @Nullable String by) {
    tenancy.inAccount(
        account.value(),
        () -> {
          Optional<ScreeningId> screening =
              jdbc.sql(
                      """
                      update application
                         set looked_by = :by, looked_at = :at, change = nextval('application_change')
                       where account_id = :account and id = :id
                         and stage in ('NEEDS_REVIEW', 'FAILED')
                      returning screening_id
                      """)
                  .param("account", account.value())
                  .param("id", application.value())
                  .param("by", by)
                  .param("at", by == null ? null : Rows.time(clock.instant()))
                  .query((row, number) -> new ScreeningId(Rows.id(row, "screening_id")))
                  .optional();
          screening.ifPresent(changed -> {
            changes.changed(account, changed);
            audit.note(
                account,
                "application.looked-at",
                "application/" + application,
                by == null ? "taken back" : "");
          });
        });
  }

  /// An application in the tray.
  ///
  /// @param lookedBy who looked at it last, absent while nobody did
  public record Item(Application application, @Nullable String lookedBy) {
    /// Whether its file is kept, so that it can be tried again and opened.
    public boolean isKept() {
      return application.documentHash() != null;
    }
  }

  /// How many are in the tray.
  ///
  /// @param fresh how many nobody looked at
  /// @param kept how many files are kept, so that they can be tried again
  public record Counts(int all, int fresh, int kept) {}
}
