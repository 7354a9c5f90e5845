package dev.shortlist.judging;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.ai.Cv;
import dev.shortlist.ai.Pack;
import dev.shortlist.ai.Usage;
import dev.shortlist.calls.Governor;
import dev.shortlist.calls.Prices;
import dev.shortlist.screening.Judged;
import dev.shortlist.screening.Judgements;
import dev.shortlist.screening.Judgements.Place;
import dev.shortlist.screening.ScreeningId;
import dev.shortlist.tasks.Engine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reckons from the texts that would be sent what the reading by a model would take, before
/// anything is sent.
@Component
public class DryRun {
  private static final int AT_ONCE = 100;
  private static final Duration LATENCY = Duration.ofSeconds(3);

  private final ModelPlans plans;
  private final Judgements judgements;
  private final Governor governor;
  private final Prices prices;
  private final Engine engine;

  DryRun(ModelPlans plans, Judgements judgements, Governor governor, Prices prices, Engine engine) {
    this.plans = plans;
    this.judgements = judgements;
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
        .map(setup -> forecast(account, judgements.places(account, screening), setup));
  }

  private Forecast forecast(AccountId account, List<Place> ranking, ModelSetup setup) {
    var sum = new Sum(account, setup);
    var next = new Selection(ranking, setup).next();
    sum.packs(next, setup.cvsPerCall());
    var chosen = new HashSet<>(next.stream().map(Place::application).toList());
    var read =
        ranking.stream()
            .map(place ->
                chosen.contains(place.application())
                    ? new Place(
                        place.application(), place.match(), place.total(), Judged.State.JUDGED, 1)
                    : place)
            .toList();
    var again = new Selection(read, setup).again();
    for (int reading = 1; reading < setup.readings(); reading++) {
      sum.packs(again, 1);
    }
    return sum.forecast(next.size());
  }

  private final class Sum {
    private final AccountId account;
    private final ModelSetup setup;
    private int calls;
    private int withheld;
    private long input;
    private long output;
    private long cost;

    Sum(AccountId account, ModelSetup setup) {
      this.account = account;
      this.setup = setup;
    }

    void packs(List<Place> places, int together) {
      for (int from = 0; from < places.size(); from += AT_ONCE) {
        var ids =
            places.subList(from, Math.min(places.size(), from + AT_ONCE)).stream()
                .map(place -> place.application().value())
                .toList();
        var cases = judgements.cases(account, ids);
        if (!cases.isEmpty()) {
          var cvs = new ArrayList<Cv>();
          for (var one : cases) {
            if (Questioning.ordersMachines(one)) {
              withheld++;
            } else {
              cvs.add(new Cv(one.application().toString(), one.reading(), one.local()));
            }
          }
          Pack.of(
                  cases.getFirst().asked(),
                  cvs,
                  setup.language(),
                  together,
                  setup.charactersPerCall())
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

    Forecast forecast(int cvs) {
      int each = calls == 0 ? 0 : (int) ((input + output) / calls);
      var now = engine.clock().instant();
      var done = governor.done(setup.model(), setup.limits(), calls, each, LATENCY);
      Integer daily = setup.limits().requestsPerDay();
      return new Forecast(
          setup.cascade(),
          cvs,
          withheld,
          calls,
          input,
          output,
          prices.find(setup.model()).isPresent() ? cost : null,
          calls == 0 ? Duration.ZERO : Duration.between(now, done),
          daily == null ? 1 : Math.max(1, Math.ceilDiv(calls, daily)));
    }
  }
}
