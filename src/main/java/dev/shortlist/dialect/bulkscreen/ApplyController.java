package dev.shortlist.dialect.bulkscreen;

import dev.shortlist.accounts.CurrentAccount;
import dev.shortlist.applicants.Applicants;
import dev.shortlist.applicants.Outcomes;
import dev.shortlist.dialect.Dialect;
import dev.shortlist.dialect.DialectSettings;
import dev.shortlist.dialect.Form;
import dev.shortlist.dialect.Refusal;
import dev.shortlist.dialect.Texts;
import dev.shortlist.intake.DropIn;
import dev.shortlist.intake.DropIn.Whose;
import dev.shortlist.intake.Received;
import dev.shortlist.intake.Upload;
import dev.shortlist.screening.ApplicationDetail;
import dev.shortlist.screening.JobDescriptions;
import dev.shortlist.screening.StoredJobDescription;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Files;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// One application at a time, answered with its score.
@Dialect(name = "bulkscreen")
class ApplyController {
  private static final long MOST_BYTES = 10L << 20;

  private final CurrentAccount account;
  private final JobDescriptions jobDescriptions;
  private final DropIn dropIn;
  private final Outcomes outcomes;
  private final Applicants applicants;
  private final DialectSettings settings;

  ApplyController(
      CurrentAccount account,
      JobDescriptions jobDescriptions,
      DropIn dropIn,
      Outcomes outcomes,
      Applicants applicants,
      DialectSettings settings) {
    this.account = account;
    this.jobDescriptions = jobDescriptions;
    this.dropIn = dropIn;
    this.outcomes = outcomes;
    this.applicants = applicants;
    this.settings = settings;
  }

  @PostMapping("/applicants/apply/{job}")
  Answer apply(@PathVariable String job, HttpServletRequest request) throws IOException {
    var asked =
        jobDescriptions
            .find(account.id(), job)
            .orElseThrow(() -> Refusal.notFound("Job not found"));
    if (!asked.isOpen()) {
      throw Refusal.badRequest("Job is inactive: it takes no more applications");
    }
    try (var form = Form.of(request)) {
      var cv = form.cvs("file").getFirst();
      if (Files.size(cv.file()) > MOST_BYTES) {
        throw Refusal.badRequest("File too large: the limit is 10 MB");
      }
      return answer(submit(asked, cv));
    }
  }

  private ApplicationDetail submit(StoredJobDescription asked, Upload cv) {
    var id = account.id();
    return switch (dropIn.take(id, asked.id(), cv, new Whose.Recognised())) {
      case Received.Accepted(var _, var application) ->
          outcomes.await(id, application, settings.patience());
      case Received.Duplicate _ -> throw known();
      case Received.Refused(var _, var _, var reason, var _) ->
          throw Refusal.badRequest("The CV cannot be read: " + reason.meaning());
      case Received.Ignored _ -> throw Refusal.badRequest("The file is not a CV");
    };
  }

  private Answer answer(ApplicationDetail detail) {
    var application = detail.application();
    var match = detail.match();
    if (!application.stage().isFinal()) {
      throw new Refusal(
          HttpStatus.GATEWAY_TIMEOUT,
          "The CV was received and is still being read: application " + application.id() + ".");
    }
    if (match == null) {
      throw Refusal.badRequest("The CV cannot be read: " + Texts.trouble(application));
    }
    if (applicants.earlier(account.id(), application.id()).isPresent()) {
      dropIn.takeBack(account.id(), application.id());
      throw known();
    }
    return new Answer("Application received", match.score(), Band.of(match.score()).word());
  }

  private static Refusal known() {
    return new Refusal(HttpStatus.CONFLICT, "You have already applied for this job");
  }

  record Answer(String message, int score, String status) {}
}
