package dev.shortlist.web;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.CurrentUser;
import dev.shortlist.accounts.Permission;
import dev.shortlist.blind.Blind;
import dev.shortlist.blind.Sight;
import dev.shortlist.figures.Workload;
import dev.shortlist.screening.ReviewTray;
import dev.shortlist.screening.Screening;
import dev.shortlist.screening.Screenings;
import java.util.List;
import org.springframework.stereotype.Component;

/// Puts together what changes on a screening's page.
@Component
class LiveParts {
  private final CurrentUser user;
  private final Screenings screenings;
  private final Workload workload;
  private final Listings listings;
  private final ReviewTray tray;
  private final Authors authors;
  private final Blind blind;
  private final PoolFigures figures;

  LiveParts(
      CurrentUser user,
      Screenings screenings,
      Workload workload,
      Listings listings,
      ReviewTray tray,
      Authors authors,
      Blind blind,
      PoolFigures figures) {
    this.user = user;
    this.screenings = screenings;
    this.workload = workload;
    this.listings = listings;
    this.tray = tray;
    this.authors = authors;
    this.blind = blind;
    this.figures = figures;
  }

  /// The reader's screening with this id, number or reference.
  Screening get(String key) {
    return screenings
        .find(user.principal().account(), key)
        .orElseThrow(() -> Trouble.notFound("screening", key));
  }

  Live of(Screening screening, ListQuery query) {
    var reader = user.principal();
    AccountId account = reader.account();
    var progress = screenings.progress(account, screening.id());
    var sight = blind.sight(account, screening.id());
    boolean works = progress.state() == Screening.State.RUNNING;
    return new Live(
        screening,
        progress,
        works ? workload.of(screening.id()) : Workload.Lanes.IDLE,
        new Live.Rights(reader.may(Permission.SCREEN), reader.may(Permission.DECIDE)),
        listings.of(screening, progress, query, sight),
        tray(account, screening, sight),
        sight,
        figures.course(account, screening, progress).map(CoursePlot::new).orElse(null));
  }

  private Tray tray(AccountId account, Screening screening, Sight sight) {
    var counts = tray.counts(account, screening.id());
    if (counts.all() == 0) {
      return new Tray(counts, List.of());
    }
    var items = tray.list(account, screening.id(), Tray.PLACES);
    var names = authors.names();
    return new Tray(
        counts,
        items.stream()
            .map(item -> {
              String by = item.lookedBy();
              return new Tray.Line(
                  sight.seen(item.application()), item.isKept(), by == null ? "" : names.by(by));
            })
            .toList());
  }
}
