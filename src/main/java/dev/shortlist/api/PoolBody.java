package dev.shortlist.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.shortlist.blind.Sight;
import dev.shortlist.match.Dimension;
import dev.shortlist.match.Recommendation;
import dev.shortlist.pool.PoolFit;
import dev.shortlist.pool.PoolRanking;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A page of the ranking of the pool.
@Schema(name = "Pool")
record PoolBody(
    @JsonUnwrapped Standing standing,
    @Schema(description = "The page, best first") List<Fit> best,
    @Schema(description = "Cursor of the next page; null on the last", nullable = true)
        @Nullable Integer next) {
  static PoolBody of(
      PoolRanking ranking,
      List<PoolFit> best,
      Function<PoolFit, Sight> sights,
      @Nullable Integer next) {
    return new PoolBody(
        Standing.of(ranking),
        best.stream().map(fit -> Fit.of(fit, sights.apply(fit))).toList(),
        next);
  }

  /// How a ranking stands.
  @Schema(name = "PoolStanding")
  record Standing(
      @Schema(description = "Revision of the job description that is ranked for", example = "1")
          int revision,
      PoolRanking.State state,
      @Schema(description = "CVs in the pool", example = "1800") int cvs,
      @Schema(description = "How many of them are compared", example = "700") int compared,
      @Schema(description = "How many of them could not be compared", example = "0") int failed,
      @Schema(description = "Whether ranking again would tell something else") boolean outOfDate,
      @Schema(description = "CVs that came, or were read anew, since it was completed") int newCvs,
      @Schema(description = "Revisions of the job description since") int newRevisions,
      @Schema(nullable = true) @Nullable Instant begunAt,
      @Schema(nullable = true) @Nullable Instant endedAt) {
    static Standing of(PoolRanking ranking) {
      return new Standing(
          ranking.revision(),
          ranking.state(),
          ranking.cvs(),
          ranking.compared(),
          ranking.failed(),
          ranking.isOutOfDate(),
          ranking.since().cvs(),
          ranking.since().revisions(),
          ranking.begunAt(),
          ranking.endedAt());
    }
  }

  /// One person's CV and how it fits.
  @Schema(name = "Fit")
  record Fit(
      @Schema(description = "Place from 1") int rank,
      @Schema(description = "Whole points, 0 to 100") int score,
      Recommendation recommendation,
      @Schema(description = "Points of each dimension the job description asks about, 0 to 100")
          Map<Dimension, Double> dimensions,
      @Schema(description = "What speaks for the person, strongest first") List<String> strengths,
      @Schema(description = "Why the recommendation") String reasoning,
      @Schema(nullable = true) @Nullable String name,
      @Schema(nullable = true) @Nullable String headline,
      @Schema(description = "Years of work") double years,
      @Schema(description = "The last application the CV came with", nullable = true)
          @Nullable UUID application,
      @Schema(nullable = true, example = "cvs.zip/2026/anna.pdf") @Nullable String file) {
    static Fit of(PoolFit fit, Sight sight) {
      var profile = fit.profile();
      var name = profile.contact().name();
      var application = fit.application();
      boolean shown = application == null ? sight.open() : sight.shows(application.id());
      var words = words(fit, sight);
      return new Fit(
          fit.rank(),
          fit.score(),
          fit.summary().recommendation(),
          fit.summary().points(),
          fit.summary().strengths().stream()
              .map(words)
              .filter(strength -> !strength.isEmpty())
              .map(Spoken::of)
              .toList(),
          Spoken.of(words.apply(fit.summary().reasoning())),
          name == null || !shown ? null : name.value(),
          profile.headline() == null ? null : words.apply(profile.headline().value()),
          profile.years(),
          application == null ? null : application.id().value(),
          application == null ? null : sight.seen(application.id(), application.file()));
    }

    private static UnaryOperator<String> words(PoolFit fit, Sight sight) {
      var application = fit.application();
      if (application == null) {
        return sight.open() ? UnaryOperator.identity() : _ -> "";
      }
      return sight.words(application.id(), application.file(), fit.profile());
    }
  }
}
