package dev.shortlist.web;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.CurrentAccount;
import dev.shortlist.blind.Blind;
import dev.shortlist.intake.Intake;
import dev.shortlist.screening.Application;
import dev.shortlist.screening.ApplicationId;
import dev.shortlist.screening.Applications;
import dev.shortlist.screening.JobDescriptions;
import dev.shortlist.screening.Screening;
import dev.shortlist.screening.ScreeningId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
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

  @GetMapping("/files")
  View files(@PathVariable String number) {
    AccountId id = account.id();
    var screening = parts.get(number);
    return pages.show(
        "files",
        FilesPage.of(
            screening,
            intake.received(id, screening.id()),
            known(id, screening.id()),
            blind.sight(id, screening.id())));
  }

  private Map<ApplicationId, Application> known(AccountId id, ScreeningId screening) {
    return applications.list(id, screening, null, Integer.MAX_VALUE).stream()
        .collect(Collectors.toMap(Application::id, Function.identity()));
  }
}
