package dev.shortlist.judging;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.calls.Governor;
import dev.shortlist.calls.Latency;
import dev.shortlist.calls.Spending;
import dev.shortlist.database.Tenancy;
import dev.shortlist.screening.FurtherWork;
import dev.shortlist.screening.Judged;
import dev.shortlist.screening.Judgements;
import dev.shortlist.screening.Judgements.Case;
import dev.shortlist.screening.Judgements.Place;
import dev.shortlist.screening.ScreeningId;
import dev.shortlist.tasks.Engine;
import dev.shortlist.tasks.Lane;
import dev.shortlist.tasks.TaskQueue;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

  private static final Latency USUAL_LATENCY = new Latency(Duration.ofSeconds(3), 0);

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
    } else if (isShort(waiting, setup.get())) {
      waiting = withLate(account, screening, waiting, setup.get());
    }
    enqueue(account, screening, waiting, setup.get());
    return !waiting.isEmpty();
  }

  /// Whether calls that were begun early leave places free.
  private static boolean isShort(List<Packs.Listed> waiting, ModelSetup setup) {
    return setup.readsAllAtOnce() && waiting.size() < setup.limits().concurrency();
  }

  /// Those that were matched last, in no call that was begun early: they do not wait for the
  /// others' answers.
  private List<Packs.Listed> withLate(
      AccountId account, ScreeningId screening, List<Packs.Listed> waiting, ModelSetup setup) {
    var late = unasked(account, screening, setup);
    if (late.isEmpty()) {
      return waiting;
    }
    add(account, screening, late.subList(0, Math.min(AT_ONCE, late.size())), setup);
    return packs.list(account, screening);
  }

  /// Where all are read and calls under way are what is scarce, there is no reason to wait for the
  /// ranking; where calls a minute are, the most useful come first, which only the ranking tells.
  @Override
  public void beginEarly(AccountId account, ScreeningId screening) {
    var setup = plans.usable(account, screening).filter(ModelSetup::readsAllAtOnce);
    if (setup.isEmpty()) {
      return;
    }
    var waiting = packs.list(account, screening);
    int room = setup.get().limits().concurrency() - waiting.size();
    if (room > 0 && beginEarly(account, screening, setup.get(), room)) {
      waiting = packs.list(account, screening);
    }
    enqueue(account, screening, waiting, setup.get());
  }

  /// Puts those matched by now into full calls, as many as there is room for.
  ///
  /// @return whether there were any
  private boolean beginEarly(AccountId account, ScreeningId screening, ModelSetup setup, int room) {
    int together = together(account, screening, setup);
    if (judgements.getObject().unasked(account, screening) < together) {
      return false;
    }
    var next = unasked(account, screening, setup);
    int full = Math.min(room, next.size() / together) * together;
    if (full > 0) {
      add(account, screening, next.subList(0, full), setup);
    }
    return full > 0;
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
  public Optional<Duration> remaining(
      AccountId account, ScreeningId screening, int open, Duration matching) {
    var setup = plans.usable(account, screening);
    if (setup.isEmpty() || setup.get().cascade() == Cascade.OFF) {
      return Optional.empty();
    }
    var own = packs.list(account, screening);
    int calls = ahead(account, screening, open, setup.get(), own);
    if (calls == 0) {
      return Optional.empty();
    }
    var pace = spending.pace(account.value(), screening.value());
    var underWay = spending.underWay(account.value(), screening.value());
    int unsent = Math.max(0, calls - underWay.calls());
    var outlook =
        new Outlook(
            unsent,
            underWay,
            pace.map(Spending.Pace::latency).orElse(USUAL_LATENCY),
            setup.get().limits().concurrency());
    int others = Math.max(0, packs.count(account) - own.size());
    var asking = asking(setup.get(), unsent, Math.min(unsent, others), pace, outlook);
    var sending =
        open > 0 && setup.get().readsAllAtOnce()
            ? longest(asking, matching)
            : asking.plus(matching);
    return Optional.of(outlook.left(sending));
  }

  /// Time until the last call is sent, by the limits and by the pace of what is done beside
  /// calling.
  ///
  /// @param others calls others make meanwhile
  private Duration asking(
      ModelSetup setup, int unsent, int others, Optional<Spending.Pace> pace, Outlook outlook) {
    if (unsent == 0) {
      return Duration.ZERO;
    }
    var latency = outlook.latency().mean();
    var done =
        governor.done(
            setup.model(),
            setup.limits(),
            unsent + others,
            pace.map(Spending.Pace::tokens).orElse(0),
            latency);
    var byLimits = Duration.between(engine.clock().instant(), done).minus(latency);
    var byPace = pace.map(Spending.Pace::each).orElse(Duration.ZERO).multipliedBy(unsent);
    return longest(longest(byLimits, outlook.untilThereIsRoom()), byPace);
  }

  private int ahead(
      AccountId account,
      ScreeningId screening,
      int open,
      ModelSetup setup,
      List<Packs.Listed> own) {
    var kept = judgements.getObject();
    int unasked =
        switch (setup.cascade()) {
          case OFF -> 0;
          // How many are close to the cut is known when all are matched.
          case BAND -> open == 0 ? 0 : Math.min(open, setup.shortlist());
          case ALL -> open + kept.unasked(account, screening);
        };
    int close =
        setup.readings() == 1
            ? 0
            : kept.closeToTheCut(
                account, screening, setup.shortlist(), Selection.CLOSE, setup.readings());
    return Ahead.calls(
        own,
        unasked,
        together(account, screening, setup),
        spending.asked(account.value(), screening.value()),
        Math.min(close, Selection.MOST_AGAIN),
        setup.readings());
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
      add(account, screening, next.subList(0, Math.min(AT_ONCE, next.size())), setup);
      return;
    }
    new Selection(ranking, setup)
        .again()
        .forEach(place ->
            packs.again(account, screening, place.application().value(), place.readings() + 1));
  }

  private List<Place> unasked(AccountId account, ScreeningId screening, ModelSetup setup) {
    var kept = judgements.getObject();
    kept.recall(account, screening);
    return new Selection(kept.places(account, screening), setup).next();
  }

  private void add(AccountId account, ScreeningId screening, List<Place> places, ModelSetup setup) {
    var kept = judgements.getObject();
    var ids = places.stream().map(place -> place.application().value()).toList();
    kept.expect(account, screening, places);
    int together = together(account, screening, setup);
    packs.add(
        account,
        screening,
        ids,
        lengths(account, ids, together),
        setup,
        together,
        Packs.Form.USUAL);
  }

  /// Has CVs asked about once more, in a stricter form.
  void onceMore(AccountId account, ScreeningId screening, List<Case> cases, ModelSetup setup) {
    var ids = cases.stream().map(one -> one.application().value()).toList();
    addStricter(account, screening, ids, setup);
  }

  private void addStricter(
      AccountId account, ScreeningId screening, List<UUID> ids, ModelSetup setup) {
    int together = together(account, screening, setup);
    packs.add(
        account,
        screening,
        ids,
        lengths(account, ids, together),
        setup,
        together,
        Packs.Form.STRICTER);
  }

  /// What goes into a call alone may be as long as it is.
  private List<Integer> lengths(AccountId account, List<UUID> ids, int together) {
    return together == 1
        ? Collections.nCopies(ids.size(), 0)
        : judgements.getObject().lengths(account, ids);
  }

  /// Calls in the stricter form that nobody makes yet, put together. Where calls are scarce they
  /// wait until no others can join them.
  private List<Packs.Listed> ready(
      AccountId account,
      ScreeningId screening,
      List<Packs.Listed> waiting,
      Set<UUID> known,
      ModelSetup setup) {
    if (!setup.callsAreScarce()) {
      return waiting;
    }
    var usual = waiting.stream().filter(one -> one.form() == Packs.Form.USUAL).toList();
    if (!usual.isEmpty()) {
      return usual;
    }
    int together = together(account, screening, setup);
    var room = waiting.stream().filter(one -> one.reading() == 1 && one.cvs() < together);
    if (room.filter(one -> !known.contains(one.id())).count() > 1) {
      addStricter(account, screening, packs.takeBack(account, screening, known), setup);
      return packs.list(account, screening);
    }
    return waiting;
  }

  private int together(AccountId account, ScreeningId screening, ModelSetup setup) {
    return judgements.getObject().asked(account, screening).map(setup::together).orElse(1);
  }

  private static Place unasked(Place place) {
    return place.state() == Judged.State.WAITING
        ? new Place(place.application(), place.match(), place.total(), null, 0)
        : place;
  }

  private void enqueue(
      AccountId account, ScreeningId screening, List<Packs.Listed> waiting, ModelSetup setup) {
    var known = queue.known(Lane.LLM, JudgingTask.NAME, account.value(), screening.value());
    long room = setup.limits().concurrency() - (long) known.size();
    queue.add(
        Lane.LLM,
        JudgingTask.NAME,
        account.value(),
        screening.value(),
        ready(account, screening, waiting, known, setup).stream()
            .map(Packs.Listed::id)
            .filter(id -> !known.contains(id))
            .limit(Math.max(0, room))
            .toList());
  }
}
