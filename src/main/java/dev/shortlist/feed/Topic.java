package dev.shortlist.feed;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.feed.News.Change;
import dev.shortlist.feed.News.Report;
import dev.shortlist.live.Subscription;
import dev.shortlist.screening.ScreeningId;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One screening and who wants to know about it. However many they are, it is read once for all.
final class Topic {
  static final int AT_ONCE = 1000;
  static final int IN_SNAPSHOT = 200;

  private final AccountId account;
  private final ScreeningId screening;
  private final News news;
  private final Set<Subscription<ScreeningEvent>> subscriptions = new LinkedHashSet<>();
  private int expected;
  private @Nullable Told told;
  private @Nullable Report snapshot;
  private String version = "";
  private boolean isFinal;

  Topic(AccountId account, ScreeningId screening, News news) {
    this.account = account;
    this.screening = screening;
    this.news = news;
  }

  /// Somebody is about to join.
  synchronized void expect() {
    expected++;
  }

  /// Tells `subscription` how things stand, and from now on what changes; does nothing if there is
  /// no such screening.
  ///
  /// @param since position of the last event it knows, or -1
  synchronized void join(Subscription<ScreeningEvent> subscription, long since) {
    expected--;
    var found = snapshot().map(report -> goingBackTo(since, report));
    if (found.isEmpty()) {
      return;
    }
    var report = found.get();
    if (told == null) {
      told = startAt(report);
    }
    var changes = report.changes().stream().filter(change -> change.number() > since).toList();
    subscription.offer(event(report, changes, Math.max(since, told.floor())));
    subscriptions.add(subscription);
  }

  synchronized void leave(Subscription<ScreeningEvent> subscription) {
    subscriptions.remove(subscription);
  }

  /// Tells everybody what is new.
  ///
  /// @param listeners those who listen to the whole account
  /// @return whether there is more to tell
  synchronized boolean tell(Collection<Subscription<ScreeningEvent>> listeners) {
    snapshot = null;
    var found = told == null ? first() : next(told);
    if (found.isEmpty()) {
      return false;
    }
    var event = found.get();
    isFinal = event.isFinal();
    if (!event.changed().isEmpty() || !event.progress().version().equals(version)) {
      version = event.progress().version();
      subscriptions.forEach(one -> one.offer(event));
      listeners.forEach(one -> one.offer(event));
    }
    return told != null && event.changed().size() == AT_ONCE;
  }

  /// Whether nobody waits for what comes next.
  ///
  /// @param heard whether somebody listens to the whole account
  synchronized boolean isIdle(boolean heard) {
    return expected == 0 && subscriptions.isEmpty() && (isFinal || !heard);
  }

  /// How things stand, for somebody who knows nothing yet.
  static ScreeningEvent snapshot(Report report) {
    return event(report, report.changes(), startAt(report).floor());
  }

  /// Good until the next change is told, so that many may join at the price of one.
  private Optional<Report> snapshot() {
    if (snapshot == null) {
      snapshot = news.latest(account, screening, IN_SNAPSHOT).orElse(null);
    }
    return Optional.ofNullable(snapshot);
  }

  private Report goingBackTo(long since, Report report) {
    var changes = report.changes();
    boolean reachesBack =
        since < 0 || changes.size() < IN_SNAPSHOT || changes.getFirst().number() <= since;
    return reachesBack ? report : news.after(account, screening, since, AT_ONCE).orElse(report);
  }

  private Optional<ScreeningEvent> first() {
    return news.latest(account, screening, IN_SNAPSHOT)
        .map(report -> {
          told = startAt(report);
          return snapshot(report);
        });
  }

  private Optional<ScreeningEvent> next(Told known) {
    return news.after(account, screening, known.floor(), AT_ONCE + known.aboveFloor())
        .map(report -> {
          var untold = known.tell(report, System.nanoTime());
          return event(report, untold, known.floor());
        });
  }

  /// What a commit still shows below the last change is told next.
  private static Told startAt(Report report) {
    var changes = report.changes();
    var told = new Told(changes.isEmpty() ? -1 : changes.getFirst().number() - 1);
    told.tell(report, System.nanoTime());
    return told;
  }

  private static ScreeningEvent event(Report report, List<Change> changes, long position) {
    return new ScreeningEvent(
        report.screening(),
        report.progress(),
        changes.stream().map(Change::application).toList(),
        position);
  }
}
