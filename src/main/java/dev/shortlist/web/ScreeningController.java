package dev.shortlist.web;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.CurrentAccount;
import dev.shortlist.blind.Blind;
import dev.shortlist.intake.Intake;
import dev.shortlist.intake.Received;
import dev.shortlist.screening.ApplicationId;
import dev.shortlist.screening.Applications;
import dev.shortlist.screening.JobDescriptions;
import dev.shortlist.screening.Screening;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// A screening and its files. Which rows of the ranking are shown, and how, stands in the address:
/// see [ListQuery].
@Controller
@RequestMapping("/screenings/{number}")
class ScreeningController {
  private final Pages pages;
  private final CurrentAccount account;
  private final LiveParts parts;
  private final JobDescriptions jobDescriptions;
  private final Intake intake;
  private final Applications applications;
  private final Blind blind;
  private final Receipted receipted;

  ScreeningController(
      Pages pages,
      CurrentAccount account,
      LiveParts parts,
      JobDescriptions jobDescriptions,
      Intake intake,
      Applications applications,
      Blind blind,
      Receipted receipted) {
    this.pages = pages;
    this.account = account;
    this.parts = parts;
    this.jobDescriptions = jobDescriptions;
    this.intake = intake;
    this.applications = applications;
    this.blind = blind;
    this.receipted = receipted;
  }

  @GetMapping
  View screening(@PathVariable String number, HttpServletRequest request) {
    var query = ListQuery.of(request.getParameterMap());
    return receipted
        .find(account.id(), query.first("q"))
        .orElseGet(() -> screening(parts.get(number), query));
  }

  private View screening(Screening screening, ListQuery query) {
    var job = screening.jobDescription();
    return pages.show(
        "screening",
        new ScreeningPage(
            parts.of(screening, query),
            job == null ? null : jobDescriptions.find(account.id(), job).orElse(null)));
  }

  /// The part that changes, alone: the page asks for it when it is told of news, or every second.
  @GetMapping("/live")
  View live(@PathVariable String number, HttpServletRequest request) {
    var query = ListQuery.of(request.getParameterMap());
    return receipted
        .find(account.id(), query.first("q"))
        .orElseGet(() -> pages.show("live", parts.of(parts.get(number), query)));
  }

  /// @param from how many files come before the page
  @GetMapping("/files")
  View files(@PathVariable String number, @RequestParam(defaultValue = "0") int from) {
    AccountId id = account.id();
    var screening = parts.get(number);
    int first = Math.max(0, from);
    var received =
        new ArrayList<>(intake.received(id, screening.id(), false, first, FilesPage.PLACES));
    var known = applications.all(id, applications(received));
    received.addAll(intake.received(id, screening.id(), true, 0, FilesPage.PLACES));
    return pages.show(
        "files",
        FilesPage.of(
            screening,
            intake.fates(id, screening.id()),
            received,
            first,
            known,
            blind.sight(id, screening.id())));
  }

  private static List<ApplicationId> applications(List<Received> received) {
    var ids = new ArrayList<ApplicationId>();
    for (Received one : received) {
      switch (one) {
        case Received.Accepted(var _, var id) -> ids.add(id);
        case Received.Duplicate(var _, var id, var _) -> ids.add(id);
        case Received.Refused(var _, var id, var _, var _) -> ids.add(id);
        case Received.Ignored _ -> {}
      }
    }
    return ids;
  }
}
