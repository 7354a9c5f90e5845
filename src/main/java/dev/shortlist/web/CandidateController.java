package dev.shortlist.web;

import dev.shortlist.accounts.CurrentAccount;
import dev.shortlist.blind.Blind;
import dev.shortlist.blind.Sight;
import dev.shortlist.screening.ApplicationDetail;
import dev.shortlist.screening.ApplicationId;
import dev.shortlist.screening.Applications;
import dev.shortlist.screening.Rankings;
import dev.shortlist.screening.Screening;
import dev.shortlist.screening.Screenings;
import dev.shortlist.screening.Verdict;
import dev.shortlist.text.Painting;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
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
  private final CvPictures pictures;
  private final Surroundings surroundings;
  private final Rankings rankings;

  CandidateController(
      Pages pages,
      CurrentAccount account,
      Screenings screenings,
      Applications applications,
      Blind blind,
      CvPictures pictures,
      Surroundings surroundings,
      Rankings rankings) {
    this.pages = pages;
    this.account = account;
    this.screenings = screenings;
    this.applications = applications;
    this.blind = blind;
    this.pictures = pictures;
    this.surroundings = surroundings;
    this.rankings = rankings;
  }

  /// @param view `text` for the CV as text
  /// @param ask a verdict that needs a reason
  /// @param refused what kind of correction was refused
  /// @param list the query of the list the reader comes from
  @GetMapping
  View candidate(
      @PathVariable String number,
      @PathVariable UUID application,
      @RequestParam(defaultValue = "") String view,
      @RequestParam(required = false) @Nullable Verdict ask,
      @RequestParam(defaultValue = "") String refused,
      @RequestParam(defaultValue = "") String list) {
    var screening = screening(number);
    var known = known(screening, application);
    var sight = blind.sight(account.id(), screening.id());
    var cv = view.equals("text") ? pictures.asText(known, sight) : pictures.soon(known, sight);
    return pages.show(
        "candidate",
        CandidatePage.of(
            screening,
            known,
            sight,
            cv,
            surroundings.of(screening, known, sight),
            ways(screening, known, sight, ListQuery.walked(list)),
            ask,
            refused));
  }

  /// The CV alone, with its pages painted: what the candidate's page asks for when it is shown.
  @GetMapping("/cv")
  View cv(
      @PathVariable String number,
      @PathVariable UUID application,
      @RequestParam(defaultValue = "") String list) {
    var screening = screening(number);
    var known = known(screening, application);
    var sight = blind.sight(account.id(), screening.id());
    return pages.show(
        "cv",
        CandidatePage.of(
            screening,
            known,
            sight,
            pictures.now(known, sight),
            Surrounding.NOTHING,
            CandidatePage.Ways.none(ListQuery.walked(list)),
            null,
            ""));
  }

  /// The picture of a page.
  ///
  /// @param page from 1
  @GetMapping("/pages/{page}")
  ResponseEntity<byte[]> page(
      @PathVariable String number, @PathVariable UUID application, @PathVariable int page) {
    var screening = screening(number);
    var known = known(screening, application);
    var sight = blind.sight(account.id(), screening.id());
    return switch (pictures.page(known, sight, page)) {
      case Painting.None() -> throw Trouble.notFound("page", Integer.toString(page));
      case Painting.Picture(var png, var _) ->
          ResponseEntity.ok()
              .contentType(MediaType.IMAGE_PNG)
              .header("Content-Disposition", "inline; filename=\"page-%d.png\"".formatted(page))
              .header("Content-Security-Policy", "default-src 'none'; sandbox")
              .cacheControl(CacheControl.noCache().cachePrivate())
              .eTag("\"" + pictures.version(known, sight, page) + "\"")
              .body(png.bytes());
    };
  }

  private CandidatePage.Ways ways(
      Screening screening, ApplicationDetail detail, Sight sight, ListQuery list) {
    if (detail.rank() == null) {
      return CandidatePage.Ways.none(list);
    }
    return rankings
        .around(
            account.id(),
            screening.id(),
            list.sought(sight),
            list.order(sight),
            detail.application().id(),
            Listing.PLACES)
        .map(around -> new CandidatePage.Ways(around, list))
        .orElseGet(() -> CandidatePage.Ways.none(list));
  }

  private Screening screening(String number) {
    return screenings
        .find(account.id(), number)
        .orElseThrow(() -> Trouble.notFound("screening", number));
  }

  private ApplicationDetail known(Screening screening, UUID application) {
    return applications
        .find(account.id(), new ApplicationId(application))
        .filter(found -> found.application().screening().equals(screening.id()))
        .orElseThrow(() -> Trouble.notFound("candidate", application.toString()));
  }
}
