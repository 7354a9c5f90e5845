package dev.shortlist.web;

import dev.shortlist.accounts.CurrentUser;
import dev.shortlist.accounts.Principal;
import dev.shortlist.candidate.Candidates;
import dev.shortlist.deciding.Decisions;
import dev.shortlist.deciding.Notes;
import dev.shortlist.deciding.ReasonMissing;
import dev.shortlist.profile.Correction;
import dev.shortlist.profile.CorrectionRefused;
import dev.shortlist.screening.Application;
import dev.shortlist.screening.ApplicationDetail;
import dev.shortlist.screening.ApplicationId;
import dev.shortlist.screening.Applications;
import dev.shortlist.screening.Corrections;
import dev.shortlist.screening.Screenings;
import dev.shortlist.screening.Verdict;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
  private final Corrections corrections;

  CandidateActions(
      CurrentUser user,
      Screenings screenings,
      Applications applications,
      Decisions decisions,
      Notes notes,
      Candidates candidates,
      Corrections corrections) {
    this.user = user;
    this.screenings = screenings;
    this.applications = applications;
    this.decisions = decisions;
    this.notes = notes;
    this.candidates = candidates;
    this.corrections = corrections;
  }

  @PostMapping("/decision")
  ResponseEntity<Void> decide(
      @PathVariable String number,
      @PathVariable UUID application,
      @RequestParam Verdict verdict,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "") String list) {
    var by = user.principal();
    var id = get(by, number, application).id();
    try {
      decisions.decide(by.account(), List.of(id), verdict, reason, by.actor());
      return Back.to(page(number, id, list, ""));
    } catch (ReasonMissing missing) {
      return Back.to(page(number, id, list, "ask=" + verdict));
    }
  }

  @PostMapping("/decision/undo")
  ResponseEntity<Void> undo(
      @PathVariable String number,
      @PathVariable UUID application,
      @RequestParam(defaultValue = "") String list) {
    var by = user.principal();
    var id = get(by, number, application).id();
    decisions.takeBack(by.account(), List.of(id), by.actor());
    return Back.to(page(number, id, list, ""));
  }

  @PostMapping("/notes")
  ResponseEntity<Void> note(
      @PathVariable String number,
      @PathVariable UUID application,
      @RequestParam(defaultValue = "") String words,
      @RequestParam(defaultValue = "") String list) {
    var by = user.principal();
    var id = get(by, number, application).id();
    notes.write(by.account(), id, words, by.actor());
    return Back.to(page(number, id, list, "") + "#notes");
  }

  @PostMapping("/notes/{note}/remove")
  ResponseEntity<Void> removeNote(
      @PathVariable String number,
      @PathVariable UUID application,
      @PathVariable UUID note,
      @RequestParam(defaultValue = "") String list) {
    var by = user.principal();
    var id = get(by, number, application).id();
    notes.remove(by.account(), id, note, by.actor());
    return Back.to(page(number, id, list, "") + "#notes");
  }

  /// Corrects what was read wrongly.
  ///
  /// @param what one of `name`, `title`, `company`, `dates`, `skill`, `no-skill`
  /// @param post number of the post it is about, from 0
  /// @param to the end of the post, empty when it goes on
  @PostMapping("/corrections")
  ResponseEntity<Void> correct(
      @PathVariable String number,
      @PathVariable UUID application,
      @RequestParam String what,
      @RequestParam(defaultValue = "") String value,
      @RequestParam(defaultValue = "0") int post,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String to,
      @RequestParam(defaultValue = "") String list) {
    var by = user.principal();
    var id = get(by, number, application).id();
    try {
      corrections.correct(by.account(), id, correction(what, value, post, from, to), by.actor());
      return Back.to(page(number, id, list, "") + "#profile");
    } catch (Corrections.NotThereAnyMore meanwhile) {
      return Back.to(refused(number, id, list, "meanwhile"));
    } catch (CorrectionRefused | DateTimeParseException refused) {
      return Back.to(refused(number, id, list, what.equals("skill") ? "skill" : "other"));
    }
  }

  @PostMapping("/corrections/{correction}/remove")
  ResponseEntity<Void> removeCorrection(
      @PathVariable String number,
      @PathVariable UUID application,
      @PathVariable UUID correction,
      @RequestParam(defaultValue = "") String list) {
    var by = user.principal();
    var id = get(by, number, application).id();
    try {
      corrections.takeBack(by.account(), id, correction, by.actor());
      return Back.to(page(number, id, list, "") + "#profile");
    } catch (Corrections.NotThereAnyMore meanwhile) {
      return Back.to(refused(number, id, list, "meanwhile"));
    }
  }

  private static Correction correction(
      String what, String value, int post, String from, String to) {
    return switch (what) {
      case "name" -> new Correction.Name(value);
      case "title" -> new Correction.Title(post, value);
      case "company" -> new Correction.Company(post, value);
      case "dates" ->
          new Correction.Dates(
              post, YearMonth.parse(from), to.isEmpty() ? null : YearMonth.parse(to));
      case "skill" -> new Correction.SkillAdded(value);
      case "no-skill" -> new Correction.SkillRemoved(value);
      default -> throw new CorrectionRefused("There is no correction called " + what + ".");
    };
  }

  /// Makes this candidate and another one person; the number of this one stays.
  @PostMapping("/merge")
  ResponseEntity<Void> merge(
      @PathVariable String number,
      @PathVariable UUID application,
      @RequestParam UUID other,
      @RequestParam(defaultValue = "") String list) {
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
    return Back.to(page(number, found.id(), list, "") + "#person");
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

  private static String refused(String number, ApplicationId application, String list, String why) {
    return page(number, application, list, "refused=" + why) + "#profile";
  }

  /// The candidate's page within the list the reader comes from.
  private static String page(String number, ApplicationId application, String list, String more) {
    var query =
        Stream.of(ListQuery.walked(list).walk().replaceFirst("^\\?", ""), more)
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining("&"));
    return "/screenings/%s/applications/%s%s"
        .formatted(number, application, query.isEmpty() ? "" : "?" + query);
  }
}
