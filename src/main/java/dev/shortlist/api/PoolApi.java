package dev.shortlist.api;

import dev.shortlist.accounts.CurrentUser;
import dev.shortlist.blind.Blind;
import dev.shortlist.blind.Sight;
import dev.shortlist.pool.PoolFeed;
import dev.shortlist.pool.PoolFit;
import dev.shortlist.pool.PoolRanking;
import dev.shortlist.pool.PoolRankings;
import dev.shortlist.screening.JobDescriptions;
import dev.shortlist.screening.StoredJobDescription;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.function.Function;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.json.JsonMapper;

@RestController
@RequestMapping("/api/v1/job-descriptions/{key}/pool")
@Tag(name = "Job descriptions")
class PoolApi {
  private static final int MOST = 500;
  private static final int FARTHEST = 10_000_000;

  private final CurrentUser user;
  private final Blind blind;
  private final JobDescriptions jobDescriptions;
  private final PoolRankings rankings;
  private final PoolFeed feed;
  private final Heartbeat heartbeat;
  private final JsonMapper json;

  PoolApi(
      CurrentUser user,
      Blind blind,
      JobDescriptions jobDescriptions,
      PoolRankings rankings,
      PoolFeed feed,
      Heartbeat heartbeat,
      JsonMapper json) {
    this.user = user;
    this.blind = blind;
    this.jobDescriptions = jobDescriptions;
    this.rankings = rankings;
    this.feed = feed;
    this.heartbeat = heartbeat;
    this.json = json;
  }

  @PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Rank all stored CVs",
      description =
          "Compares the newest CV of everybody the account knows with the job description, in the"
              + " background and from what was read before. What was compared before is not"
              + " compared again, so going on after a cancel, or after new CVs came, does what is"
              + " missing. One that is running goes on.")
  @ApiResponse(responseCode = "202", description = "It goes on; ask how it stands")
  @ApiResponse(responseCode = "200", description = "There was nothing left to compare")
  ResponseEntity<PoolBody.Standing> rank(
      @Parameter(description = "Its id, number or reference", example = "7") @PathVariable
          String key) {
    var ranking = rankings.begin(user.principal().account(), get(key));
    return ResponseEntity.status(ranking.isRunning() ? 202 : 200)
        .body(PoolBody.Standing.of(ranking));
  }

  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "pool",
      summary = "Who of all stored CVs fits",
      description =
          "A page of the ranking, best first, as far as it is, and whether something changed since"
              + " it was made. Nothing is compared by asking.")
  PoolBody pool(
      @Parameter(description = "Its id, number or reference", example = "7") @PathVariable
          String key,
      @Parameter(description = "`next` of the page before") @RequestParam(defaultValue = "0")
          int cursor,
      @RequestParam(defaultValue = "20") int limit) {
    var asked = get(key);
    var account = user.principal().account();
    int from = Math.min(Fields.cursor(cursor), FARTHEST);
    var ranking = rankings.get(account, asked); // before the page, which is then as far at least
    var best = rankings.page(account, asked, from, Fields.limit(limit, MOST));
    int next = from + best.size();
    return PoolBody.of(
        ranking, best, sights(), next < ranking.places() && !best.isEmpty() ? next : null);
  }

  private Function<PoolFit, Sight> sights() {
    var sights = blind.sights(user.principal());
    var least = blind.atLeast(user.principal());
    return fit -> {
      var application = fit.application();
      return application == null ? least : sights.apply(application.screening());
    };
  }

  @DeleteMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "cancelPool",
      summary = "Stop ranking all stored CVs",
      description = "What is compared stays. Nothing happens when it is not running.")
  PoolBody.Standing cancel(
      @Parameter(description = "Its id, number or reference", example = "7") @PathVariable
          String key) {
    return PoolBody.Standing.of(rankings.cancel(user.principal().account(), get(key)));
  }

  @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  @Operation(
      operationId = "poolEvents",
      summary = "How the ranking of all stored CVs comes along, as server-sent events",
      description =
          "First how it stands, if it ever began, then what changes, twice a second at most. The"
              + " stream stays open after the end, as it may be begun again.")
  @ApiResponse(
      responseCode = "200",
      description = "Events named `progress`",
      content = @Content(schema = @Schema(implementation = PoolBody.Standing.class)))
  ResponseEntity<SseEmitter> events(
      @Parameter(description = "Its id, number or reference", example = "7") @PathVariable
          String key) {
    var stream = new EventStream(user.pass(), heartbeat);
    return stream.follow(
        feed.subscribe(
            user.principal().account(), get(key).number(), ranking -> stream.send(text(ranking))));
  }

  private String text(PoolRanking ranking) {
    return json.writeValueAsString(PoolBody.Standing.of(ranking));
  }

  private StoredJobDescription get(String key) {
    return jobDescriptions
        .find(user.principal().account(), key)
        .orElseThrow(() ->
            Problem.NOT_FOUND.because(
                "There is no job description with the id, number or reference \"%s\"."
                    .formatted(key)));
  }
}
