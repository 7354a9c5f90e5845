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
  /// No model was asked about the match that application `a` has; see [JudgedRows#JUDGEMENT].
  private static final String UNASKED =
      """
      not exists (
        select from judgement j
         where j.account_id = a.account_id and j.application_id = a.id
           and a.match_id in (j.match_id, j.judged_match_id)
        offset 0)\
      """;

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

  /// Matched applications no model was asked to read, in no order, and without looking for more
  /// than `most`: a screening may have very many.
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
                       and a.stage = 'COMPLETED'
                       and %s
                     limit :most
                    """
                        .formatted(UNASKED))
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
                      from application a
                     where a.account_id = :account and a.screening_id = :screening
                       and a.stage = 'COMPLETED' and a.match_id is not null
                       and %s
                    """
                        .formatted(UNASKED))
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
                        %s
                       where a.account_id = :account and a.screening_id = :screening
                         and a.stage = 'COMPLETED' and coalesce(j.state, '') <> 'LOCAL')
                    select count(*)
                      from ranked
                     where abs(total - (select r.total from ranked r
                                         order by r.total desc offset :place limit 1)) <= :apart
                       and readings < :readings
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
