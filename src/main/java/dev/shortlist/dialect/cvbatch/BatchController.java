package dev.shortlist.dialect.cvbatch;

import dev.shortlist.accounts.Balance;
import dev.shortlist.accounts.Credits;
import dev.shortlist.accounts.CurrentAccount;
import dev.shortlist.applicants.Applicants;
import dev.shortlist.dialect.Dialect;
import dev.shortlist.dialect.Form;
import dev.shortlist.dialect.InvalidField;
import dev.shortlist.dialect.Refusal;
import dev.shortlist.dialect.UserIds;
import dev.shortlist.intake.Intake;
import dev.shortlist.intake.NotScreenable;
import dev.shortlist.intake.Submission;
import dev.shortlist.intake.Submission.Asked;
import dev.shortlist.intake.Submissions;
import dev.shortlist.screening.Screenings;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;

/// Batches and what is uploaded to them. A batch collects CVs, which wait until it is told to
/// process them.
@Dialect(name = "cvbatch")
class BatchController {
  private final CurrentAccount account;
  private final UserIds users;
  private final Credits credits;
  private final Submissions submissions;
  private final Screenings screenings;
  private final Intake intake;
  private final Applicants applicants;

  BatchController(
      CurrentAccount account,
      UserIds users,
      Credits credits,
      Submissions submissions,
      Screenings screenings,
      Intake intake,
      Applicants applicants) {
    this.account = account;
    this.users = users;
    this.credits = credits;
    this.submissions = submissions;
    this.screenings = screenings;
    this.intake = intake;
    this.applicants = applicants;
  }

  @PostMapping("/api/v1/cv-batches")
  @ResponseStatus(HttpStatus.CREATED)
  Batch create(@RequestBody NewBatch batch) {
    if (batch.title() == null || batch.title().isBlank()) {
      throw InvalidField.missing("title");
    }
    requireCredits();
    var submission = new Submission(batch.title(), null, asked(batch), List.of(), batch.labels());
    try {
      var made = submissions.submit(account.id(), submission).screening();
      return Batch.of(
          made, screenings.progress(account.id(), made.id()), batch.labels(), users.own());
    } catch (NotScreenable e) {
      throw e.why() == NotScreenable.Why.UNKNOWN_JOB_DESCRIPTION
          ? Refusal.notFound("Job description not found")
          : e;
    }
  }

  @PostMapping("/api/v1/cv-batches/{key}/upload")
  Uploaded upload(@PathVariable String key, HttpServletRequest request) throws IOException {
    var id = account.id();
    var batch = screenings.find(id, key).orElseThrow(() -> Refusal.notFound("Batch not found"));
    try (var form = Form.of(request)) {
      var cvs = form.cvs("files");
      var receipt = intake.collect(id, batch.id(), cvs);
      return Uploaded.of(batch, receipt.files(), applicants.stored(id, batch.id()));
    }
  }

  private static Asked asked(NewBatch batch) {
    if (batch.jobDescriptionId() != null && !batch.jobDescriptionId().isBlank()) {
      return new Asked.Saved(batch.jobDescriptionId().strip());
    }
    return batch.jobDescriptionText() != null && !batch.jobDescriptionText().isBlank()
        ? new Asked.Text(batch.jobDescriptionText())
        : new Asked.Nothing();
  }

  private void requireCredits() {
    if (credits.balance(account.id()) instanceof Balance.Limited(var available, var _)
        && available < 1) {
      throw new Refusal(
          HttpStatus.PAYMENT_REQUIRED,
          "Insufficient credits: a CV needs 1 credit and the account has %d.".formatted(available));
    }
  }
}
