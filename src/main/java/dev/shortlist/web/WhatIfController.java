package dev.shortlist.web;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.CurrentAccount;
import dev.shortlist.blind.Blind;
import dev.shortlist.screening.JobDescriptions;
import dev.shortlist.screening.LifeCycle;
import dev.shortlist.screening.Reranking;
import dev.shortlist.screening.Screening;
import dev.shortlist.screening.Screenings;
import dev.shortlist.screening.StoredJobDescription;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// What a ranking would be with other weights, told from stored facts; nothing changes before it is
/// applied.
@Controller
@RequestMapping("/screenings/{number}/what-if")
class WhatIfController {
  private final Pages pages;
  private final CurrentAccount account;
  private final Screenings screenings;
  private final JobDescriptions jobDescriptions;
  private final Reranking reranking;
  private final LifeCycle lifeCycle;
  private final Blind blind;

  WhatIfController(
      Pages pages,
      CurrentAccount account,
      Screenings screenings,
      JobDescriptions jobDescriptions,
      Reranking reranking,
      LifeCycle lifeCycle,
      Blind blind) {
    this.pages = pages;
    this.account = account;
    this.screenings = screenings;
    this.jobDescriptions = jobDescriptions;
    this.reranking = reranking;
    this.lifeCycle = lifeCycle;
    this.blind = blind;
  }

  @GetMapping
  View page(@PathVariable String number, @RequestParam MultiValueMap<String, String> form) {
    return pages.show("whatif", whatIf(number, form));
  }

  /// The ranking alone, asked for while a slider moves.
  @GetMapping("/ranking")
  View ranking(@PathVariable String number, @RequestParam MultiValueMap<String, String> form) {
    return pages.show("moved", whatIf(number, form));
  }

  /// Keeps the weights as the next version of the job description, and matches with it.
  @PostMapping("/apply")
  View apply(@PathVariable String number, @RequestParam MultiValueMap<String, String> form) {
    AccountId id = account.id();
    var page = whatIf(number, form);
    if (page.isMoved()) {
      var job = page.job();
      var content =
          jobDescriptions.cards(id).edited(job.content(), job.content().title(), page.wanted());
      var last = jobDescriptions.find(id, Integer.toString(job.number())).orElse(job);
      var next = jobDescriptions.revise(id, last.id(), content, page.weights());
      lifeCycle.rematch(id, page.screening().id(), next.id());
    }
    return new RedirectView("/screenings/" + page.screening().number(), true);
  }

  private WhatIfPage whatIf(String number, MultiValueMap<String, String> form) {
    AccountId id = account.id();
    var screening =
        screenings.find(id, number).orElseThrow(() -> Trouble.notFound("screening", number));
    var job = job(id, screening);
    var weights = CardWeights.of(form, job.weights());
    var rows = WhatIfPage.rows(job, form);
    var given = form.getFirst("offset");
    int offset = given != null && given.matches("\\d{1,6}") ? Integer.parseInt(given) : 0;
    return new WhatIfPage(
        screening,
        job,
        weights,
        rows,
        reranking.reranked(
            id, screening.id(), weights, WhatIfPage.factors(rows), offset, WhatIfPage.PLACES),
        offset,
        blind.sight(id, screening.id()));
  }

  private StoredJobDescription job(AccountId id, Screening screening) {
    return Optional.ofNullable(screening.jobDescription())
        .flatMap(asked -> jobDescriptions.find(id, asked))
        .orElseThrow(
            () -> Trouble.notFound("job description", Integer.toString(screening.number())));
  }
}
