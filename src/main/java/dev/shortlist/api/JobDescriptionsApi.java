package dev.shortlist.api;

import dev.shortlist.accounts.Audit;
import dev.shortlist.accounts.CurrentAccount;
import dev.shortlist.intake.Submissions;
import dev.shortlist.intake.TooLong;
import dev.shortlist.screening.JobDescriptions;
import dev.shortlist.screening.StoredJobDescription;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping(path = "/api/v1/job-descriptions", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Job descriptions", description = "What is asked for")
class JobDescriptionsApi {
  // Both ways share one address, and so one entry in the description.
  private static final String CREATE = "Keep a job description";
  private static final String CREATING =
      "Reads the requirements out of the text or file and answers with them, each with the sentence"
          + " that asks for it, and with what is unclear or unlawful to ask.";

  private final CurrentAccount account;
  private final JobDescriptions jobDescriptions;
  private final Submissions submissions;
  private final Audit audit;

  JobDescriptionsApi(
      CurrentAccount account,
      JobDescriptions jobDescriptions,
      Submissions submissions,
      Audit audit) {
    this.account = account;
    this.jobDescriptions = jobDescriptions;
    this.submissions = submissions;
    this.audit = audit;
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(summary = CREATE, description = CREATING)
  ResponseEntity<JobDescriptionBody> create(@RequestBody JobDescriptionBody.New body) {
    String text = body.text() == null ? "" : body.text();
    return created(
        submissions.keep(
            account.id(), Fields.orNull(body.title()), text, Fields.orNull(body.reference())));
  }

  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @Operation(summary = CREATE, description = CREATING)
  ResponseEntity<JobDescriptionBody> create(
      @Parameter(description = "Absent to take it from the text") @RequestParam(required = false)
          @Nullable String title,
      @Parameter(description = "What you call it; unique in the account")
          @RequestParam(required = false)
          @Nullable String reference,
      @Parameter(description = "The post as PDF, Word or text file") @RequestPart
          MultipartFile file)
      throws IOException {
    try (var parts = new ReceivedParts()) {
      return created(
          submissions.keep(
              account.id(), Fields.orNull(title), parts.upload(file), Fields.orNull(reference)));
    }
  }

  @PutMapping(path = "/{key}", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Another text",
      description =
          "Reads the requirements anew and answers with the next revision. Screenings keep the one"
              + " they were made with until they are matched again.")
  JobDescriptionBody rewrite(
      @PathVariable String key, @RequestBody JobDescriptionBody.NewText body) {
    String text = body.text() == null ? "" : body.text();
    return changed(
        submissions.rewrite(
            account.id(), get(key, body.revision()), Fields.orNull(body.title()), text));
  }

  @PutMapping(path = "/{key}/requirements", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Correct the requirements or the weights",
      description =
          "Answers with the next revision. What is not in `requirements` is dropped; what is new is"
              + " read like a sentence of the text.")
  JobDescriptionBody correct(
      @PathVariable String key, @RequestBody JobDescriptionBody.Corrections body) {
    var before = get(key, body.revision());
    String title = Fields.orNull(body.title());
    TooLong.unless("title", title, TooLong.LINE);
    return changed(
        jobDescriptions.correct(
            account.id(),
            before,
            title == null ? before.content().title() : title,
            body.wanted(before),
            body.weights() == null ? before.weights() : body.weights()));
  }

  @GetMapping("/{key}/revisions")
  @Operation(summary = "All revisions of a job description, newest first")
  JobDescriptionList revisions(@PathVariable String key) {
    var revisions = jobDescriptions.revisions(account.id(), key);
    if (revisions.isEmpty()) {
      throw unknown(key);
    }
    return new JobDescriptionList(revisions.stream().map(JobDescriptionBody::of).toList());
  }

  @GetMapping
  @Operation(summary = "All job descriptions, newest first")
  JobDescriptionList list() {
    return new JobDescriptionList(
        jobDescriptions.list(account.id()).stream().map(JobDescriptionBody::of).toList());
  }

  @GetMapping("/{key}")
  @Operation(summary = "One job description")
  JobDescriptionBody find(
      @Parameter(description = "Its id, number or reference", example = "7") @PathVariable
          String key) {
    return JobDescriptionBody.of(get(key, null));
  }

  @PostMapping("/{key}/close")
  @Operation(
      summary = "Take no more applications",
      description = "Single applications are refused from now on. Screenings go on.")
  JobDescriptionBody close(@PathVariable String key) {
    var closed = jobDescriptions.close(account.id(), get(key, null).id());
    audit.note(account.id(), "job-description.close", "job-description/" + closed.id(), "");
    return JobDescriptionBody.of(closed);
  }

  @PostMapping("/{key}/reopen")
  @Operation(summary = "Take applications again")
  JobDescriptionBody reopen(@PathVariable String key) {
    var open = jobDescriptions.reopen(account.id(), get(key, null).id());
    audit.note(account.id(), "job-description.reopen", "job-description/" + open.id(), "");
    return JobDescriptionBody.of(open);
  }

  private ResponseEntity<JobDescriptionBody> created(StoredJobDescription stored) {
    audit.note(account.id(), "job-description.create", "job-description/" + stored.id(), "");
    return ResponseEntity.created(URI.create("/api/v1/job-descriptions/" + stored.id()))
        .body(JobDescriptionBody.of(stored));
  }

  private JobDescriptionBody changed(StoredJobDescription stored) {
    audit.note(
        account.id(),
        "job-description.change",
        "job-description/" + stored.id(),
        "revision " + stored.revision());
    return JobDescriptionBody.of(stored);
  }

  /// What `key` names, if it is still the revision somebody looked at.
  private StoredJobDescription get(String key, @Nullable Integer revision) {
    var found = jobDescriptions.find(account.id(), key).orElseThrow(() -> unknown(key));
    if (revision != null && revision != found.revision()) {
      throw Problem.REVISION_OUTDATED.because(
          "The job description is at revision %d, not %d: look at it and change that."
              .formatted(found.revision(), revision));
    }
    return found;
  }

  private static Problem.Refused unknown(String key) {
    return Problem.NOT_FOUND.because(
        "There is no job description with the id, number or reference \"%s\".".formatted(key));
  }

  record JobDescriptionList(List<JobDescriptionBody> jobDescriptions) {}
}
