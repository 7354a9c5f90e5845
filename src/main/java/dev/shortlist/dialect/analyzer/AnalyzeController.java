package dev.shortlist.dialect.analyzer;

import dev.shortlist.accounts.CurrentAccount;
import dev.shortlist.applicants.Applicants;
import dev.shortlist.applicants.Outcomes;
import dev.shortlist.candidate.Candidate;
import dev.shortlist.candidate.Candidates;
import dev.shortlist.dialect.Dialect;
import dev.shortlist.dialect.DialectSettings;
import dev.shortlist.dialect.Form;
import dev.shortlist.dialect.InvalidField;
import dev.shortlist.dialect.Refusal;
import dev.shortlist.dialect.Texts;
import dev.shortlist.intake.DropIn;
import dev.shortlist.intake.DropIn.Whose;
import dev.shortlist.intake.Received;
import dev.shortlist.screening.ApplicationDetail;
import dev.shortlist.screening.ApplicationId;
import dev.shortlist.screening.JobDescriptions;
import dev.shortlist.screening.StoredJobDescription;
import dev.shortlist.text.Notice;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/// One CV at a time, most answered with the score.
@Dialect(name = "analyzer")
class AnalyzeController {
  private final CurrentAccount account;
  private final JobDescriptions jobDescriptions;
  private final Candidates candidates;
  private final DropIn dropIn;
  private final Outcomes outcomes;
  private final Applicants applicants;
  private final DialectSettings settings;

  AnalyzeController(
      CurrentAccount account,
      JobDescriptions jobDescriptions,
      Candidates candidates,
      DropIn dropIn,
      Outcomes outcomes,
      Applicants applicants,
      DialectSettings settings) {
    this.account = account;
    this.jobDescriptions = jobDescriptions;
    this.candidates = candidates;
    this.dropIn = dropIn;
    this.outcomes = outcomes;
    this.applicants = applicants;
    this.settings = settings;
  }

  @PostMapping("/api/analyzer/batch/process")
  Analysis process(HttpServletRequest request) throws IOException {
    try (var form = Form.of(request)) {
      var key = form.get("job_id");
      var cv = form.cvs("file").getFirst();
      var job = job(key);
      Whose whose =
          form.find("candidate_id")
              .map(id -> (Whose) new Whose.Known(candidate(id).id()))
              .orElseGet(Whose.Recognised::new);
      return outcome(dropIn.take(account.id(), job.id(), cv, whose), job);
    }
  }

  @PostMapping(path = "/api/analyzer/analyze", consumes = MediaType.APPLICATION_JSON_VALUE)
  Analysis analyze(@RequestBody Question question, HttpServletRequest request) throws IOException {
    try (var form = Form.of(request)) {
      return analyze(form, question);
    }
  }

  @PostMapping("/api/analyzer/analyze")
  Analysis analyze(HttpServletRequest request) throws IOException {
    try (var form = Form.of(request)) {
      return analyze(
          form,
          new Question(
              form.find("job_id").orElse(null),
              form.find("candidate_id").orElse(null),
              form.find("resume_text").orElse(null)));
    }
  }

  @PostMapping("/apply")
  Submitted apply(HttpServletRequest request) throws IOException {
    try (var form = Form.of(request)) {
      var whose =
          new Whose.Introduced(
              form.get("name"), form.get("email"), form.find("phone").orElse(null));
      var key = form.get("job_id");
      var cv = form.cvs("resume").getFirst();
      if (dropIn.take(account.id(), job(key).id(), cv, whose)
          instanceof Received.Refused(var _, var id, var _, var _)) {
        throw unreadable(id);
      }
      return new Submitted("Application submitted", "Your resume is being analyzed");
    }
  }

  private Analysis analyze(Form form, Question question) {
    if (question.jobId() == null) {
      throw InvalidField.missing("job_id");
    }
    var job = job(question.jobId());
    var text = Optional.ofNullable(question.resumeText()).filter(words -> !words.isBlank());
    if (text.isPresent()) {
      var cv = form.written("resume.txt", text.get());
      Whose whose =
          question.candidateId() == null
              ? new Whose.Recognised()
              : new Whose.Known(candidate(question.candidateId()).id());
      return outcome(dropIn.take(account.id(), job.id(), cv, whose), job);
    }
    if (question.candidateId() == null) {
      throw InvalidField.missing("resume_text");
    }
    var known =
        applicants
            .latest(account.id(), candidate(question.candidateId()).id())
            .orElseThrow(() -> Refusal.notFound("Candidate has no resume"));
    return outcome(dropIn.again(account.id(), job.id(), known.application().id()), job);
  }

  private Analysis outcome(Received received, StoredJobDescription job) {
    return switch (received) {
      case Received.Accepted(var _, var id) -> await(id, job);
      case Received.Duplicate(var _, var id, var _) -> await(id, job);
      case Received.Refused(var _, var id, var _, var _) -> throw unreadable(id);
      case Received.Ignored _ -> throw unprocessable("The file is not a CV");
    };
  }

  private Analysis await(ApplicationId id, StoredJobDescription job) {
    var detail = outcomes.await(account.id(), id, settings.patience());
    if (!detail.application().stage().isFinal()) {
      throw new Refusal(
          HttpStatus.GATEWAY_TIMEOUT,
          "The resume was received and is still being analyzed: application " + id + ".");
    }
    var applicant = applicants.find(account.id(), id).orElseThrow();
    if (applicant.match() == null) {
      throw unreadable(id);
    }
    return Analysis.of(applicant, job, leftOut(detail));
  }

  private static @Nullable String leftOut(ApplicationDetail detail) {
    var reading = detail.reading();
    return reading == null
        ? null
        : reading.source().notices().stream()
            .filter(notice -> notice.kind() == Notice.Kind.CUT)
            .map(notice -> "Not analysed to the end: " + notice.detail())
            .findFirst()
            .orElse(null);
  }

  private Refusal unreadable(ApplicationId id) {
    var application = applicants.find(account.id(), id).orElseThrow().application();
    return unprocessable("The resume cannot be read: " + Texts.trouble(application));
  }

  private static Refusal unprocessable(String detail) {
    return new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, detail);
  }

  private StoredJobDescription job(String key) {
    return jobDescriptions
        .find(account.id(), key)
        .orElseThrow(() -> Refusal.notFound("Job not found"));
  }

  private Candidate candidate(String key) {
    return candidates
        .find(account.id(), key)
        .orElseThrow(() -> Refusal.notFound("Candidate not found"));
  }

  @JsonNaming(SnakeCaseStrategy.class)
  record Question(
      @Nullable String jobId, @Nullable String candidateId, @Nullable String resumeText) {}

  record Submitted(String status, String message) {}
}
