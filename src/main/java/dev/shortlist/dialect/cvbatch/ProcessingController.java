package dev.shortlist.dialect.cvbatch;

import dev.shortlist.accounts.CurrentAccount;
import dev.shortlist.applicants.Applicant;
import dev.shortlist.applicants.Applicants;
import dev.shortlist.dialect.Dialect;
import dev.shortlist.dialect.InvalidField;
import dev.shortlist.dialect.Refusal;
import dev.shortlist.jobdescription.JobDescription;
import dev.shortlist.screening.Action;
import dev.shortlist.screening.ApplicationId;
import dev.shortlist.screening.JobDescriptionId;
import dev.shortlist.screening.JobDescriptions;
import dev.shortlist.screening.LifeCycle;
import dev.shortlist.screening.Screening;
import dev.shortlist.screening.Screenings;
import dev.shortlist.screening.StoredJobDescription;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/// Processing batches, and single CVs again.
@Dialect(name = "cvbatch")
class ProcessingController {
  private static final int MOST = 500;

  private final CurrentAccount account;
  private final Screenings screenings;
  private final LifeCycle lifeCycle;
  private final Applicants applicants;
  private final JobDescriptions jobDescriptions;
  private final Batches batches;

  ProcessingController(
      CurrentAccount account,
      Screenings screenings,
      LifeCycle lifeCycle,
      Applicants applicants,
      JobDescriptions jobDescriptions,
      Batches batches) {
    this.account = account;
    this.screenings = screenings;
    this.lifeCycle = lifeCycle;
    this.applicants = applicants;
    this.jobDescriptions = jobDescriptions;
    this.batches = batches;
  }

  @PostMapping("/api/v1/cv-processing/batch/{key}/process")
  Queued process(@PathVariable String key) {
    var batch = batch(key);
    var open = batches.open(account.id(), batch.id());
    if (open.isEmpty()) {
      return Queued.nothing(batch.id().value());
    }
    if (Action.RESUME.isPossible(batch.state())) {
      lifeCycle.resume(account.id(), batch.id());
    }
    return Queued.of(
        "%d CVs queued for processing".formatted(open.size()), batch.id().value(), open);
  }

  @GetMapping("/api/v1/cv-processing/batch/{key}/queue-status")
  QueueStatus status(@PathVariable String key) {
    return batches.status(account.id(), batch(key).id());
  }

  @GetMapping("/api/v1/cv-processing/batch/{key}/parsed-cvs")
  ParsedCvs parsed(
      @PathVariable String key,
      @RequestParam(defaultValue = "0") int skip,
      @RequestParam(defaultValue = "100") int limit) {
    if (skip < 0 || limit < 1 || limit > MOST) {
      throw new InvalidField("query", "limit", "out_of_range", "Input should be from 1 to " + MOST);
    }
    var batch = batch(key);
    var asked = asked(batch.jobDescription());
    var read =
        applicants.of(account.id(), batch.id()).stream()
            .filter(one -> one.profile() != null)
            .toList();
    return new ParsedCvs(
        batch.id().value(),
        read.size(),
        skip,
        limit,
        read.stream().skip(skip).limit(limit).map(one -> CvBody.of(one, asked)).toList());
  }

  @GetMapping("/api/v1/cvs/{id}")
  CvBody cv(@PathVariable String id) {
    var applicant = applicant(id);
    var screening =
        screenings.find(account.id(), applicant.application().screening()).orElseThrow();
    return CvBody.of(applicant, asked(screening.jobDescription()));
  }

  @GetMapping("/api/v1/cv-processing/cv/{id}/parse-details")
  ParseDetail parseDetails(@PathVariable String id) {
    var applicant = applicant(id);
    var profile = applicant.profile();
    if (profile == null) {
      throw Refusal.notFound("CV has not been parsed");
    }
    return ParseDetail.of(applicant.application().id(), profile);
  }

  @PostMapping("/api/v1/cv-processing/cv/{id}/retry")
  Queued retry(@PathVariable String id) {
    var application = lifeCycle.retry(account.id(), applicant(id).application().id());
    return Queued.of(
        "CV queued for retry", application.screening().value(), List.of(application.id()));
  }

  @PostMapping("/api/v1/cv-processing/cv/{id}/match")
  Queued match(@PathVariable String id) {
    var application = applicant(id).application();
    var screening = screenings.find(account.id(), application.screening()).orElseThrow();
    if (screening.jobDescription() == null) {
      throw Refusal.badRequest("The batch has no job description to match with");
    }
    lifeCycle.rematch(account.id(), application.id());
    return Queued.of(
        "CV queued for matching", application.screening().value(), List.of(application.id()));
  }

  private @Nullable JobDescription asked(@Nullable JobDescriptionId id) {
    return id == null
        ? null
        : jobDescriptions.find(account.id(), id).map(StoredJobDescription::content).orElse(null);
  }

  private Screening batch(String key) {
    return screenings
        .find(account.id(), key)
        .orElseThrow(() -> Refusal.notFound("Batch not found"));
  }

  private Applicant applicant(String id) {
    return uuid(id)
        .flatMap(found -> applicants.find(account.id(), new ApplicationId(found)))
        .orElseThrow(() -> Refusal.notFound("CV not found"));
  }

  private static Optional<UUID> uuid(String id) {
    try {
      return Optional.of(UUID.fromString(id));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  @JsonNaming(SnakeCaseStrategy.class)
  record ParsedCvs(UUID batchId, int total, int skip, int limit, List<CvBody> cvs) {}
}
