package dev.shortlist.judging;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.database.Tenancy;
import dev.shortlist.screening.Cases;
import dev.shortlist.screening.Cases.Case;
import dev.shortlist.screening.FurtherWork;
import dev.shortlist.screening.Judged;
import dev.shortlist.screening.Judgements;
import dev.shortlist.screening.ScreeningId;
import dev.shortlist.screening.Standings;
import dev.shortlist.screening.Standings.Place;
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

  private final Tenancy tenancy;
  private final ModelPlans plans;
  private final Packs packs;
  private final ObjectProvider<Judgements> judgements;
  private final Standings standings;
  private final Cases cases;
  private final TaskQueue queue;
  private final Remaining remaining;

  Judging(
      Tenancy tenancy,
      ModelPlans plans,
      Packs packs,
      ObjectProvider<Judgements> judgements,
      Standings standings,
      Cases cases,
      TaskQueue queue,
      Remaining remaining) {
    this.tenancy = tenancy;
    this.plans = plans;
    this.packs = packs;
    this.judgements = judgements;
    this.standings = standings;
    this.cases = cases;
    this.queue = queue;
    this.remaining = remaining;
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
    return setup.readsAllAtOnce() && waiting.size() < setup.callsAtHand();
  }

  /// Those that were matched last, in no call that was begun early: they do not wait for the
  /// others' answers.
  private List<Packs.Listed> withLate(
      AccountId account, ScreeningId screening, List<Packs.Listed> waiting, ModelSetup setup) {
    int room = setup.callsAtHand() - waiting.size();
    var late = standings.unasked(account, screening, room);
    if (late.isEmpty()) {
      return waiting;
    }
    // Where not all of them find room, the most useful come first.
    add(account, screening, late.size() < room ? late : next(account, screening, setup), setup);
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
    int room = setup.get().callsAtHand() - waiting.size();
    var matched =
        room > 0 ? standings.unasked(account, screening, room) : List.<Standings.Place>of();
    if (!matched.isEmpty()) {
      add(account, screening, matched, setup.get());
      waiting = packs.list(account, screening);
    }
    enqueue(account, screening, waiting, setup.get());
  }

  @Override
  public boolean isLeft(AccountId account, ScreeningId screening) {
    var setup = plans.usable(account, screening);
    return setup.isPresent()
        && setup.get().cascade() != Cascade.OFF
        && (!packs.list(account, screening).isEmpty()
            || !new Selection(standings.list(account, screening), setup.get()).next().isEmpty());
  }

  @Override
  public Optional<Duration> remaining(
      AccountId account, ScreeningId screening, int open, Duration matching) {
    return plans
        .usable(account, screening)
        .filter(setup -> setup.cascade() != Cascade.OFF)
        .flatMap(setup -> remaining.of(account, screening, open, matching, setup));
  }

  /// The local scores of all that wait stand.
  void end(AccountId account, ScreeningId screening, Judged.Why why) {
    tenancy.inAccount(
        account.value(),
        () -> {
          var kept = judgements.getObject();
          standings.waiting(account, screening).forEach(id -> kept.stand(account, id, why));
          packs.removeAll(account, screening);
        });
  }

  private void choose(AccountId account, ScreeningId screening, ModelSetup setup) {
    judgements.getObject().recall(account, screening);
    var ranking = standings.list(account, screening);
    var next = first(ranking, setup);
    if (!next.isEmpty()) {
      add(account, screening, next, setup);
      return;
    }
    new Selection(ranking, setup)
        .again()
        .forEach(place ->
            packs.again(account, screening, place.application().value(), place.readings() + 1));
  }

  private List<Place> next(AccountId account, ScreeningId screening, ModelSetup setup) {
    return new Selection(standings.list(account, screening), setup)
        .next().stream().limit(AT_ONCE).toList();
  }

  /// One that waits without a call lost it together with its former match.
  private static List<Place> first(List<Place> ranking, ModelSetup setup) {
    return new Selection(ranking.stream().map(Judging::unasked).toList(), setup)
        .next().stream().limit(AT_ONCE).toList();
  }

  private void add(AccountId account, ScreeningId screening, List<Place> places, ModelSetup setup) {
    judgements.getObject().expect(account, screening, places);
    var ids = places.stream().map(place -> place.application().value()).toList();
    add(account, screening, ids, setup, Packs.Form.USUAL);
  }

  /// Has CVs asked about once more, in a stricter form.
  void onceMore(AccountId account, ScreeningId screening, List<Case> asked, ModelSetup setup) {
    if (!asked.isEmpty()) {
      var ids = asked.stream().map(one -> one.application().value()).toList();
      add(account, screening, ids, setup, Packs.Form.STRICTER);
    }
  }

  private void add(
      AccountId account, ScreeningId screening, List<UUID> ids, ModelSetup setup, Packs.Form form) {
    int together = together(account, screening, setup);
    packs.add(account, screening, ids, lengths(account, ids, together), setup, together, form);
  }

  /// What goes into a call alone may be as long as it is.
  private List<Integer> lengths(AccountId account, List<UUID> ids, int together) {
    return together == 1 ? Collections.nCopies(ids.size(), 0) : cases.lengths(account, ids);
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
      var takenBack = packs.takeBack(account, screening, known);
      add(account, screening, takenBack, setup, Packs.Form.STRICTER);
      return packs.list(account, screening);
    }
    return waiting;
  }

  private int together(AccountId account, ScreeningId screening, ModelSetup setup) {
    return setup.together(() -> cases.asked(account, screening));
  }

  private static Place unasked(Place place) {
    return place.state() == Judged.State.WAITING
        ? new Place(place.application(), place.match(), place.total(), null, 0)
        : place;
  }

  private void enqueue(
      AccountId account, ScreeningId screening, List<Packs.Listed> waiting, ModelSetup setup) {
    if (waiting.isEmpty()) {
      return;
    }
    var known = queue.known(Lane.LLM, JudgingTask.NAME, account.value(), screening.value());
    long room = setup.callsAtHand() - (long) known.size();
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
