package dev.shortlist.web;

import dev.shortlist.accounts.CurrentUser;
import dev.shortlist.blind.Blind;
import dev.shortlist.screening.Application;
import dev.shortlist.screening.ApplicationDetail;
import dev.shortlist.screening.ApplicationId;
import dev.shortlist.screening.Applications;
import dev.shortlist.screening.Screening;
import dev.shortlist.screening.Screenings;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Shows and hides the names of a screening, or of one candidate in it.
@Controller
@RequestMapping("/screenings/{number}")
class NamesController {
  private final CurrentUser user;
  private final Screenings screenings;
  private final Applications applications;
  private final Blind blind;

  NamesController(CurrentUser user, Screenings screenings, Applications applications, Blind blind) {
    this.user = user;
    this.screenings = screenings;
    this.applications = applications;
    this.blind = blind;
  }

  @PostMapping("/names")
  ResponseEntity<Void> all(@PathVariable String number, @RequestParam boolean shown) {
    var by = user.principal();
    var screening = get(number);
    blind.show(by.account(), screening.id(), shown, by.actor());
    return Back.to("/screenings/" + screening.number());
  }

  @PostMapping("/applications/{application}/names")
  ResponseEntity<Void> one(
      @PathVariable String number,
      @PathVariable UUID application,
      @RequestParam boolean shown,
      @RequestParam(defaultValue = "") String list) {
    var by = user.principal();
    var screening = get(number);
    var id =
        applications
            .find(by.account(), new ApplicationId(application))
            .map(ApplicationDetail::application)
            .filter(found -> found.screening().equals(screening.id()))
            .map(Application::id)
            .orElseThrow(() -> Trouble.notFound("candidate", application.toString()));
    blind.show(by.account(), screening.id(), id, shown, by.actor());
    return Back.to(
        "/screenings/%d/applications/%s%s"
            .formatted(screening.number(), id, ListQuery.walked(list).walk()));
  }

  private Screening get(String number) {
    return screenings
        .find(user.principal().account(), number)
        .orElseThrow(() -> Trouble.notFound("screening", number));
  }
}
