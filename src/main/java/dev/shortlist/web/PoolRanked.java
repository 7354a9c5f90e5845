package dev.shortlist.web;

import dev.shortlist.blind.Sight;
import dev.shortlist.match.Recommendation;
import dev.shortlist.pool.PoolFit;
import dev.shortlist.pool.PoolRanking;
import dev.shortlist.screening.StoredJobDescription;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The pool ranked for a job description, as far as it is.
///
/// @param mayRank whether the reader may begin and stop it
/// @param page from 1
record PoolRanked(
    StoredJobDescription asked, PoolRanking ranking, boolean mayRank, List<Row> rows, int page) {

  /// Whether there is something left to compare, or to compare anew.
  boolean isWaiting() {
    return switch (ranking.state()) {
      case RUNNING -> false;
      case NOT_BEGUN, CANCELLED -> ranking.cvs() > 0;
      case COMPLETED -> ranking.isOutOfDate();
    };
  }

  boolean isPart() {
    return ranking.state() != PoolRanking.State.COMPLETED && ranking.cvs() > 0;
  }

  /// What to call what begins it.
  String begin() {
    return switch (ranking.state()) {
      case CANCELLED -> Texts.say("pool.go-on");
      case COMPLETED -> Texts.say("pool.rank-anew");
      case NOT_BEGUN, RUNNING -> Texts.say("pool.rank");
    };
  }

  /// What has changed since it was made.
  List<String> changes() {
    var since = ranking.since();
    var changes = new ArrayList<String>();
    if (since.revisions() > 0) {
      changes.add(Texts.say("pool.other-job"));
    }
    if (since.cvs() > 0) {
      changes.add(Texts.say("pool.new-cvs", since.cvs()));
    }
    if (since.engine()) {
      changes.add(Texts.say("pool.other-engine"));
    }
    return changes;
  }

  boolean more() {
    return ranking.places() > page * PoolPage.PLACES;
  }

  /// The address of this part, which asks for it anew.
  String address() {
    return "/candidates/ranked?job=%d&page=%d".formatted(asked.number(), page);
  }

  /// Where news of it come from.
  String events() {
    return "/api/v1/job-descriptions/%d/pool/events".formatted(asked.number());
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
      int score,
      Recommendation recommendation,
      @Nullable String address,
      String strength) {
    static Row of(PoolFit fit, Sight sight) {
      var profile = fit.profile();
      var application = fit.application();
      if (application == null) {
        return of(fit, PoolPage.name(profile, false, fit.rank()), null, "", "");
      }
      var words = sight.words(application.id(), application.file(), profile);
      var strengths = fit.summary().strengths();
      return of(
          fit,
          RankedRow.name(application, profile, sight),
          "/screenings/%s/applications/%s".formatted(application.screening(), application.id()),
          words.apply(PoolPage.lastWork(profile)),
          strengths.isEmpty() ? "" : Texts.core(words.apply(strengths.getFirst())));
    }

    private static Row of(
        PoolFit fit, String name, @Nullable String address, String work, String strength) {
      return new Row(
          fit.rank(),
          name,
          work,
          Words.years(fit.profile().years()),
          fit.score(),
          fit.summary().recommendation(),
          address,
          strength);
    }
  }
}
