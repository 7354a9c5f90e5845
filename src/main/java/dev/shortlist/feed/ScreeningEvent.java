package dev.shortlist.feed;

import dev.shortlist.screening.Application;
import dev.shortlist.screening.Progress;
import dev.shortlist.screening.Screening;
import java.util.List;

/// How a screening stands, and what of it changed since the event before.
///
/// @param changed applications whose stage changed, in the order they did, each as it stands now;
///   in the first event those that changed last. One event names 1,000 at most, and the next the
///   rest.
/// @param position where a subscriber that comes back goes on from; it never falls
public record ScreeningEvent(
    Screening screening, Progress progress, List<Application> changed, long position) {
  public ScreeningEvent {
    changed = List.copyOf(changed);
  }

  /// Whether nothing more is going to happen, unless somebody adds CVs or takes up work again.
  public boolean isFinal() {
    return screening.state() == Screening.State.COMPLETED
        || screening.state() == Screening.State.CANCELLED;
  }
}
