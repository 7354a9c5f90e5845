package dev.shortlist.web;

import dev.shortlist.blind.Sight;
import dev.shortlist.match.Match;
import dev.shortlist.screening.Pool;
import dev.shortlist.screening.RankedApplication;
import dev.shortlist.screening.StoredJobDescription;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The pool ranked for a job description, as far as it is.
///
/// @param running whether it is going on
/// @param page from 1
record PoolRanked(
    StoredJobDescription asked, Pool.Scored scored, boolean running, List<Row> rows, int page) {

  boolean isWaiting() {
    return !running && !scored.isComplete();
  }

  boolean more() {
    return scored.scored() > page * PoolPage.PLACES;
  }

  /// A line of the ranking.
  ///
  /// @param address of the application the CV came with, absent once that was deleted
  /// @param strength what speaks for the person most, empty when nothing does
  record Row(
      int rank,
      String name,
      String work,
      String years,
      Match match,
      @Nullable String address,
      String strength) {
    static Row of(Pool.Fit fit, Sight sight) {
      var application = fit.application();
      if (application == null) {
        return of(fit, PoolPage.name(fit.profile(), false, fit.rank()), null, fit.match(), "");
      }
      var seen =
          sight.seen(
              new RankedApplication(
                  fit.rank(), application, fit.profile(), fit.match(), List.of()));
      var match = seen.match();
      return of(
          fit,
          RankedRow.name(application, fit.profile(), sight),
          "/screenings/%s/applications/%s".formatted(application.screening(), application.id()),
          match,
          match.strengths().isEmpty() ? "" : match.strengths().getFirst());
    }

    private static Row of(
        Pool.Fit fit, String name, @Nullable String address, Match match, String strength) {
      return new Row(
          fit.rank(),
          name,
          PoolPage.lastWork(fit.profile()),
          Words.years(fit.profile().years()),
          match,
          address,
          strength);
    }
  }
}
