package dev.shortlist.web;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.CurrentUser;
import dev.shortlist.accounts.Principal;
import dev.shortlist.accounts.Role;
import dev.shortlist.candidate.Candidate;
import dev.shortlist.candidate.Candidates;
import dev.shortlist.intake.GrowingUploadRefused;
import dev.shortlist.intake.GrowingUploads;
import dev.shortlist.intake.UploadLimitReached;
import dev.shortlist.moving.Movings;
import dev.shortlist.moving.NotNow;
import dev.shortlist.opening.Consents;
import dev.shortlist.opening.Senders;
import dev.shortlist.retention.AccountErasure;
import dev.shortlist.retention.Erasure;
import dev.shortlist.retention.RetentionRules;
import dev.shortlist.screening.JobDescriptions;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

/// What is kept and for how long, who is deleted, and the account as a file.
@Controller
@RequestMapping("/settings/data")
class DataController {
  private static final int MOST = 36_500;
  private static final int FOUND = 20;

  private final Pages pages;
  private final CurrentUser current;
  private final RetentionRules rules;
  private final JobDescriptions jobs;
  private final Candidates candidates;
  private final Erasure erasure;
  private final AccountErasure accounts;
  private final Senders senders;
  private final Consents consents;
  private final GrowingUploads uploads;
  private final Movings movings;
  private final Clock clock;

  DataController(
      Pages pages,
      CurrentUser current,
      RetentionRules rules,
      JobDescriptions jobs,
      Candidates candidates,
      Erasure erasure,
      AccountErasure accounts,
      Senders senders,
      Consents consents,
      GrowingUploads uploads,
      Movings movings,
      Clock clock) {
    this.pages = pages;
    this.current = current;
    this.rules = rules;
    this.jobs = jobs;
    this.candidates = candidates;
    this.erasure = erasure;
    this.accounts = accounts;
    this.senders = senders;
    this.consents = consents;
    this.uploads = uploads;
    this.movings = movings;
    this.clock = clock;
  }

  @GetMapping
  View show(@RequestParam(defaultValue = "") String person) {
    return show(person.strip(), Said.NOTHING);
  }

  /// @param job number of a job description, absent for the rule of the account
  /// @param days absent for the rule above
  @PostMapping("/retention")
  View keep(
      HttpServletResponse response,
      @RequestParam(required = false) @Nullable Integer job,
      @RequestParam(required = false) @Nullable Integer days) {
    if (days != null && (days < 1 || days > MOST)) {
      return refused(response, Texts.say("account.days-wrong", days, MOST));
    }
    if (job == null) {
      rules.set(account(), days);
    } else {
      rules.set(account(), job, days);
    }
    return show("", new Said(Texts.say("account.kept-set"), "", ""));
  }

  @PostMapping("/candidates/{number}/delete")
  View delete(HttpServletResponse response, @PathVariable int number) {
    var candidate =
        candidates
            .find(account(), Integer.toString(number))
            .orElseThrow(() -> Trouble.notFound("candidate", "" + number));
    try {
      var gone = erasure.candidate(account(), candidate.id());
      return show(
          "",
          new Said(Texts.say("account.person-gone", gone.applications(), gone.files()), "", ""));
    } catch (Erasure.BeingRead e) {
      return refused(response, Texts.say("account.person-busy"));
    }
  }

  /// Forgets who applied with this receipt, read or not.
  @PostMapping("/receipts/{reference}/delete")
  View forget(HttpServletResponse response, @PathVariable String reference) {
    var sent =
        senders
            .find(account(), reference)
            .orElseThrow(() -> Trouble.notFound("receipt", reference));
    try {
      var gone = senders.erase(account(), sent);
      return show(
          "",
          new Said(Texts.say("account.sender-gone", gone.applications(), gone.files()), "", ""));
    } catch (Erasure.BeingRead e) {
      return refused(response, Texts.say("account.person-busy"));
    }
  }

  /// Takes an exported account into this one.
  @PostMapping(path = "/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  View take(HttpServletResponse response, @RequestParam MultipartFile file) throws IOException {
    var principal = current.principal();
    if (principal.role() != Role.OWNER) {
      return refused(response, Texts.say("account.owners-only"));
    }
    if (file.isEmpty()) {
      return refused(response, Texts.say("account.import-none"));
    }
    var whole = Files.createTempFile("shortlist-import", "");
    try {
      file.transferTo(whole);
      begin(principal, whole);
      return show("", new Said(Texts.say("account.import-begun"), "", ""));
    } catch (NotNow | GrowingUploadRefused | UploadLimitReached refused) {
      return refused(response, Words.sentence("" + refused.getMessage()));
    } finally {
      Files.deleteIfExists(whole);
    }
  }

  /// What cannot be taken in is not kept either.
  private void begin(Principal principal, Path whole) throws IOException {
    var begun = uploads.begin(account(), "account.zip", Files.size(whole));
    try {
      movings.begin(principal, uploads.append(account(), begun.id(), 0, whole));
    } catch (NotNow | UploadLimitReached refused) {
      uploads.drop(account(), begun.id());
      throw refused;
    }
  }

  /// Deletes the account; whoever signed in is out.
  @PostMapping("/delete")
  View delete(HttpServletResponse response, @RequestParam(defaultValue = "") String confirm) {
    if (current.principal().role() != Role.OWNER) {
      return refused(response, Texts.say("account.owners-only"));
    }
    if (!confirm.strip().equals(account().toString())) {
      return refused(response, Texts.say("account.confirm-wrong"));
    }
    accounts.erase(account());
    return new org.springframework.web.servlet.view.RedirectView("/");
  }

  private View refused(HttpServletResponse response, String why) {
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return show("", new Said("", "", why));
  }

  private View show(String sought, Said said) {
    var account = account();
    return pages.show(
        "data",
        new DataPage(
            current.principal(),
            rules.find(account),
            jobs.list(account),
            rules.ofJobDescriptions(account),
            rules.report(account, Duration.ofDays(DataPage.AHEAD)),
            clock.instant(),
            sought,
            sought.isEmpty() ? List.<Candidate>of() : candidates.list(account, 0, sought, FOUND),
            senders
                .find(account, sought)
                .map(sent -> DataPage.Receipted.of(sent, consents, account))
                .orElse(null),
            movings.find(account).orElse(null),
            said));
  }

  private AccountId account() {
    return current.principal().account();
  }
}
