package dev.shortlist.web;

import dev.shortlist.accounts.CurrentUser;
import dev.shortlist.accounts.Principal;
import dev.shortlist.candidate.Candidates;
import dev.shortlist.screening.Application;
import dev.shortlist.screening.ApplicationDetail;
import dev.shortlist.screening.ApplicationId;
import dev.shortlist.screening.Applications;
import dev.shortlist.screening.Decisions;
import dev.shortlist.screening.Notes;
import dev.shortlist.screening.ReasonMissing;
import dev.shortlist.screening.Screenings;
import dev.shortlist.screening.Verdict;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What a person does with a candidate: every form leads back to the candidate's page.
@Controller
@RequestMapping("/screenings/{number}/applications/{application}")
class CandidateActions {
  private final CurrentUser user;
  private final Screenings screenings;
  private final Applications applications;
  private final Decisions decisions;
  private final Notes notes;
  private final Candidates candidates;

  CandidateActions(
      CurrentUser user,
      Screenings screenings,
      Applications applications,
      Decisions decisions,
      Notes notes,
      Candidates candidates) {
    this.user = user;
    this.screenings = screenings;
    this.applications = applications;
    this.decisions = decisions;
    this.notes = notes;
    this.candidates = candidates;
  }

  @PostMapping("/decision")
  ResponseEntity<Void> decide(
      @PathVariable String number,
      @PathVariable UUID application,
      @RequestParam Verdict verdict,
      @RequestParam(defaultValue = "") String reason) {
    var by = user.principal();
    var id = get(by, number, application).id();
    try {
      decisions.decide(by.account(), List.of(id), verdict, reason, by.actor());
      return Back.to(path(number, id));
    } catch (ReasonMissing missing) {
      return Back.to(path(number, id) + "?ask=" + verdict);
    }
  }

  @PostMapping("/decision/undo")
  ResponseEntity<Void> undo(@PathVariable String number, @PathVariable UUID application) {
    var by = user.principal();
    var id = get(by, number, application).id();
    decisions.takeBack(by.account(), List.of(id), by.actor());
    return Back.to(path(number, id));
  }

  @PostMapping("/notes")
  ResponseEntity<Void> note(
      @PathVariable String number,
      @PathVariable UUID application,
      @RequestParam(defaultValue = "") String words) {
    var by = user.principal();
    var id = get(by, number, application).id();
    notes.write(by.account(), id, words, by.actor());
    return Back.to(path(number, id) + "#notes");
  }

  @PostMapping("/notes/{note}/remove")
  ResponseEntity<Void> removeNote(
      @PathVariable String number, @PathVariable UUID application, @PathVariable UUID note) {
    var by = user.principal();
    var id = get(by, number, application).id();
    notes.remove(by.account(), id, note, by.actor());
    return Back.to(path(number, id) + "#notes");
  }

  /// Makes this candidate and another one person; the number of this one stays.
  @PostMapping("/merge")
  ResponseEntity<Void> merge(
      @PathVariable String number, @PathVariable UUID application, @RequestParam UUID other) {
    var by = user.principal();
    var found = get(by, number, application);
    var self = found.candidate();
    var twin =
        candidates
            .find(by.account(), other.toString())
            .orElseThrow(() -> Trouble.notFound("candidate", other.toString()));
    if (self != null) {
      candidates.merge(by.account(), self, twin.id());
    }
    return Back.to(path(number, found.id()) + "#person");
  }

  private Application get(Principal by, String number, UUID application) {
    var screening =
        screenings
            .find(by.account(), number)
            .orElseThrow(() -> Trouble.notFound("screening", number));
    return applications
        .find(by.account(), new ApplicationId(application))
        .map(ApplicationDetail::application)
        .filter(found -> found.screening().equals(screening.id()))
        .orElseThrow(() -> Trouble.notFound("candidate", application.toString()));
  }

  private String path(String number, ApplicationId application) {
    return "/screenings/%s/applications/%s".formatted(number, application);
  }
}
