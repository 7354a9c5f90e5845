package dev.shortlist.web;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.CurrentAccount;
import dev.shortlist.blind.Blind;
import dev.shortlist.blind.Sight;
import dev.shortlist.screening.ApplicationDetail;
import dev.shortlist.screening.ApplicationId;
import dev.shortlist.screening.Applications;
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
import org.springframework.web.servlet.View;

/// One candidate in a screening.
@Controller
@RequestMapping("/screenings/{number}/applications/{application}")
class CandidateController {
  private final Pages pages;
  private final CurrentAccount account;
  private final Screenings screenings;
  private final Applications applications;
  private final Blind blind;

  CandidateController(
      Pages pages,
      CurrentAccount account,
      Screenings screenings,
      Applications applications,
      Blind blind) {
    this.pages = pages;
    this.account = account;
    this.screenings = screenings;
    this.applications = applications;
    this.blind = blind;
  }

  @GetMapping
  View candidate(@PathVariable String number, @PathVariable UUID application) {
    AccountId id = account.id();
    var screening =
        screenings.find(id, number).orElseThrow(() -> Trouble.notFound("screening", number));
    var detail =
        applications
            .find(id, new ApplicationId(application))
            .filter(found -> found.application().screening().equals(screening.id()))
            .orElseThrow(() -> Trouble.notFound("candidate", application.toString()));
    return pages.show("candidate", page(id, screening, detail, blind.sight(id, screening.id())));
  }

  private CandidatePage page(
      AccountId id, Screening screening, ApplicationDetail detail, Sight sight) {
    Integer rank = detail.rank();
    if (rank == null) {
      return CandidatePage.of(screening, detail, sight, null, null);
    }
    int first = Math.max(0, rank - 2);
    var near = applications.ranking(id, screening.id(), first, 3);
    return CandidatePage.of(screening, detail, sight, at(near, rank - 1), at(near, rank + 1));
  }

  private static @Nullable ApplicationId at(List<RankedApplication> near, int rank) {
    return near.stream()
        .filter(place -> place.rank() == rank)
        .map(place -> place.application().id())
        .findFirst()
        .orElse(null);
  }
}
