package dev.shortlist.web;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.CurrentAccount;
import dev.shortlist.blind.Blind;
import dev.shortlist.intake.Intake;
import dev.shortlist.screening.Applications;
import dev.shortlist.screening.JobDescriptions;
import dev.shortlist.screening.Screening;
import dev.shortlist.screening.Screenings;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// A screening and its files.
@Controller
@RequestMapping("/screenings/{number}")
class ScreeningController {
  private final Pages pages;
  private final CurrentAccount account;
  private final Screenings screenings;
  private final Applications applications;
  private final JobDescriptions jobDescriptions;
  private final Intake intake;
  private final Blind blind;

  ScreeningController(
      Pages pages,
      CurrentAccount account,
      Screenings screenings,
      Applications applications,
      JobDescriptions jobDescriptions,
      Intake intake,
      Blind blind) {
    this.pages = pages;
    this.account = account;
    this.screenings = screenings;
    this.applications = applications;
    this.jobDescriptions = jobDescriptions;
    this.intake = intake;
    this.blind = blind;
  }

  @GetMapping
  View screening(@PathVariable String number, @RequestParam(defaultValue = "0") int offset) {
    AccountId id = account.id();
    var screening = get(id, number);
    var job = screening.jobDescription();
    return pages.show(
        "screening",
        new ScreeningPage(
            live(id, screening, offset),
            job == null ? null : jobDescriptions.find(id, job).orElse(null)));
  }

  /// The part that changes, alone: the page asks for it when it is told of news, or every second.
  @GetMapping("/live")
  View live(@PathVariable String number, @RequestParam(defaultValue = "0") int offset) {
    AccountId id = account.id();
    return pages.show("live", live(id, get(id, number), offset));
  }

  @GetMapping("/files")
  View files(@PathVariable String number) {
    AccountId id = account.id();
    var screening = get(id, number);
    return pages.show(
        "files",
        FilesPage.of(
            screening, intake.received(id, screening.id()), blind.sight(id, screening.id())));
  }

  private Live live(AccountId id, Screening screening, int offset) {
    int from = Math.max(0, offset);
    var sight = blind.sight(id, screening.id());
    return new Live(
        screening,
        screenings.progress(id, screening.id()),
        applications.ranking(id, screening.id(), from, Live.PLACES).stream()
            .map(place -> RankedRow.of(place, sight))
            .toList(),
        from,
        applications.review(id, screening.id()).stream().limit(Live.TRAY).map(sight::seen).toList(),
        sight);
  }

  private Screening get(AccountId id, String number) {
    return screenings.find(id, number).orElseThrow(() -> Trouble.notFound("screening", number));
  }
}
