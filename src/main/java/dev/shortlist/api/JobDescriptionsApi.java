package dev.shortlist.api;

import dev.shortlist.accounts.CurrentAccount;
import dev.shortlist.screening.JobDescriptions;
import dev.shortlist.screening.Submissions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/job-descriptions", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Job descriptions", description = "What is asked for")
class JobDescriptionsApi {
  private final CurrentAccount account;
  private final JobDescriptions jobDescriptions;
  private final Submissions submissions;

  JobDescriptionsApi(
      CurrentAccount account, JobDescriptions jobDescriptions, Submissions submissions) {
    this.account = account;
    this.jobDescriptions = jobDescriptions;
    this.submissions = submissions;
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Keep a job description",
      description =
          "Reads the requirements out of the text and answers with them, each with the sentence that"
              + " asks for it, and with what is unclear or unlawful to ask.")
  ResponseEntity<JobDescriptionBody> create(@RequestBody JobDescriptionBody.New body) {
    String text = body.text() == null ? "" : body.text();
    var stored =
        submissions.keep(
            account.id(), Fields.orNull(body.title()), text, Fields.orNull(body.reference()));
    return ResponseEntity.created(URI.create("/api/v1/job-descriptions/" + stored.id()))
        .body(JobDescriptionBody.of(stored));
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
    return jobDescriptions
        .find(account.id(), key)
        .map(JobDescriptionBody::of)
        .orElseThrow(() ->
            Problem.NOT_FOUND.because(
                "There is no job description with the id, number or reference \"%s\"."
                    .formatted(key)));
  }

  record JobDescriptionList(List<JobDescriptionBody> jobDescriptions) {}
}
