package dev.shortlist.web;

import dev.shortlist.blind.Sight;
import dev.shortlist.screening.Application;
import dev.shortlist.screening.Progress;
import dev.shortlist.screening.Screening;
import dev.shortlist.screening.Stage;
import java.util.List;

/// The part of a screening's page that changes while it runs.
///
/// @param rows one page of the ranking
/// @param offset number of places before `rows`
/// @param review the first applications of the review tray
/// @param sight whose names may be seen; rows and tray tell no others
record Live(
    Screening screening,
    Progress progress,
    List<RankedRow> rows,
    int offset,
    List<Application> review,
    Sight sight) {
  static final int PLACES = 50;
  static final int TRAY = 100;

  boolean isRunning() {
    return progress.state() == Screening.State.RUNNING;
  }

  int ranked() {
    return progress.count(Stage.COMPLETED);
  }

  int inReview() {
    return progress.count(Stage.NEEDS_REVIEW) + progress.count(Stage.FAILED);
  }

  int busy() {
    return progress.count(Stage.EXTRACTING)
        + progress.count(Stage.PROFILING)
        + progress.count(Stage.MATCHING);
  }

  int received() {
    return progress.total() + progress.duplicates();
  }

  /// Width of `part` in a bar of 100.
  double share(int part) {
    return progress.total() == 0 ? 0 : 100.0 * part / progress.total();
  }

  boolean hasMore() {
    return offset + rows.size() < ranked();
  }

  /// Empty rows to show before the first results are there, so that nothing jumps when they are.
  int expected() {
    int open = progress.total() - progress.finished();
    return isRunning() ? Math.min(Math.max(0, PLACES - rows.size()), Math.min(open, 6)) : 0;
  }
}
