package dev.shortlist.api;

import dev.shortlist.accounts.CurrentAccount;
import dev.shortlist.match.Dimension;
import dev.shortlist.match.Recommendation;
import dev.shortlist.screening.JobDescriptions;
import dev.shortlist.screening.Pool;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(
    path = "/api/v1/job-descriptions/{key}/pool",
    produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Job descriptions")
class PoolApi {
  private static final int MOST = 100;

  private final CurrentAccount account;
  private final JobDescriptions jobDescriptions;
  private final Pool pool;

  PoolApi(CurrentAccount account, JobDescriptions jobDescriptions, Pool pool) {
    this.account = account;
    this.jobDescriptions = jobDescriptions;
    this.pool = pool;
  }

  @GetMapping
  @Operation(
      summary = "Who of all stored CVs fits",
      description =
          "Ranks the newest CV of everybody the account knows, from what was read before. The first"
              + " time takes about a second for each thousand CVs, then it is kept.")
  PoolBody rank(
      @Parameter(description = "Its id, number or reference", example = "7") @PathVariable
          String key,
      @RequestParam(defaultValue = "20") int limit) {
    var asked =
        jobDescriptions
            .find(account.id(), key)
            .orElseThrow(() ->
                Problem.NOT_FOUND.because(
                    "There is no job description with the id, number or reference \"%s\"."
                        .formatted(key)));
    return PoolBody.of(pool.rank(account.id(), asked, Fields.limit(limit, MOST)));
  }

  /// The best of the pool.
  @Schema(name = "Pool")
  record PoolBody(
      @Schema(description = "CVs that were compared", example = "1800") int cvs,
      @Schema(description = "The best, in order") List<Fit> best) {
    static PoolBody of(Pool.Ranked ranked) {
      return new PoolBody(ranked.cvs(), ranked.best().stream().map(Fit::of).toList());
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
    static Fit of(Pool.Fit fit) {
      var profile = fit.profile();
      var name = profile.contact().name();
      var application = fit.application();
      return new Fit(
          fit.rank(),
          fit.match().score(),
          fit.match().recommendation(),
          ApplicationBody.points(fit.match()),
          fit.match().strengths(),
          fit.match().reasoning(),
          name == null ? null : name.value(),
          profile.headline() == null ? null : profile.headline().value(),
          profile.years(),
          application == null ? null : application.id().value(),
          application == null ? null : application.file());
    }
  }
}
