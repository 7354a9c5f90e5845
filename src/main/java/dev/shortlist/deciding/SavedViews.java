package dev.shortlist.deciding;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.database.Ids;
import dev.shortlist.database.Rows;
import dev.shortlist.database.Tenancy;
import dev.shortlist.screening.ScreeningId;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The views of rankings that persons keep, each for themselves.
@Component
public class SavedViews {
  private static final int MOST = 50;

  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final Ids ids;
  private final Clock clock;

  SavedViews(JdbcClient jdbc, Tenancy tenancy, Ids ids, Clock clock) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
    this.ids = ids;
    this.clock = clock;
  }

  /// The views of `owner` that can be shown in `screening`, by name.
  public List<SavedView> list(AccountId account, String owner, ScreeningId screening) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    """
                    select id, screening_id, name, query
                      from saved_view
                     where account_id = :account and owner = :owner
                       and (screening_id = :screening or screening_id is null)
                     order by lower(name), id
                     limit :most
                    """)
                .param("account", account.value())
                .param("owner", owner)
                .param("screening", screening.value())
                .param("most", MOST)
                .query((row, number) -> {
                  var only = Rows.uuid(row, "screening_id");
                  return new SavedView(
                      Rows.id(row, "id"),
                      only == null ? null : new ScreeningId(only),
                      Rows.text(row, "name"),
                      Rows.text(row, "query"));
                })
                .list());
  }

  /// Keeps a view, in place of the one of the same name.
  ///
  /// @param screening absent for a view of every screening
  public void keep(
      AccountId account, String owner, @Nullable ScreeningId screening, String name, String query) {
    tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    """
                    insert into saved_view (account_id, id, owner, screening_id, name, query,
                      created_at)
                    values (:account, :id, :owner, :screening, :name, :query, :now)
                        on conflict (account_id, owner, screening_id, name)
                           do update set query = excluded.query
                    """)
                .param("account", account.value())
                .param("id", ids.next())
                .param("owner", owner)
                .param("screening", screening == null ? null : screening.value())
                .param("name", name)
                .param("query", query)
                .param("now", Rows.time(clock.instant()))
                .update());
  }

  /// Forgets a view of `owner`; nothing happens if there is none.
  public void forget(AccountId account, String owner, UUID id) {
    tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    "delete from saved_view where account_id = :account and owner = :owner and id = :id")
                .param("account", account.value())
                .param("owner", owner)
                .param("id", id)
                .update());
  }
}
