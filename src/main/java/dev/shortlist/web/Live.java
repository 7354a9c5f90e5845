package dev.shortlist.web;

import dev.shortlist.blind.Sight;
import dev.shortlist.figures.Workload;
import dev.shortlist.screening.Action;
import dev.shortlist.screening.Progress;
import dev.shortlist.screening.Screening;
import dev.shortlist.screening.Stage;
import org.jspecify.annotations.Nullable;

/// The part of a screening's page that changes while it runs, and when somebody decides.
///
/// @param course absent before the first CV came
/// @param sight whose names may be seen; list and tray tell no others
record Live(
    Screening screening,
    Progress progress,
    Workload.Lanes lanes,
    Rights rights,
    Listing list,
    Tray tray,
    Sight sight,
    @Nullable CoursePlot course) {

  /// What the reader may do.
  ///
  /// @param screen change the screening
  /// @param decide decide about candidates
  record Rights(boolean screen, boolean decide) {}

  boolean isRunning() {
    return progress.state() == Screening.State.RUNNING;
  }

  /// Whether the reader may do this now.
  boolean may(Action action) {
    return rights.screen() && action.isPossible(progress.state());
  }

  /// Whether there is anything to rank by.
  boolean isRanking() {
    return screening.jobDescription() != null;
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

  /// Empty rows to show before the first results are there, so that nothing jumps when they are.
  int expected() {
    int open = progress.total() - progress.finished();
    boolean whole = list.query().narrowing() == 0 && !list.hasAfter() && list.board().isEmpty();
    int free = Math.max(0, Listing.PLACES - list.lines().size());
    return isRunning() && isRanking() && whole ? Math.min(free, Math.min(open, 6)) : 0;
  }

  /// The address of this part of the page, which asks for it anew.
  String address() {
    return "/screenings/%d/live%s".formatted(screening.number(), list.query());
  }

  /// The page with another query.
  String page(ListQuery query) {
    return "/screenings/%d%s".formatted(screening.number(), query);
  }

  /// Where a form of the page is sent, so that the answer shows the same list.
  String action(String name) {
    return "/screenings/%d/%s%s".formatted(screening.number(), name, list.query());
  }
}
