package dev.shortlist.api;

import dev.shortlist.accounts.CurrentUser;
import dev.shortlist.deciding.Decision;
import dev.shortlist.deciding.Decisions;
import dev.shortlist.intake.TooLong;
import dev.shortlist.screening.ApplicationId;
import dev.shortlist.screening.Applications;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Decisions", description = "What persons decided: the program never decides")
class DecisionsApi {
  private static final int MOST = 1000;

  private final CurrentUser user;
  private final Decisions decisions;
  private final Applications applications;

  DecisionsApi(CurrentUser user, Decisions decisions, Applications applications) {
    this.user = user;
    this.decisions = decisions;
    this.applications = applications;
  }

  @PostMapping(path = "/decisions", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Decide about one or many applications",
      description =
          "About all of them or, if one of them cannot be found or a reason is missing, about none."
              + " Every decision stays in the history; the last one counts.")
  DecisionList decide(@RequestBody DecisionBody.New body) {
    var ids = body.applications();
    var verdict = body.verdict();
    if (ids == null || ids.isEmpty() || ids.size() > MOST) {
      throw Problem.INVALID_VALUE.because(
          "applications must hold 1 to %d ids but holds %d."
              .formatted(MOST, ids == null ? 0 : ids.size()));
    }
    if (verdict == null) {
      throw Problem.INVALID_VALUE.because(
          "The field verdict is missing: send SHORTLISTED, ON_HOLD or REJECTED.");
    }
    var by = user.principal();
    String reason = body.reason() == null ? "" : body.reason();
    TooLong.unless("reason", reason, TooLong.SENTENCES);
    try {
      return DecisionList.of(
          decisions.decide(
              by.account(),
              ids.stream().map(ApplicationId::new).toList(),
              verdict,
              reason,
              by.actor()));
    } catch (NoSuchElementException e) {
      throw Problem.NOT_FOUND.because("" + e.getMessage());
    }
  }

  @GetMapping("/applications/{id}/decisions")
  @Operation(summary = "Everything decided about an application, oldest first")
  DecisionList history(@PathVariable UUID id) {
    require(id);
    return DecisionList.of(decisions.history(user.principal().account(), new ApplicationId(id)));
  }

  @DeleteMapping("/applications/{id}/decision")
  @Operation(
      summary = "Take back what was decided",
      description = "It stays in the history, and that it was taken back.")
  DecisionList takeBack(@PathVariable UUID id) {
    require(id);
    var by = user.principal();
    return DecisionList.of(
        decisions.takeBack(by.account(), List.of(new ApplicationId(id)), by.actor()));
  }

  private void require(UUID id) {
    if (!applications.exists(user.principal().account(), new ApplicationId(id))) {
      throw Problem.NOT_FOUND.because("There is no application with the id %s.".formatted(id));
    }
  }

  record DecisionList(List<DecisionBody> decisions) {
    static DecisionList of(List<Decision> decisions) {
      return new DecisionList(decisions.stream().map(DecisionBody::of).toList());
    }
  }
}
