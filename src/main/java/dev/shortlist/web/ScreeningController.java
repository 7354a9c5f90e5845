package dev.shortlist.web;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.CurrentAccount;
import dev.shortlist.intake.Intake;
import dev.shortlist.screening.ApplicationDetail;
import dev.shortlist.screening.ApplicationId;
import dev.shortlist.screening.Applications;
import dev.shortlist.screening.JobDescriptions;
import dev.shortlist.screening.RankedApplication;
import dev.shortlist.screening.Screening;
import dev.shortlist.screening.Screenings;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// A screening, its files and its candidates.
@Controller
@RequestMapping("/screenings/{number}")
class ScreeningController {
  private final Pages pages;
  private final CurrentAccount account;
  private final Screenings screenings;
  private final Applications applications;
  private final JobDescriptions jobDescriptions;
  private final Intake intake;

  ScreeningController(
      Pages pages,
      CurrentAccount account,
      Screenings screenings,
      Applications applications,
      JobDescriptions jobDescriptions,
      Intake intake) {
    this.pages = pages;
    this.account = account;
    this.screenings = screenings;
    this.applications = applications;
    this.jobDescriptions = jobDescriptions;
    this.intake = intake;
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
    return pages.show("files", FilesPage.of(screening, intake.received(id, screening.id())));
  }

  @GetMapping("/applications/{application}")
  View candidate(@PathVariable String number, @PathVariable UUID application) {
    AccountId id = account.id();
    var screening = get(id, number);
    var detail =
        applications
            .find(id, new ApplicationId(application))
            .filter(found -> found.application().screening().equals(screening.id()))
            .orElseThrow(() -> Trouble.notFound("candidate", application.toString()));
    return pages.show("candidate", page(id, screening, detail));
  }

  private CandidatePage page(AccountId id, Screening screening, ApplicationDetail detail) {
    Integer rank = detail.rank();
    if (rank == null) {
      return CandidatePage.of(screening, detail, null, null);
    }
    int first = Math.max(0, rank - 2);
    var near = applications.ranking(id, screening.id(), first, 3);
    return CandidatePage.of(screening, detail, at(near, rank - 1), at(near, rank + 1));
  }

  private static @Nullable ApplicationId at(List<RankedApplication> near, int rank) {
    return near.stream()
        .filter(place -> place.rank() == rank)
        .map(place -> place.application().id())
        .findFirst()
        .orElse(null);
  }

  private Live live(AccountId id, Screening screening, int offset) {
    int from = Math.max(0, offset);
    return new Live(
        screening,
        screenings.progress(id, screening.id()),
        applications.ranking(id, screening.id(), from, Live.PLACES).stream()
            .map(RankedRow::of)
            .toList(),
        from,
        applications.review(id, screening.id()).stream().limit(Live.TRAY).toList());
  }

  private Screening get(AccountId id, String number) {
    return screenings.find(id, number).orElseThrow(() -> Trouble.notFound("screening", number));
  }
}
