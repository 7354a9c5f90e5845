package dev.shortlist.screening;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.database.Rows;
import dev.shortlist.database.Tenancy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Where the applications of a screening stand, and which of them a model has read.
@Component
public class Standings {
  private final JdbcClient jdbc;
  private final Tenancy tenancy;

  Standings(JdbcClient jdbc, Tenancy tenancy) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
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

  /// The ranking as it stands, best first; empty in a screening without job description.
  public List<Place> list(AccountId account, ScreeningId screening) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    """
                    select a.id, coalesce(j.match_id, a.match_id) as local, m.total,
                           j.state, coalesce(j.readings, 0) as readings
                      from application a
                      join match m on m.account_id = a.account_id and m.id = a.match_id
                      %s
                     where a.account_id = :account and a.screening_id = :screening
                       and a.stage = 'COMPLETED'
                     order by %s
                    """
                        .formatted(JudgedRows.JUDGEMENT, Applications.BEST_FIRST))
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

  /// Matched applications no model was asked to read, those uploaded first before others. Looks at
  /// no others and at no more than `most`: a screening may have very many.
  public List<Place> unasked(AccountId account, ScreeningId screening, int most) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    """
                    select a.id, m.id as local, m.total, null as state, 0 as readings
                      from application a
                      join match m on m.account_id = a.account_id and m.id = a.match_id
                     where a.account_id = :account and a.screening_id = :screening
                       and a.match_id is not null and a.model_state = 'UNASKED'
                     order by a.id
                     limit :most
                    """)
                .param("account", account.value())
                .param("screening", screening.value())
                .param("most", most)
                .query((row, number) -> place(row))
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
                      from application
                     where account_id = :account and screening_id = :screening
                       and match_id is not null and model_state = 'UNASKED'
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
                      select a.account_id, a.id, a.match_id, m.total
                        from application a
                        join match m on m.account_id = a.account_id and m.id = a.match_id
                       where a.account_id = :account and a.screening_id = :screening
                         and a.model_state <> 'LOCAL'),
                    close as materialized (
                      select account_id, id, match_id
                        from ranked
                       where abs(total - (select r.total from ranked r
                                           order by r.total desc offset :place limit 1)) <= :apart)
                    select count(*)
                      from close a
                      %s
                     where coalesce(j.readings, 0) < :readings
                    """
                        .formatted(JudgedRows.JUDGEMENT))
                .param("account", account.value())
                .param("screening", screening.value())
                .param("place", shortlist)
                .param("apart", apart)
                .param("readings", readings)
                .query((row, number) -> row.getInt(1))
                .single());
  }
}
