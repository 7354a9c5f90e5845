package dev.shortlist.screening;

import static dev.shortlist.screening.Applications.BEST_FIRST;
import static dev.shortlist.screening.Applications.COLUMNS;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.shortlist.accounts.AccountId;
import dev.shortlist.database.Rows;
import dev.shortlist.database.Tenancy;
import dev.shortlist.match.DimensionScore;
import dev.shortlist.match.Weights;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
      select %s
        from application a
        join match m on m.account_id = a.account_id and m.id = a.match_id
       where a.account_id = :account and a.screening_id = :screening and a.stage = 'COMPLETED'
       order by %s
      """
          .formatted(RankedFacts.COLUMNS, BEST_FIRST);

  /// Rows of all screenings that are kept in memory.
  private static final int MOST = 60_000;

  private static final Duration IDLE = Duration.ofMinutes(10);

  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final Cache<ScreeningId, Known> known =
      Caffeine.newBuilder()
          .maximumWeight(MOST)
          .weigher((ScreeningId screening, Known one) -> 1 + one.facts().rows().size())
          .expireAfterAccess(IDLE)
          .build();

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
          var known = known(account, screening);
          if (known.facts().rows().isEmpty()) {
            return new Outcome(List.of(), 0, 0, 0, 0);
          }
          var places = places(known, weights, factors);
          int from = Math.min(Math.max(0, offset), places.size());
          var page = places.subList(from, Math.min(places.size(), from + limit));
          return outcome(places, moved(account, page, from, weights, factors));
        });
  }

  /// What is stored, read again when something changed: while a slider is moved nothing does.
  private Known known(AccountId account, ScreeningId screening) {
    String version = version(account, screening);
    var last = known.getIfPresent(screening);
    if (last != null && last.version().equals(version)) {
      return last;
    }
    var read = read(account, screening, version);
    known.put(screening, read);
    return read;
  }

  private String version(AccountId account, ScreeningId screening) {
    return jdbc.sql(
            """
            select concat_ws('-', :account, sum(count) filter (where stage = 'COMPLETED'),
                             max(change), sum(change)) as version
              from tally
             where account_id = :account and screening_id = :screening
            """)
        .param("account", account.value())
        .param("screening", screening.value())
        .query((row, number) -> Rows.text(row, "version"))
        .single();
  }

  private Known read(AccountId account, ScreeningId screening, String version) {
    var facts = new RankedFacts();
    jdbc.sql(FACTS)
        .param("account", account.value())
        .param("screening", screening.value())
        .query(facts::add);
    // What is asked is the same for all.
    var sample =
        facts.rows().isEmpty()
            ? List.<DimensionScore>of()
            : matches(account, List.of(facts.rows().getFirst().id()))
                .getFirst()
                .match()
                .dimensions();
    return new Known(version, facts, sample);
  }

  private static Outcome outcome(List<Place> places, List<Moved> page) {
    int risen = 0;
    int fallen = 0;
    int entered = 0;
    for (int i = 0; i < places.size(); i++) {
      int former = places.get(i).row().former();
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
        matches(account, page.stream().map(place -> place.row().id()).toList()).stream()
            .collect(Collectors.toMap(one -> one.application().id().value(), Function.identity()));
    return IntStream.range(0, page.size())
        .mapToObj(i -> {
          var row = page.get(i).row();
          var one = Objects.requireNonNull(whole.get(row.id()));
          return new Moved(
              row.former(),
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

  private static List<Place> places(Known known, Weights weights, Map<String, Double> factors) {
    var sums = new Sums(known, weights, factors);
    var places = new ArrayList<Place>(known.facts().rows().size());
    for (var row : known.facts().rows()) {
      places.add(sums.place(row));
    }
    places.sort(Place.BEST_FIRST);
    return places;
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

  /// @param version changes whenever a CV of the screening does
  /// @param sample what each dimension asks, in their order
  private record Known(String version, RankedFacts facts, List<DimensionScore> sample) {}

  /// Where an application would stand.
  @SuppressWarnings("ArrayRecordComponent") // ten thousand of them, for the time of one request
  private record Place(RankedFacts.Row row, double total, double[] points) {
    static final Comparator<Place> BEST_FIRST =
        Comparator.comparingDouble(Place::total)
            .thenComparingDouble(place -> place.points()[0])
            .thenComparingDouble(place -> place.points()[1])
            .thenComparingDouble(place -> place.points()[2])
            .thenComparingDouble(place -> place.points()[3])
            .reversed()
            .thenComparing(place -> place.row().hash());
  }

  /// What every part counts before and after; it is the same for all CVs.
  private static final class Sums {
    private final double[] weights;
    private final double sum;
    private final List<Change[]> changes;

    /// What a full share of a requirement counts more than it did, or less.
    private record Change(int requirement, double points) {}

    Sums(Known known, Weights wanted, Map<String, Double> factors) {
      this.weights =
          known.sample().stream()
              .mapToDouble(score -> score.asked() ? wanted.of(score.dimension()) : 0)
              .toArray();
      this.sum = Math.max(1, Arrays.stream(weights).sum());
      this.changes =
          known.sample().stream()
              .map(score ->
                  score.changes(factors).entrySet().stream()
                      .filter(change -> change.getValue() != 0)
                      .map(change ->
                          new Change(known.facts().number(change.getKey()), change.getValue()))
                      .toArray(Change[]::new))
              .toList();
    }

    Place place(RankedFacts.Row row) {
      var points = row.points().clone();
      double total = 0;
      for (int at = 0; at < points.length; at++) {
        for (var change : changes.get(at)) {
          points[at] += change.points() * row.share(change.requirement());
        }
        points[at] = Math.clamp(points[at], 0, 100);
        total += weights[at] * points[at];
      }
      return new Place(row, total / sum, points);
    }
  }
}
