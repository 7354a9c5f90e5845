package dev.shortlist.api;

import dev.shortlist.accounts.CurrentAccount;
import dev.shortlist.retention.RetentionRules;
import dev.shortlist.screening.JobDescriptions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Deletion")
class RetentionApi {
  private static final int MOST = 36_500;

  private final CurrentAccount account;
  private final RetentionRules rules;
  private final JobDescriptions jobDescriptions;

  RetentionApi(CurrentAccount account, RetentionRules rules, JobDescriptions jobDescriptions) {
    this.account = account;
    this.rules = rules;
    this.jobDescriptions = jobDescriptions;
  }

  @GetMapping("/settings/retention")
  @Operation(
      summary = "How long screenings are kept, and what the next clean-up removes",
      description = "Asking removes nothing; the clean-up runs each hour.")
  Retention find() {
    var rule = rules.find(account.id());
    return new Retention(
        rule.days(),
        days(rule.standard()),
        rules.report(account.id()).stream().map(Over::of).toList());
  }

  @PutMapping(path = "/settings/retention", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(summary = "Set how long the account keeps screenings after they ended")
  Retention change(@RequestBody Days body) {
    rules.set(account.id(), checked(body));
    return find();
  }

  @PutMapping(
      path = "/job-descriptions/{key}/retention",
      consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Set how long screenings for this job description are kept after they ended")
  void changeOfJobDescription(@PathVariable String key, @RequestBody Days body) {
    var found =
        jobDescriptions
            .find(account.id(), key)
            .orElseThrow(() ->
                Problem.NOT_FOUND.because(
                    "There is no job description with the id, number or reference \"%s\"."
                        .formatted(key)));
    rules.set(account.id(), found.number(), checked(body));
  }

  private static @Nullable Integer checked(Days body) {
    var days = body.days();
    if (days != null && (days < 1 || days > MOST)) {
      throw Problem.INVALID_VALUE.because(
          "days is %d: send 1 to %d, or null for the rule above.".formatted(days, MOST));
    }
    return days;
  }

  private static @Nullable Long days(@Nullable Duration standard) {
    return standard == null ? null : standard.toDays();
  }

  /// @param days absent for the rule above: of the account, or of the installation
  @Schema(name = "RetentionDays")
  record Days(@Schema(nullable = true, example = "180") @Nullable Integer days) {}

  @Schema(name = "Retention")
  record Retention(
      @Schema(
              description = "The account's own rule; null where it has none",
              example = "180",
              nullable = true)
          @Nullable Integer days,
      @Schema(description = "The installation's rule; null for ever", nullable = true)
          @Nullable Long standardDays,
      @Schema(description = "Screenings the next clean-up removes, oldest first")
          List<Over> over) {}

  /// A screening whose time is over.
  @Schema(name = "OverdueScreening")
  record Over(
      int number,
      String title,
      Instant finishedAt,
      @Schema(description = "Since when its time is over") Instant overAt,
      @Schema(description = "Whose rule says so") RetentionRules.Reason reason,
      int applications,
      long bytes) {
    static Over of(RetentionRules.Due over) {
      return new Over(
          over.number(),
          over.title(),
          over.finishedAt(),
          over.overAt(),
          over.reason(),
          over.applications(),
          over.bytes());
    }
  }
}
