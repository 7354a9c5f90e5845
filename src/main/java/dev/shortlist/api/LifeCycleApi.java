package dev.shortlist.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.CurrentAccount;
import dev.shortlist.accounts.CurrentUser;
import dev.shortlist.blind.Blind;
import dev.shortlist.screening.ApplicationId;
import dev.shortlist.screening.Applications;
import dev.shortlist.screening.JobDescriptions;
import dev.shortlist.screening.LifeCycle;
import dev.shortlist.screening.Priority;
import dev.shortlist.screening.Screening;
import dev.shortlist.screening.ScreeningId;
import dev.shortlist.screening.Screenings;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Screenings")
class LifeCycleApi {
  private final CurrentUser user;
  private final Blind blind;
  private final CurrentAccount account;
  private final Screenings screenings;
  private final Applications applications;
  private final JobDescriptions jobDescriptions;
  private final LifeCycle lifeCycle;

  LifeCycleApi(
      CurrentUser user,
      Blind blind,
      CurrentAccount account,
      Screenings screenings,
      Applications applications,
      JobDescriptions jobDescriptions,
      LifeCycle lifeCycle) {
    this.user = user;
    this.blind = blind;
    this.account = account;
    this.screenings = screenings;
    this.applications = applications;
    this.jobDescriptions = jobDescriptions;
    this.lifeCycle = lifeCycle;
  }

  @PostMapping("/screenings/{key}/pause")
  @Operation(summary = "Start no more CVs", description = "Those that are being read are finished.")
  ScreeningBody pause(@PathVariable String key) {
    return change(key, lifeCycle::pause);
  }

  @PostMapping("/screenings/{key}/resume")
  @Operation(summary = "Go on where it was paused")
  ScreeningBody resume(@PathVariable String key) {
    return change(key, lifeCycle::resume);
  }

  @PostMapping("/screenings/{key}/cancel")
  @Operation(
      summary = "End it for good",
      description = "What is not through is cancelled, what is through stays.")
  ScreeningBody cancel(@PathVariable String key) {
    return change(key, lifeCycle::cancel);
  }

  @PatchMapping(path = "/screenings/{key}", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(summary = "Change its priority")
  ScreeningBody prioritise(@PathVariable String key, @RequestBody Change change) {
    var priority = priority(change.priority());
    return change(key, (account, id) -> lifeCycle.prioritise(account, id, priority));
  }

  @PostMapping("/screenings/{key}/retry")
  @Operation(summary = "Try once more what failed or needs review and whose file is kept")
  Restarted retry(@PathVariable String key) {
    var screening = get(key);
    return restarted(screening, lifeCycle.retryFailed(account.id(), screening.id()));
  }

  @PostMapping("/applications/{id}/retry")
  @Operation(summary = "Try one CV once more that failed or needs review")
  ApplicationBody retryOne(@PathVariable UUID id) {
    var application = new ApplicationId(id);
    if (applications.find(account.id(), application).isEmpty()) {
      throw Problem.NOT_FOUND.because("There is no application with the id \"%s\".".formatted(id));
    }
    var again = lifeCycle.retry(account.id(), application);
    return ApplicationBody.of(blind.sight(user.principal(), again.screening()).seen(again));
  }

  @PostMapping(path = "/screenings/{key}/rematch", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Match with another job description, without reading again",
      description = "Matches with the former one are kept.")
  Restarted rematch(@PathVariable String key, @RequestBody Rematch body) {
    var screening = get(key);
    String wanted = Fields.orNull(body.jobDescription());
    if (wanted == null) {
      throw Problem.INVALID_VALUE.because(
          "The field jobDescription is missing: send the id, number or reference of a kept one.");
    }
    var job =
        jobDescriptions
            .find(account.id(), wanted)
            .orElseThrow(() ->
                Problem.NOT_FOUND.because(
                    "There is no job description with the id, number or reference \"%s\"."
                        .formatted(wanted)));
    return restarted(screening, lifeCycle.rematch(account.id(), screening.id(), job.id()));
  }

  private ScreeningBody change(String key, BiFunction<AccountId, ScreeningId, Screening> change) {
    return body(change.apply(account.id(), get(key).id()));
  }

  private Restarted restarted(Screening screening, int count) {
    return new Restarted(count, body(screenings.find(account.id(), screening.id()).orElseThrow()));
  }

  private ScreeningBody body(Screening screening) {
    return ScreeningBody.of(screening, screenings.progress(account.id(), screening.id()));
  }

  private Screening get(String key) {
    return screenings.find(account.id(), key).orElseThrow(() -> ScreeningsApi.unknown(key));
  }

  private static Priority priority(@Nullable String name) {
    return Arrays.stream(Priority.values())
        .filter(priority -> priority.name().equalsIgnoreCase(String.valueOf(name).strip()))
        .findFirst()
        .orElseThrow(() ->
            Problem.INVALID_VALUE.because(
                "priority must be one of %s but is %s."
                    .formatted(
                        Arrays.toString(Priority.values()),
                        name == null ? "missing" : "\"" + name + "\"")));
  }

  /// What is to be changed of a screening.
  @Schema(name = "ScreeningChange")
  record Change(@Schema(example = "HIGH") @Nullable String priority) {}

  /// What to match with from now on.
  @Schema(name = "Rematch")
  record Rematch(
      @Schema(description = "Id, number or reference of a kept one", example = "7")
          @Nullable String jobDescription) {}

  /// A screening of which CVs go through once more.
  @Schema(name = "Restarted")
  record Restarted(
      @Schema(description = "How many CVs") int restarted,
      @JsonUnwrapped ScreeningBody screening) {}
}
