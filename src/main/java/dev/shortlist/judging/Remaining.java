package dev.shortlist.judging;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.calls.Governor;
import dev.shortlist.calls.Latency;
import dev.shortlist.calls.Spending;
import dev.shortlist.screening.Cases;
import dev.shortlist.screening.ScreeningId;
import dev.shortlist.screening.Standings;
import dev.shortlist.tasks.Engine;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// How long a model still reads the CVs of a screening.
@Component
class Remaining {
  private static final Latency USUAL_LATENCY = new Latency(Duration.ofSeconds(3), 0);

  private final Packs packs;
  private final Standings standings;
  private final Cases cases;
  private final Governor governor;
  private final Spending spending;
  private final Engine engine;

  Remaining(
      Packs packs,
      Standings standings,
      Cases cases,
      Governor governor,
      Spending modelSpending,
      Engine engine) {
    this.packs = packs;
    this.standings = standings;
    this.cases = cases;
    this.governor = governor;
    this.spending = modelSpending;
    this.engine = engine;
  }

  /// @param open CVs that are still to be matched
  /// @param matching time until they are
  Optional<Duration> of(
      AccountId account, ScreeningId screening, int open, Duration matching, ModelSetup setup) {
    var own = packs.list(account, screening);
    int calls = ahead(account, screening, open, setup, own);
    if (calls == 0) {
      return Optional.empty();
    }
    var pace = spending.pace(account.value(), screening.value());
    var underWay = spending.underWay(account.value(), screening.value());
    int unsent = Math.max(0, calls - underWay.size());
    var outlook =
        new Outlook(
            unsent,
            underWay,
            pace.map(made -> latency(made, underWay)).orElse(USUAL_LATENCY),
            setup.limits().concurrency());
    int others = Math.max(0, packs.count(account) - own.size());
    var asking = asking(setup, Math.min(unsent, others), pace, outlook);
    var sending =
        open > 0 && setup.readsAllAtOnce() ? longest(asking, matching) : asking.plus(matching);
    return Optional.of(outlook.left(sending));
  }

  private static Latency latency(Spending.Pace made, List<Duration> underWay) {
    return Latency.of(made.answered(), underWay).failing(made.failing());
  }

  /// Time until the last call is sent, by the limits and by the pace of what is done beside
  /// calling.
  ///
  /// @param others calls others make meanwhile
  private Duration asking(
      ModelSetup setup, int others, Optional<Spending.Pace> pace, Outlook outlook) {
    int sends = outlook.sends();
    if (sends == 0) {
      return Duration.ZERO;
    }
    var latency = outlook.latency().mean();
    var done =
        governor.done(
            setup.model(),
            setup.limits(),
            sends + others,
            pace.map(Spending.Pace::tokens).orElse(0),
            latency);
    var byLimits = Duration.between(engine.clock().instant(), done).minus(latency);
    var byPace = pace.map(Spending.Pace::each).orElse(Duration.ZERO).multipliedBy(sends);
    return longest(longest(byLimits, outlook.untilThereIsRoom()), byPace);
  }

  private int ahead(
      AccountId account,
      ScreeningId screening,
      int open,
      ModelSetup setup,
      List<Packs.Listed> own) {
    int unasked =
        switch (setup.cascade()) {
          case OFF -> 0;
          // How many are close to the cut is known when all are matched.
          case BAND -> open == 0 ? 0 : Math.min(open, setup.shortlist());
          case ALL -> open + standings.unasked(account, screening);
        };
    int close =
        setup.readings() == 1
            ? 0
            : standings.closeToTheCut(
                account, screening, setup.shortlist(), Selection.CLOSE, setup.readings());
    return Ahead.calls(
        own,
        unasked,
        setup.together(() -> cases.asked(account, screening)),
        spending.asked(account.value(), screening.value()),
        Math.min(close, Selection.MOST_AGAIN),
        setup.readings());
  }

  private static Duration longest(Duration first, Duration second) {
    return first.compareTo(second) < 0 ? second : first;
  }
}
