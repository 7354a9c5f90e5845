package dev.shortlist.screening;

import static dev.shortlist.screening.Applications.BEST_FIRST;
import static dev.shortlist.screening.Applications.COLUMNS;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.database.Json;
import dev.shortlist.database.Rows;
import dev.shortlist.database.Tenancy;
import dev.shortlist.match.Dimension;
import dev.shortlist.match.Match;
import dev.shortlist.match.Weights;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// A ranking as it would be with other weights of the dimensions and of the requirements. It is
/// told from what every CV showed of each requirement, which is stored: nothing is read, matched or
/// kept.
@Component
public class Reranking {
  private static final String FACTS =
      """
      select a.id, a.document_hash, m.total, m.technical_skills, m.experience, m.education,
             m.soft_skills, m.culture, m.shares,
             case when m.shares is null then m.content end as content
        from application a
        join match m on m.account_id = a.account_id and m.id = a.match_id
       where a.account_id = :account and a.screening_id = :screening and a.stage = 'COMPLETED'
       order by %s
      """
          .formatted(BEST_FIRST);

  private final JdbcClient jdbc;
  private final Tenancy tenancy;

  Reranking(JdbcClient jdbc, Tenancy tenancy) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
  }

  /// A page of the ranking as it would be, and how all of it moves.
  ///
  /// @param total how many there are in the ranking
  /// @param risen how many would stand higher
  /// @param fallen how many would stand lower
  /// @param entered how many of the first [#TOP] would be new there
  public record Outcome(List<Moved> page, int total, int risen, int fallen, int entered) {
    public static final int TOP = 10;

    public Outcome {
      page = List.copyOf(page);
    }
  }

  /// An application as it would stand.
  ///
  /// @param former place from 1 that it has
  /// @param formerScore whole points that it has
  /// @param now place and match that it would have
  public record Moved(int former, int formerScore, RankedApplication now) {}

  /// The ranking as it would be; empty in a screening without job description.
  ///
  /// @param factors what the weight of a requirement is multiplied with, by its id; absent for 1,
  ///   and 0 to leave it out
  /// @param offset number of places to leave out
  public Outcome reranked(
      AccountId account,
      ScreeningId screening,
      Weights weights,
      Map<String, Double> factors,
      int offset,
      int limit) {
    return tenancy.inAccount(
        account.value(),
        () -> {
          var rows = facts(account, screening);
          if (rows.isEmpty()) {
            return new Outcome(List.of(), 0, 0, 0, 0);
          }
          var sample = matches(account, List.of(rows.getFirst().id())).getFirst().match();
          var places = places(rows, new Sums(sample, weights, factors));
          int from = Math.min(Math.max(0, offset), places.size());
          var page = places.subList(from, Math.min(places.size(), from + limit));
          return outcome(places, moved(account, page, from, weights, factors));
        });
  }

  private static Outcome outcome(List<Place> places, List<Moved> page) {
    int risen = 0;
    int fallen = 0;
    int entered = 0;
    for (int i = 0; i < places.size(); i++) {
      int former = places.get(i).facts().former();
      risen += former > i + 1 ? 1 : 0;
      fallen += former < i + 1 ? 1 : 0;
      entered += i < Outcome.TOP && former > Outcome.TOP ? 1 : 0;
    }
    return new Outcome(page, places.size(), risen, fallen, entered);
  }

  private List<Moved> moved(
      AccountId account, List<Place> page, int from, Weights weights, Map<String, Double> factors) {
    if (page.isEmpty()) {
      return List.of();
    }
    Map<UUID, RankedApplication> whole =
        matches(account, page.stream().map(place -> place.facts().id()).toList()).stream()
            .collect(Collectors.toMap(one -> one.application().id().value(), Function.identity()));
    return IntStream.range(0, page.size())
        .mapToObj(i -> {
          var facts = page.get(i).facts();
          var one = java.util.Objects.requireNonNull(whole.get(facts.id()));
          return new Moved(
              facts.former(),
              one.match().score(),
              new RankedApplication(
                  from + i + 1,
                  one.application(),
                  one.profile(),
                  one.match().reweighted(weights, factors),
                  one.notices()));
        })
        .toList();
  }

  private static List<Place> places(List<Facts> rows, Sums sums) {
    var places = new ArrayList<Place>(rows.size());
    for (var row : rows) {
      places.add(sums.place(row));
    }
    places.sort(Place.BEST_FIRST);
    return places;
  }

  private List<Facts> facts(AccountId account, ScreeningId screening) {
    return jdbc.sql(FACTS)
        .param("account", account.value())
        .param("screening", screening.value())
        .query((row, number) -> facts(row, number + 1))
        .list();
  }

  private static Facts facts(ResultSet row, int former) throws SQLException {
    String content = row.getString("content");
    return new Facts(
        Rows.id(row, "id"),
        String.valueOf(row.getString("document_hash")),
        former,
        new double[] {
          row.getDouble("technical_skills"),
          row.getDouble("experience"),
          row.getDouble("education"),
          row.getDouble("soft_skills"),
          row.getDouble("culture")
        },
        content == null
            ? shares(Rows.text(row, "shares"))
            : new HashMap<>(Json.read(content, Match.class).shares()));
  }

  @SuppressWarnings("unchecked") // what Matches wrote
  private static Map<String, Double> shares(String json) {
    return Json.read(json, Map.class);
  }

  private List<RankedApplication> matches(AccountId account, List<UUID> ids) {
    return jdbc.sql(
            """
            select %s, 0 as rank, m.content, r.profile, r.marks
              from application a
              join match m on m.account_id = a.account_id and m.id = a.match_id
              join reading r on r.account_id = a.account_id and r.id = a.reading_id
             where a.account_id = :account and a.id in (:ids)
            """
                .formatted(COLUMNS))
        .param("account", account.value())
        .param("ids", ids)
        .query((row, number) -> Applications.ranked(row))
        .list();
  }

  /// What is stored of one application.
  ///
  /// @param points of each dimension, in its order
  @SuppressWarnings("ArrayRecordComponent") // ten thousand of them, for the time of one request
  private record Facts(
      UUID id, String hash, int former, double[] points, Map<String, Double> shares) {}

  /// Where an application would stand.
  @SuppressWarnings("ArrayRecordComponent")
  private record Place(Facts facts, double total, double[] points) {
    static final Comparator<Place> BEST_FIRST =
        Comparator.comparingDouble(Place::total)
            .thenComparingDouble(place -> place.points()[0])
            .thenComparingDouble(place -> place.points()[1])
            .thenComparingDouble(place -> place.points()[2])
            .thenComparingDouble(place -> place.points()[3])
            .reversed()
            .thenComparing(place -> place.facts().hash());
  }

  /// What every part counts before and after; it is the same for all CVs.
  private static final class Sums {
    private final double[] weights = new double[Dimension.values().length];
    private final double sum;
    private final List<Map<String, Double>> changes = new ArrayList<>();

    Sums(Match sample, Weights wanted, Map<String, Double> factors) {
      double all = 0;
      for (int at = 0; at < weights.length; at++) {
        var score = sample.dimensions().get(at); // in the order of the dimensions
        weights[at] = score.asked() ? wanted.of(score.dimension()) : 0;
        all += weights[at];
        changes.add(score.changes(factors));
      }
      this.sum = Math.max(1, all);
    }

    Place place(Facts facts) {
      var points = facts.points().clone();
      double total = 0;
      for (int at = 0; at < points.length; at++) {
        for (var change : changes.get(at).entrySet()) {
          points[at] += change.getValue() * facts.shares().getOrDefault(change.getKey(), 0.0);
        }
        points[at] = Math.clamp(points[at], 0, 100);
        total += weights[at] * points[at];
      }
      return new Place(facts, total / sum, points);
    }
  }
}
