package dev.shortlist.screening;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.database.Json;
import dev.shortlist.database.Rows;
import dev.shortlist.database.Tenancy;
import dev.shortlist.match.Match;
import dev.shortlist.profile.Profile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/// Rankings a page at a time. Which rows a page has is found in narrow columns first, then these
/// rows alone are read whole: so a page of ten thousand costs little more than one of a hundred.
@Component
public class Rankings {
  private static final String READINGS =
      "join reading r on r.account_id = a.account_id and r.id = a.reading_id";
  private static final String NO_READINGS =
      "cross join (select cast(null as text) as name, 0 as years) r";

  private final JdbcClient jdbc;
  private final Tenancy tenancy;

  Rankings(JdbcClient jdbc, Tenancy tenancy) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
  }

  /// A page of those in the ranking who are sought; the first one when the cursor's row is gone.
  public RankingPage page(
      AccountId account,
      ScreeningId screening,
      Sought sought,
      Order order,
      Cursor cursor,
      int limit) {
    return tenancy.inAccount(
        account.value(),
        () -> {
          boolean backwards = cursor.before() != null;
          var places =
              select(
                      """
                      , edge as (
                        select max(place) filter (where id = :at) as place from placed),
                      counted as (
                        select count(*) as found,
                               count(*) filter (where p.place %s coalesce(e.place, 0)) as passed
                          from placed p, edge e
                         where p.fits)
                      select p.id, p.rank, c.found, c.passed
                        from placed p, edge e, counted c
                       where p.fits and p.place %s coalesce(e.place, 0)
                       order by p.place %s
                       limit :limit
                      """
                          .formatted(
                              backwards ? "<" : "<=",
                              backwards ? "<" : ">",
                              backwards ? "desc" : ""),
                      account,
                      screening,
                      sought,
                      order,
                      backwards ? cursor.before() : cursor.after())
                  .param("limit", limit)
                  .query((row, number) -> Place.of(row))
                  .list();
          if (places.isEmpty() && !cursor.equals(Cursor.START)) {
            return page(account, screening, sought, order, Cursor.START, limit);
          }
          return backwards ? backwards(account, places) : forwards(account, places);
        });
  }

  private RankingPage forwards(AccountId account, List<Place> places) {
    return places.isEmpty()
        ? RankingPage.EMPTY
        : new RankingPage(
            whole(account, places), places.getFirst().found(), places.getFirst().passed() + 1);
  }

  /// The last ones of those passed.
  private RankingPage backwards(AccountId account, List<Place> places) {
    return places.isEmpty()
        ? RankingPage.EMPTY
        : new RankingPage(
            whole(account, places.reversed()),
            places.getFirst().found(),
            places.getFirst().passed() - places.size() + 1);
  }

  /// The first `limit` of those sought, for each verdict and for those nobody decided about.
  public Board board(
      AccountId account, ScreeningId screening, Sought sought, Order order, int limit) {
    return tenancy.inAccount(
        account.value(),
        () -> {
          var counts = new HashMap<@Nullable Verdict, Integer>();
          var places =
              select(
                      """
                      select id, rank, verdict, found, 0 as passed
                        from (select *, count(*) over (partition by verdict) as found,
                                     row_number() over (partition by verdict order by place) as nth
                                from placed
                               where fits) shown
                       where nth <= :limit
                       order by place
                      """,
                      account,
                      screening,
                      sought,
                      order,
                      null)
                  .param("limit", limit)
                  .query((row, number) -> {
                    String name = row.getString("verdict");
                    var verdict = name == null ? null : Verdict.valueOf(name);
                    counts.put(verdict, row.getInt("found"));
                    return Place.of(row);
                  })
                  .list();
          return Board.of(whole(account, places), counts);
        });
  }

  /// Where one stands among those sought, and who is next to it; empty when it is not ranked. One
  /// that is sought no more, since somebody decided about it, stands where it stood.
  ///
  /// @param places rows of a page, to know the page it is on
  public Optional<Around> around(
      AccountId account,
      ScreeningId screening,
      Sought sought,
      Order order,
      ApplicationId at,
      int places) {
    return tenancy.inAccount(
        account.value(),
        () ->
            select(
                    """
                    , walked as (
                      select id, fits, row_number() over (order by place) as position,
                             lag(id) over (order by place) as before,
                             lead(id) over (order by place) as after
                        from placed
                       where fits or id = :at)
                    select w.position, w.before, w.after,
                           (select count(*) from walked where fits) as found,
                           (select e.id from walked e
                             where e.position = (w.position - 1) / :places * :places) as edge
                      from walked w
                     where w.id = :at
                    """,
                    account,
                    screening,
                    sought,
                    order,
                    at)
                .param("places", places)
                .query((row, number) ->
                    new Around(
                        id(row, "before"),
                        id(row, "after"),
                        row.getInt("position"),
                        row.getInt("found"),
                        id(row, "edge")))
                .optional());
  }

  private static @Nullable ApplicationId id(ResultSet row, String column) throws SQLException {
    UUID id = Rows.uuid(row, column);
    return id == null ? null : new ApplicationId(id);
  }

  /// Where one stands in a list.
  ///
  /// @param before who is one place higher, absent for the first
  /// @param after who is one place lower, absent for the last
  /// @param position from 1
  /// @param found how many are sought
  /// @param edge the last row of the page before the one it is on, absent for the first page
  public record Around(
      @Nullable ApplicationId before,
      @Nullable ApplicationId after,
      int position,
      int found,
      @Nullable ApplicationId edge) {}

  /// The ids of all who are sought, best first, at most `limit`.
  public List<ApplicationId> ids(
      AccountId account, ScreeningId screening, Sought sought, int limit) {
    return tenancy.inAccount(
        account.value(),
        () ->
            select(
                    "select id from placed where fits order by place limit :limit",
                    account,
                    screening,
                    sought,
                    Order.SCORE,
                    null)
                .param("limit", limit)
                .query((row, number) -> new ApplicationId(Rows.id(row, "id")))
                .list());
  }

  /// Of `placed`: all who are ranked, whether they fit, and their place in the wanted order.
  private StatementSpec select(
      String what,
      AccountId account,
      ScreeningId screening,
      Sought sought,
      Order order,
      @Nullable ApplicationId at) {
    return jdbc.sql(
            """
            with known as (
              select id, verdict, fits, rank, %s as place
                from (select a.id, a.verdict, r.name, r.years, (%s) as fits,
                             row_number() over (order by %s) as rank
                        from application a
                        join match m on m.account_id = a.account_id and m.id = a.match_id
                        %s
                       where a.account_id = :account and a.screening_id = :screening
                         and a.stage = 'COMPLETED') ranked),
            placed as materialized (select * from known)
            """
                    .formatted(
                        order == Order.SCORE
                            ? "rank"
                            : "row_number() over (order by %s, rank)".formatted(order.sql()),
                        sought.condition(),
                        Applications.BEST_FIRST,
                        order.asksReadings() || sought.asksReadings() ? READINGS : NO_READINGS)
                + what)
        .param("account", account.value())
        .param("screening", screening.value())
        .param("at", at == null ? null : at.value())
        .params(sought.parameters());
  }

  private List<RankedApplication> whole(AccountId account, List<Place> places) {
    if (places.isEmpty()) {
      return List.of();
    }
    var ranks = new HashMap<UUID, Integer>();
    places.forEach(place -> ranks.put(place.id(), place.rank()));
    var rows = new HashMap<UUID, RankedApplication>();
    jdbc.sql(
            """
            select %s, m.content, r.profile, r.marks
              from application a
              join match m on m.account_id = a.account_id and m.id = a.match_id
              join reading r on r.account_id = a.account_id and r.id = a.reading_id
             where a.account_id = :account and a.id in (:ids)
            """
                .formatted(Applications.COLUMNS))
        .param("account", account.value())
        .param("ids", ranks.keySet())
        .query(row -> {
          UUID id = Rows.id(row, "id");
          rows.put(id, ranked(row, Objects.requireNonNull(ranks.get(id))));
        });
    return places.stream().map(place -> rows.get(place.id())).filter(Objects::nonNull).toList();
  }

  private static RankedApplication ranked(ResultSet row, int rank) throws SQLException {
    return new RankedApplication(
        rank,
        Applications.application(row),
        Json.read(Rows.text(row, "profile"), Profile.class),
        Json.read(Rows.text(row, "content"), Match.class),
        Sought.notices(Arrays.asList((String[]) row.getArray("marks").getArray())));
  }

  /// @param found how many are sought
  /// @param passed how many of them are on the other side of the page's edge
  private record Place(UUID id, int rank, int found, int passed) {
    static Place of(ResultSet row) throws SQLException {
      return new Place(
          Rows.id(row, "id"), row.getInt("rank"), row.getInt("found"), row.getInt("passed"));
    }
  }

  /// Those sought, by what was decided about them.
  ///
  /// @param undecided the first of those nobody decided about
  /// @param decided the first of those decided about; every verdict has an entry
  /// @param counts how many are sought for each verdict; every verdict has an entry
  public record Board(
      List<RankedApplication> undecided,
      int undecidedCount,
      Map<Verdict, List<RankedApplication>> decided,
      Map<Verdict, Integer> counts) {

    static Board of(List<RankedApplication> rows, Map<@Nullable Verdict, Integer> counts) {
      var undecided = new ArrayList<RankedApplication>();
      var decided = new EnumMap<Verdict, List<RankedApplication>>(Verdict.class);
      var known = new EnumMap<Verdict, Integer>(Verdict.class);
      for (var verdict : Verdict.values()) {
        decided.put(verdict, new ArrayList<>());
        known.put(verdict, counts.getOrDefault(verdict, 0));
      }
      for (var row : rows) {
        var verdict = row.application().verdict();
        (verdict == null ? undecided : Objects.requireNonNull(decided.get(verdict))).add(row);
      }
      return new Board(
          List.copyOf(undecided),
          counts.getOrDefault(null, 0),
          Collections.unmodifiableMap(decided),
          Collections.unmodifiableMap(known));
    }
  }
}
