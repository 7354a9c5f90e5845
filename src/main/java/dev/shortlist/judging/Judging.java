package dev.shortlist.judging;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.calls.Governor;
import dev.shortlist.calls.Spending;
import dev.shortlist.database.Tenancy;
import dev.shortlist.screening.FurtherWork;
import dev.shortlist.screening.Judged;
import dev.shortlist.screening.Judgements;
import dev.shortlist.screening.Judgements.Place;
import dev.shortlist.screening.ScreeningId;
import dev.shortlist.tasks.Engine;
import dev.shortlist.tasks.Lane;
import dev.shortlist.tasks.TaskQueue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Decides, when the local engine is through, which CVs a model reads next, and has as many calls
/// made at a time as may be under way.
///
/// A screening has only a few tasks in the lane, however many CVs are to be read: each that ends
/// brings the next one. So calls are made in order of usefulness, accounts take turns, and what was
/// read already may change what is read next.
@Component
class Judging implements FurtherWork {
  /// CVs put into calls at a time.
  private static final int AT_ONCE = 200;

  private static final Duration USUAL_LATENCY = Duration.ofSeconds(3);

  private final Tenancy tenancy;
  private final ModelPlans plans;
  private final Packs packs;
  private final ObjectProvider<Judgements> judgements;
  private final TaskQueue queue;
  private final Governor governor;
  private final Spending spending;
  private final Engine engine;

  Judging(
      Tenancy tenancy,
      ModelPlans plans,
      Packs packs,
      ObjectProvider<Judgements> judgements,
      TaskQueue queue,
      Governor governor,
      Spending modelSpending,
      Engine engine) {
    this.tenancy = tenancy;
    this.plans = plans;
    this.packs = packs;
    this.judgements = judgements;
    this.queue = queue;
    this.governor = governor;
    this.spending = modelSpending;
    this.engine = engine;
  }

  @Override
  public boolean begin(AccountId account, ScreeningId screening) {
    var setup = plans.usable(account, screening);
    if (setup.isEmpty() || setup.get().cascade() == Cascade.OFF) {
      end(account, screening, Judged.Why.SWITCHED_OFF);
      return false;
    }
    var waiting = packs.list(account, screening);
    if (waiting.isEmpty()) {
      choose(account, screening, setup.get());
      waiting = packs.list(account, screening);
    }
    enqueue(account, screening, waiting, setup.get());
    return !waiting.isEmpty();
  }

  @Override
  public boolean isLeft(AccountId account, ScreeningId screening) {
    var setup = plans.usable(account, screening);
    return setup.isPresent()
        && setup.get().cascade() != Cascade.OFF
        && (!packs.list(account, screening).isEmpty()
            || !new Selection(judgements.getObject().places(account, screening), setup.get())
                .next()
                .isEmpty());
  }

  @Override
  public Optional<Duration> remaining(AccountId account, ScreeningId screening) {
    var setup = plans.usable(account, screening);
    int own = packs.list(account, screening).size();
    if (setup.isEmpty() || own == 0) {
      return Optional.empty();
    }
    int others = Math.max(0, packs.count(account) - own);
    var pace = spending.pace(account.value(), screening.value());
    var done =
        governor.done(
            setup.get().model(),
            setup.get().limits(),
            own + Math.min(own, others),
            pace.map(Spending.Pace::tokens).orElse(0),
            pace.map(Spending.Pace::latency).orElse(USUAL_LATENCY));
    var left =
        longest(
            Duration.between(engine.clock().instant(), done),
            pace.map(Spending.Pace::each).orElse(Duration.ZERO).multipliedBy(own));
    return Optional.of(
        left.isNegative()
            ? Duration.ZERO
            : left.plusMillis(999).truncatedTo(java.time.temporal.ChronoUnit.SECONDS));
  }

  private static Duration longest(Duration first, Duration second) {
    return first.compareTo(second) < 0 ? second : first;
  }

  /// The local scores of all that wait stand.
  void end(AccountId account, ScreeningId screening, Judged.Why why) {
    tenancy.inAccount(
        account.value(),
        () -> {
          var kept = judgements.getObject();
          kept.waiting(account, screening).forEach(id -> kept.stand(account, id, why));
          packs.removeAll(account, screening);
        });
  }

  private void choose(AccountId account, ScreeningId screening, ModelSetup setup) {
    var kept = judgements.getObject();
    kept.recall(account, screening);
    var ranking = kept.places(account, screening);
    // One that waits without a call lost it together with its former match.
    var next = new Selection(ranking.stream().map(Judging::unasked).toList(), setup).next();
    if (!next.isEmpty()) {
      var first = next.subList(0, Math.min(AT_ONCE, next.size()));
      var ids = first.stream().map(place -> place.application().value()).toList();
      kept.expect(account, screening, first);
      packs.add(account, screening, ids, kept.lengths(account, ids), setup);
      return;
    }
    new Selection(ranking, setup)
        .again()
        .forEach(place ->
            packs.again(account, screening, place.application().value(), place.readings() + 1));
  }

  private static Place unasked(Place place) {
    return place.state() == Judged.State.WAITING
        ? new Place(place.application(), place.match(), place.total(), null, 0)
        : place;
  }

  private void enqueue(
      AccountId account, ScreeningId screening, List<UUID> waiting, ModelSetup setup) {
    var known = queue.known(Lane.LLM, JudgingTask.NAME, account.value(), screening.value());
    long room = setup.limits().concurrency() - (long) known.size();
    queue.add(
        Lane.LLM,
        JudgingTask.NAME,
        account.value(),
        screening.value(),
        waiting.stream().filter(id -> !known.contains(id)).limit(Math.max(0, room)).toList());
  }
}
