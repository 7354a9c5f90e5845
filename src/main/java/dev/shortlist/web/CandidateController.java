package dev.shortlist.web;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.CurrentAccount;
import dev.shortlist.blind.Blind;
import dev.shortlist.screening.ApplicationDetail;
import dev.shortlist.screening.ApplicationId;
import dev.shortlist.screening.Applications;
import dev.shortlist.screening.RankedApplication;
import dev.shortlist.screening.Screening;
import dev.shortlist.screening.Screenings;
import dev.shortlist.screening.Verdict;
import dev.shortlist.text.Painting;
import java.util.List;
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

  CandidateController(
      Pages pages,
      CurrentAccount account,
      Screenings screenings,
      Applications applications,
      Blind blind,
      CvPictures pictures,
      Surroundings surroundings) {
    this.pages = pages;
    this.account = account;
    this.screenings = screenings;
    this.applications = applications;
    this.blind = blind;
    this.pictures = pictures;
    this.surroundings = surroundings;
  }

  /// @param view `text` for the CV as text
  /// @param ask a verdict that needs a reason
  /// @param refused what kind of correction was refused
  @GetMapping
  View candidate(
      @PathVariable String number,
      @PathVariable UUID application,
      @RequestParam(defaultValue = "") String view,
      @RequestParam(required = false) @Nullable Verdict ask,
      @RequestParam(defaultValue = "") String refused) {
    var screening = screening(number);
    var known = known(screening, application);
    var sight = blind.sight(account.id(), screening.id());
    var cv = view.equals("text") ? pictures.asText(known) : pictures.soon(known, sight);
    return pages.show(
        "candidate",
        CandidatePage.of(
            screening,
            known,
            sight,
            cv,
            surroundings.of(screening, known, sight),
            ways(account.id(), screening, known),
            ask,
            refused));
  }

  /// The CV alone, with its pages painted: what the candidate's page asks for when it is shown.
  @GetMapping("/cv")
  View cv(@PathVariable String number, @PathVariable UUID application) {
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
            CandidatePage.Ways.NONE,
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

  private CandidatePage.Ways ways(AccountId id, Screening screening, ApplicationDetail detail) {
    Integer rank = detail.rank();
    if (rank == null) {
      return CandidatePage.Ways.NONE;
    }
    int first = Math.max(0, rank - 2);
    var near = applications.ranking(id, screening.id(), first, 3);
    return new CandidatePage.Ways(at(near, rank - 1), at(near, rank + 1), rank);
  }

  private static @Nullable ApplicationId at(List<RankedApplication> near, int rank) {
    return near.stream()
        .filter(place -> place.rank() == rank)
        .map(place -> place.application().id())
        .findFirst()
        .orElse(null);
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
