package dev.shortlist.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.shortlist.accounts.CurrentAccount;
import dev.shortlist.intake.NotScreenable;
import dev.shortlist.intake.Submission;
import dev.shortlist.intake.Submission.Asked;
import dev.shortlist.intake.Submissions;
import dev.shortlist.screening.Screening;
import dev.shortlist.screening.Screenings;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping(path = "/api/v1/screenings", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Screenings", description = "Many CVs against one job description")
class ScreeningsApi {
  private static final int MOST = 200;

  // Both ways to start share one address, and so one entry in the description.
  private static final String SUMMARY = "Screen CVs";
  private static final String DESCRIPTION =
      """
      As `multipart/form-data`: takes files and ZIPs together with a job description, and starts. Name \
      the job description in exactly one way: `jobDescription` (a kept one), `jobDescriptionText` or \
      `jobDescriptionFile`. The answer says of every file, inside ZIPs too, what became of it.

      As JSON: makes a screening whose CVs follow. Send them to its /files, in as many requests as \
      you like.
      """;

  private final CurrentAccount account;
  private final Screenings screenings;
  private final Submissions submissions;

  ScreeningsApi(CurrentAccount account, Screenings screenings, Submissions submissions) {
    this.account = account;
    this.screenings = screenings;
    this.submissions = submissions;
  }

  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @Operation(summary = SUMMARY, description = DESCRIPTION)
  @ApiResponse(responseCode = "201", description = "Started")
  ResponseEntity<Submitted> screen(
      @Parameter(description = "A CV or a ZIP; repeat it for more")
          @RequestPart(name = "files", required = false)
          @Nullable List<MultipartFile> files,
      @Parameter(description = "Absent for the title of the job description")
          @RequestParam(required = false)
          @Nullable String title,
      @Parameter(description = "What you call the screening; unique in the account")
          @RequestParam(required = false)
          @Nullable String reference,
      @Parameter(description = "Id, number or reference of a kept job description", example = "7")
          @RequestParam(required = false)
          @Nullable String jobDescription,
      @Parameter(description = "The text of a new job description") @RequestParam(required = false)
          @Nullable String jobDescriptionText,
      @Parameter(description = "A new job description as PDF, Word or text file")
          @RequestPart(required = false)
          @Nullable MultipartFile jobDescriptionFile)
      throws IOException {
    try (var parts = new ReceivedParts()) {
      var asked = asked(jobDescription, jobDescriptionText, jobDescriptionFile, parts);
      var uploads = parts.uploads(files);
      if (uploads.isEmpty()) {
        throw new NotScreenable(
            NotScreenable.Why.NO_CVS,
            "The request has no files: send at least one CV or ZIP in the field \"files\".");
      }
      return created(
          new Submission(Fields.orNull(title), Fields.orNull(reference), asked, uploads));
    }
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(summary = SUMMARY, description = DESCRIPTION)
  @ApiResponse(responseCode = "201", description = "Made")
  ResponseEntity<Submitted> create(@RequestBody New body) throws IOException {
    try (var none = new ReceivedParts()) {
      var asked = asked(body.jobDescription(), body.jobDescriptionText(), null, none);
      return created(
          new Submission(
              Fields.orNull(body.title()), Fields.orNull(body.reference()), asked, List.of()));
    }
  }

  @PostMapping(path = "/{key}/files", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @Operation(summary = "Add CVs to a screening")
  ReceiptBody add(
      @PathVariable String key,
      @Parameter(description = "A CV or a ZIP; repeat it for more")
          @RequestPart(name = "files", required = false)
          @Nullable List<MultipartFile> files)
      throws IOException {
    var screening = get(key);
    try (var parts = new ReceivedParts()) {
      var uploads = parts.uploads(files);
      return ReceiptBody.of(submissions.add(account.id(), screening.id(), uploads));
    }
  }

  @GetMapping
  @Operation(summary = "The newest screenings, newest first")
  ScreeningList list(@RequestParam(defaultValue = "50") int limit) {
    return new ScreeningList(
        screenings.list(account.id(), Fields.limit(limit, MOST)).stream().map(this::body).toList());
  }

  @GetMapping("/{key}")
  @Operation(
      summary = "One screening and how far it is",
      description = "Poll it with If-None-Match: the answer is 304 while nothing has changed.")
  ResponseEntity<ScreeningBody> find(
      @Parameter(description = "Its id, number or reference", example = "3") @PathVariable
          String key) {
    var screening = get(key);
    var progress = screenings.progress(account.id(), screening.id());
    return ResponseEntity.ok().eTag(progress.version()).body(ScreeningBody.of(screening, progress));
  }

  private ResponseEntity<Submitted> created(Submission submission) {
    var submitted = submissions.submit(account.id(), submission);
    var screening = submitted.screening();
    return ResponseEntity.created(URI.create("/api/v1/screenings/" + screening.id()))
        .body(new Submitted(body(screening), ReceiptBody.of(submitted.receipt())));
  }

  private ScreeningBody body(Screening screening) {
    return ScreeningBody.of(screening, screenings.progress(account.id(), screening.id()));
  }

  private Screening get(String key) {
    return screenings.find(account.id(), key).orElseThrow(() -> unknown(key));
  }

  static Problem.Refused unknown(String key) {
    return Problem.NOT_FOUND.because(
        "There is no screening with the id, number or reference \"%s\".".formatted(key));
  }

  private static Asked asked(
      @Nullable String key,
      @Nullable String text,
      @Nullable MultipartFile file,
      ReceivedParts parts)
      throws IOException {
    var ways = new ArrayList<Asked>();
    if (key != null && !key.isBlank()) {
      ways.add(new Asked.Saved(key.strip()));
    }
    if (text != null && !text.isBlank()) {
      ways.add(new Asked.Text(text));
    }
    if (file != null && ReceivedParts.isChosen(file)) {
      ways.add(new Asked.File(parts.upload(file)));
    }
    if (ways.isEmpty()) {
      throw new NotScreenable(
          NotScreenable.Why.NO_JOB_DESCRIPTION,
          "The request names no job description: send jobDescription (the id, number or reference of"
              + " a kept one), jobDescriptionText or jobDescriptionFile.");
    }
    if (ways.size() > 1) {
      throw Problem.INVALID_VALUE.because(
          "The request names %d job descriptions: send only one of jobDescription, jobDescriptionText and jobDescriptionFile."
              .formatted(ways.size()));
    }
    return ways.getFirst();
  }

  /// A screening to be made.
  @Schema(name = "NewScreening")
  record New(
      @Nullable String title,
      @Nullable String reference,
      @Schema(description = "Id, number or reference of a kept job description", example = "7")
          @Nullable String jobDescription,
      @Schema(description = "The text of a new one, instead")
          @Nullable String jobDescriptionText) {}

  /// A new screening and what became of its files.
  record Submitted(@JsonUnwrapped ScreeningBody screening, ReceiptBody receipt) {}

  record ScreeningList(List<ScreeningBody> screenings) {}
}
