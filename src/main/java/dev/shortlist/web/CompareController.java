package dev.shortlist.web;

import dev.shortlist.accounts.CurrentAccount;
import dev.shortlist.blind.Blind;
import dev.shortlist.jobdescription.JobDescription;
import dev.shortlist.screening.ApplicationId;
import dev.shortlist.screening.Applications;
import dev.shortlist.screening.JobDescriptions;
import dev.shortlist.screening.Screening;
import dev.shortlist.screening.Screenings;
import dev.shortlist.screening.StoredJobDescription;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Candidates side by side; whom is said in the address.
@Controller
class CompareController {
  private static final int MOST = 5;

  private final Pages pages;
  private final CurrentAccount account;
  private final Screenings screenings;
  private final Applications applications;
  private final JobDescriptions jobDescriptions;
  private final Blind blind;

  CompareController(
      Pages pages,
      CurrentAccount account,
      Screenings screenings,
      Applications applications,
      JobDescriptions jobDescriptions,
      Blind blind) {
    this.pages = pages;
    this.account = account;
    this.screenings = screenings;
    this.applications = applications;
    this.jobDescriptions = jobDescriptions;
    this.blind = blind;
  }

  /// @param with applications of the screening; those after the fifth are left out
  /// @param list the query of the list they were chosen in
  @GetMapping("/screenings/{number}/compare")
  View compare(
      @PathVariable String number,
      @RequestParam(defaultValue = "") List<UUID> with,
      @RequestParam(defaultValue = "") String list) {
    var id = account.id();
    var screening =
        screenings.find(id, number).orElseThrow(() -> Trouble.notFound("screening", number));
    var known =
        with.stream()
            .distinct()
            .limit(MOST)
            .map(one ->
                applications
                    .find(id, new ApplicationId(one))
                    .filter(found -> found.application().screening().equals(screening.id()))
                    .orElseThrow(() -> Trouble.notFound("candidate", one.toString())))
            .toList();
    return pages.show(
        "compare",
        ComparePage.of(
            screening,
            asked(screening),
            known,
            ListQuery.walked(list),
            blind.sight(id, screening.id())));
  }

  private @Nullable JobDescription asked(Screening screening) {
    var job = screening.jobDescription();
    return job == null
        ? null
        : jobDescriptions.find(account.id(), job).map(StoredJobDescription::content).orElse(null);
  }
}
