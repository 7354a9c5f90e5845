package dev.shortlist.judging;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.ai.Cv;
import dev.shortlist.ai.Pack;
import dev.shortlist.ai.Usage;
import dev.shortlist.calls.Governor;
import dev.shortlist.calls.Prices;
import dev.shortlist.jobdescription.JobDescription;
import dev.shortlist.screening.ApplicationId;
import dev.shortlist.screening.Cases;
import dev.shortlist.screening.Judged;
import dev.shortlist.screening.ScreeningId;
import dev.shortlist.screening.Standings;
import dev.shortlist.screening.Standings.Place;
import dev.shortlist.tasks.Engine;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reckons from the texts that would be sent what the reading by a model would take, before
/// anything is sent.
@Component
public class DryRun {
  private static final int AT_ONCE = 100;
  private static final Duration LATENCY = Duration.ofSeconds(3);

  private final ModelPlans plans;
  private final Standings standings;
  private final Cases cases;
  private final Governor governor;
  private final Prices prices;
  private final Engine engine;

  DryRun(
      ModelPlans plans,
      Standings standings,
      Cases cases,
      Governor governor,
      Prices prices,
      Engine engine) {
    this.plans = plans;
    this.standings = standings;
    this.cases = cases;
    this.governor = governor;
    this.prices = prices;
    this.engine = engine;
  }

  /// What it would take.
  ///
  /// @param cvs a model would read
  /// @param withheld CVs of those that would not be sent
  /// @param input tokens sent
  /// @param output most tokens received; usually a third of that comes
  /// @param cost at most, in millionths of a dollar; absent when the price is not known
  /// @param time until the last answer, within the limits
  /// @param days of the provider's daily quota it takes; 1 without one
  public record Forecast(
      Cascade cascade,
      int cvs,
      int withheld,
      int calls,
      long input,
      long output,
      @Nullable Long cost,
      Duration time,
      int days) {}

  /// The forecast for what is matched by now; empty when the account uses no model.
  ///
  /// @param wanted absent for the screening's own
  public Optional<Forecast> of(AccountId account, ScreeningId screening, @Nullable Cascade wanted) {
    return plans
        .find(account, screening)
        .map(setup -> setup.with(wanted, null))
        .map(setup -> forecast(account, standings.list(account, screening), setup));
  }

  /// The same for CVs that are in no database, by the installation's settings and past what was
  /// used of its limits; empty when no model is set.
  ///
  /// @param cvs best first, all of one job description
  /// @param wanted `off`, `band` or `all`, absent for the settings' own
  /// @throws IllegalArgumentException if `wanted` is none of them, or the prices cannot be read
  public static Optional<Forecast> of(
      AiSettings settings, JobDescription asked, List<Cv> cvs, @Nullable String wanted) {
    var set = ModelSetup.of(settings);
    if (set == null) {
      return Optional.empty();
    }
    var setup =
        set.with(wanted == null ? null : Cascade.valueOf(wanted.toUpperCase(Locale.ROOT)), null);
    var byId = new HashMap<ApplicationId, Cv>();
    var ranking = new ArrayList<Place>();
    for (var cv : cvs) {
      var id = UUID.nameUUIDFromBytes(cv.id().getBytes(StandardCharsets.UTF_8));
      byId.put(new ApplicationId(id), cv);
      ranking.add(new Place(new ApplicationId(id), id, cv.local().total(), null, 0));
    }
    var prices = JudgingConfiguration.prices(settings);
    var sum =
        new Sum(
            setup,
            prices,
            places -> Material.of(asked, places.stream().map(Place::application).map(byId::get)));
    return Optional.of(
        sum.of(ranking, (calls, each) -> Governor.atFirst(setup.limits(), calls, each, LATENCY)));
  }

  private Forecast forecast(AccountId account, List<Place> ranking, ModelSetup setup) {
    return new Sum(setup, prices, places -> material(account, places))
        .of(
            ranking,
            (calls, each) ->
                Duration.between(
                    engine.clock().instant(),
                    governor.done(setup.model(), setup.limits(), calls, each, LATENCY)));
  }

  private Material material(AccountId account, List<Place> places) {
    var listed =
        cases.list(account, places.stream().map(place -> place.application().value()).toList());
    return Material.of(
        listed.isEmpty() ? null : listed.getFirst().asked(),
        listed.stream().map(one -> Questioning.cv(account, one, cases)));
  }

  /// @param asked absent when there are no CVs
  private record Material(@Nullable JobDescription asked, List<Cv> cvs) {
    static Material of(@Nullable JobDescription asked, Stream<Cv> cvs) {
      return new Material(asked, cvs.toList());
    }
  }

  private interface Source {
    Material of(List<Place> places);
  }

  private interface Time {
    Duration of(int calls, int tokensEach);
  }

  private static final class Sum {
    private final ModelSetup setup;
    private final Prices prices;
    private final Source source;
    private int calls;
    private int withheld;
    private long input;
    private long output;
    private long cost;

    Sum(ModelSetup setup, Prices prices, Source source) {
      this.setup = setup;
      this.prices = prices;
      this.source = source;
    }

    Forecast of(List<Place> ranking, Time time) {
      var next = new Selection(ranking, setup).next();
      packs(next, Integer.MAX_VALUE);
      var chosen = new HashSet<>(next.stream().map(Place::application).toList());
      var read =
          ranking.stream()
              .map(place -> chosen.contains(place.application()) ? judged(place) : place)
              .toList();
      var again = new Selection(read, setup).again();
      for (int reading = 1; reading < setup.readings(); reading++) {
        packs(again, 1);
      }
      int each = calls == 0 ? 0 : (int) ((input + output) / calls);
      Integer daily = setup.limits().requestsPerDay();
      return new Forecast(
          setup.cascade(),
          next.size(),
          withheld,
          calls,
          input,
          output,
          prices.find(setup.model()).isPresent() ? cost : null,
          calls == 0 ? Duration.ZERO : time.of(calls, each),
          daily == null ? 1 : Math.max(1, Math.ceilDiv(calls, daily)));
    }

    private static Place judged(Place place) {
      return new Place(place.application(), place.match(), place.total(), Judged.State.JUDGED, 1);
    }

    /// @param most CVs in one call, if the setup allows as many
    private void packs(List<Place> places, int most) {
      for (int from = 0; from < places.size(); from += AT_ONCE) {
        var material = source.of(places.subList(from, Math.min(places.size(), from + AT_ONCE)));
        var asked = material.asked();
        if (asked != null) {
          var sent =
              material.cvs().stream()
                  .filter(cv -> !Questioning.ordersMachines(cv.reading()))
                  .toList();
          withheld += material.cvs().size() - sent.size();
          int together = Math.min(most, setup.together(asked));
          Pack.of(asked, sent, setup.language(), together, setup.charactersPerCall())
              .forEach(this::add);
        }
      }
    }

    private void add(Pack pack) {
      withheld += pack.withheld();
      if (!pack.isEmpty()) {
        var usage = new Usage(pack.prompt().tokens(), pack.prompt().answerTokens(), 0);
        calls++;
        input += usage.input();
        output += usage.output();
        cost += prices.find(setup.model()).map(price -> price.of(usage)).orElse(0L);
      }
    }
  }
}
