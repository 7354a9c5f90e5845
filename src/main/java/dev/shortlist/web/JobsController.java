package dev.shortlist.web;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.Audit;
import dev.shortlist.accounts.CurrentAccount;
import dev.shortlist.opening.OpeningRefused;
import dev.shortlist.screening.JobDescriptions;
import dev.shortlist.screening.Screenings;
import dev.shortlist.screening.StoredJobDescription;
import dev.shortlist.skills.Taxonomy;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// The job descriptions an account keeps, and their versions.
@Controller
@RequestMapping("/job-descriptions")
class JobsController {
  private final Pages pages;
  private final CurrentAccount account;
  private final JobDescriptions jobDescriptions;
  private final Screenings screenings;
  private final Taxonomy taxonomy;
  private final Audit audit;
  private final OpeningView.Maker openings;

  JobsController(
      Pages pages,
      CurrentAccount account,
      JobDescriptions jobDescriptions,
      Screenings screenings,
      Taxonomy taxonomy,
      Audit audit,
      OpeningView.Maker openings) {
    this.pages = pages;
    this.account = account;
    this.jobDescriptions = jobDescriptions;
    this.screenings = screenings;
    this.taxonomy = taxonomy;
    this.audit = audit;
    this.openings = openings;
  }

  @GetMapping
  View list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "1") int page) {
    return pages.show("jobs", JobsPage.of(jobDescriptions.list(account.id()), q, page));
  }

  /// One job description, as it is or as it was.
  ///
  /// @param revision the version to look at, 0 for the last
  /// @param opening why its page to apply on was not opened just now
  @GetMapping("/{number}")
  View job(
      @PathVariable String number,
      @RequestParam(defaultValue = "0") int revision,
      @RequestParam(required = false) OpeningRefused.@Nullable Why opening) {
    AccountId id = account.id();
    var revisions = revisions(id, number);
    var shown =
        revisions.stream()
            .filter(one -> one.revision() == revision)
            .findFirst()
            .orElse(revisions.getFirst());
    var before =
        revisions.stream().filter(one -> one.revision() == shown.revision() - 1).findFirst();
    var card =
        CardView.of(
            CardDraft.of(shown.content(), shown.weights()),
            shown.id().toString(),
            jobDescriptions.cards(id),
            taxonomy);
    return pages.show(
        "job",
        new JobPage(
            shown,
            revisions,
            before.map(old -> Differences.of(old, shown)).orElse(null),
            card,
            screenings.of(id, shown.id()),
            openings.of(id, revisions.getFirst(), opening)));
  }

  @PostMapping("/{number}/close")
  View close(@PathVariable String number) {
    return changed("close", jobDescriptions.close(account.id(), get(number).id()));
  }

  @PostMapping("/{number}/reopen")
  View reopen(@PathVariable String number) {
    return changed("reopen", jobDescriptions.reopen(account.id(), get(number).id()));
  }

  private View changed(String action, StoredJobDescription job) {
    audit.note(account.id(), "job-description." + action, "job-description/" + job.number(), "");
    return new RedirectView("/job-descriptions/" + job.number(), true);
  }

  private StoredJobDescription get(String number) {
    return revisions(account.id(), number).getFirst();
  }

  private List<StoredJobDescription> revisions(AccountId id, String number) {
    var revisions = jobDescriptions.revisions(id, number);
    if (revisions.isEmpty()) {
      throw Trouble.notFound("job description", number);
    }
    return revisions;
  }
}
