package dev.shortlist.dialect.analyzer;

import dev.shortlist.accounts.CurrentAccount;
import dev.shortlist.applicants.Applicants;
import dev.shortlist.dialect.Client;
import dev.shortlist.dialect.Dialect;
import dev.shortlist.dialect.Form;
import dev.shortlist.dialect.Refusal;
import dev.shortlist.intake.Intake;
import dev.shortlist.intake.Submission;
import dev.shortlist.intake.Submission.Asked;
import dev.shortlist.intake.Submissions;
import dev.shortlist.intake.Upload;
import dev.shortlist.screening.Application;
import dev.shortlist.screening.JobDescriptions;
import dev.shortlist.screening.Labels;
import dev.shortlist.screening.LifeCycle;
import dev.shortlist.screening.Screening;
import dev.shortlist.screening.ScreeningId;
import dev.shortlist.screening.Screenings;
import dev.shortlist.screening.StoredJobDescription;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/// Batches of files for a job, and how the job stands.
@Dialect(name = "analyzer")
class JobController {
  private static final int MOST_FILES = 100;
  private static final long MOST_BYTES = 50L << 20;
  private static final String JOB = "job";

  private final CurrentAccount account;
  private final JobDescriptions jobDescriptions;
  private final Submissions submissions;
  private final Screenings screenings;
  private final Applicants applicants;
  private final Intake intake;
  private final Labels labels;
  private final LifeCycle lifeCycle;

  JobController(
      CurrentAccount account,
      JobDescriptions jobDescriptions,
      Submissions submissions,
      Screenings screenings,
      Applicants applicants,
      Intake intake,
      Labels labels,
      LifeCycle lifeCycle) {
    this.account = account;
    this.jobDescriptions = jobDescriptions;
    this.submissions = submissions;
    this.screenings = screenings;
    this.applicants = applicants;
    this.intake = intake;
    this.labels = labels;
    this.lifeCycle = lifeCycle;
  }

  @PostMapping("/api/analyzer/batch/upload")
  Uploaded upload(HttpServletRequest request) throws IOException {
    try (var form = Form.of(request)) {
      var key = form.get("job_id");
      var cvs = form.cvs("files");
      requireWithinLimits(cvs);
      var job = job(key);
      var asked = new Asked.Saved(job.id().toString());
      submissions.submitAsIs(account.id(), new Submission(null, null, asked, cvs, labels(job)));
      return new Uploaded(
          "processing",
          "Processing %d resumes for job %s".formatted(cvs.size(), job.content().title()),
          job.number(),
          cvs.size(),
          "Resumes are being processed in background. Use batch status endpoint to check progress.");
    }
  }

  @GetMapping("/api/analyzer/job/{key}/processing-status")
  ProcessingStatus status(@PathVariable String key) {
    var job = job(key);
    return ProcessingStatus.of(job, applicants.of(account.id(), job.id()));
  }

  /// The newest batch of the job.
  @GetMapping("/api/analyzer/job/{key}/batch-result")
  BatchResult result(@PathVariable String key) {
    var job = job(key);
    return labels.find(account.id(), labels(job), 1).stream()
        .map(this::result)
        .findFirst()
        .orElseThrow(() -> Refusal.notFound("No batch found for this job"));
  }

  @PostMapping("/api/analyzer/job/{key}/generate-scores")
  Generating generate(@PathVariable String key) {
    var job = job(key);
    int total = 0;
    for (var screening : screenings.of(account.id(), job.id())) {
      if (screening.state() != Screening.State.CANCELLED) {
        total += lifeCycle.rematch(account.id(), screening.id(), job.id());
      }
    }
    return new Generating(
        "processing", "Generating scores for %d candidates".formatted(total), job.number(), total);
  }

  private BatchResult result(ScreeningId id) {
    var applications =
        applicants.of(account.id(), id).stream()
            .map(one -> one.application())
            .collect(Collectors.toMap(Application::id, Function.identity()));
    return BatchResult.of(
        screenings.find(account.id(), id).orElseThrow(),
        intake.received(account.id(), id),
        applications);
  }

  private StoredJobDescription job(String key) {
    return jobDescriptions
        .find(account.id(), key)
        .orElseThrow(() -> Refusal.notFound("Job not found"));
  }

  private static Map<String, String> labels(StoredJobDescription job) {
    return Map.of(Client.LABEL, "analyzer", JOB, Integer.toString(job.number()));
  }

  private static void requireWithinLimits(List<Upload> cvs) throws IOException {
    if (cvs.size() > MOST_FILES) {
      throw new Refusal(
          HttpStatus.CONTENT_TOO_LARGE,
          "Too many files: %d were sent and the limit is %d files in a batch"
              .formatted(cvs.size(), MOST_FILES));
    }
    for (var cv : cvs) {
      if (Files.size(cv.file()) > MOST_BYTES) {
        throw new Refusal(
            HttpStatus.CONTENT_TOO_LARGE,
            "File too large: %s is over the limit of 50 MB".formatted(cv.name()));
      }
    }
  }

  @JsonNaming(SnakeCaseStrategy.class)
  record Uploaded(String status, String message, int jobId, int totalFiles, String detail) {}

  @JsonNaming(SnakeCaseStrategy.class)
  record Generating(String status, String message, int jobId, int totalCandidates) {}
}
