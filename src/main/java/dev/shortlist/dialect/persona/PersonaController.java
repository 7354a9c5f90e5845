package dev.shortlist.dialect.persona;

import dev.shortlist.accounts.CurrentAccount;
import dev.shortlist.applicants.Applicants;
import dev.shortlist.dialect.Client;
import dev.shortlist.dialect.Dialect;
import dev.shortlist.dialect.Form;
import dev.shortlist.dialect.InvalidField;
import dev.shortlist.dialect.Refusal;
import dev.shortlist.intake.Submission;
import dev.shortlist.intake.Submission.Asked;
import dev.shortlist.intake.Submissions;
import dev.shortlist.screening.JobDescriptions;
import dev.shortlist.screening.Labels;
import dev.shortlist.screening.Screening;
import dev.shortlist.screening.Screenings;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Dialect(name = "persona")
class PersonaController {
  private static final Map<String, String> OURS = Map.of(Client.LABEL, "persona");
  private static final String PERSONA = "persona_id";
  private static final int MOST = 100;

  private final CurrentAccount account;
  private final JobDescriptions jobDescriptions;
  private final Submissions submissions;
  private final Screenings screenings;
  private final Applicants applicants;
  private final Labels labels;

  PersonaController(
      CurrentAccount account,
      JobDescriptions jobDescriptions,
      Submissions submissions,
      Screenings screenings,
      Applicants applicants,
      Labels labels) {
    this.account = account;
    this.jobDescriptions = jobDescriptions;
    this.submissions = submissions;
    this.screenings = screenings;
    this.applicants = applicants;
    this.labels = labels;
  }

  @PostMapping("/api/v1/candidate/upload-batch")
  Queued upload(HttpServletRequest request) throws IOException {
    try (var form = Form.of(request)) {
      var persona = form.get(PERSONA);
      var cvs = form.cvs("files");
      if (jobDescriptions.find(account.id(), persona).isEmpty()) {
        throw Refusal.notFound("Persona not found");
      }
      var noted = Map.of(Client.LABEL, "persona", PERSONA, persona);
      var submission = new Submission(null, null, new Asked.Saved(persona), cvs, noted);
      var submitted = submissions.submit(account.id(), submission);
      var progress = screenings.progress(account.id(), submitted.screening().id());
      return new Queued(
          submitted.screening().id().value(),
          "queued",
          "%d CVs queued for scoring".formatted(progress.total()));
    }
  }

  @GetMapping("/api/v1/jobs/{key}/status")
  Job status(@PathVariable String key) {
    return screenings
        .find(account.id(), key)
        .map(this::job)
        .orElseThrow(() -> Refusal.notFound("Job not found"));
  }

  @GetMapping("/api/v1/jobs/my-jobs")
  List<Job> mine(@RequestParam(defaultValue = "20") int limit) {
    if (limit < 1 || limit > MOST) {
      throw new InvalidField("query", "limit", "out_of_range", "Input should be from 1 to " + MOST);
    }
    return labels.find(account.id(), OURS, limit).stream()
        .flatMap(id -> screenings.find(account.id(), id).stream())
        .map(this::job)
        .toList();
  }

  private Job job(Screening screening) {
    var id = account.id();
    var progress = screenings.progress(id, screening.id());
    boolean completed = progress.state() == Screening.State.COMPLETED;
    var noted = labels.of(id, screening.id());
    return Job.of(
        screening,
        persona(screening, noted),
        "persona".equals(noted.get(Client.LABEL)) ? "cv_batch" : "cv_scoring",
        progress,
        screenings.lastChange(id, screening.id()),
        applicants.candidates(id, screening.id()),
        completed ? applicants.of(id, screening.id()) : List.of());
  }

  /// What the client called it, else the id of the job description.
  private static String persona(Screening screening, Map<String, String> noted) {
    var asked = screening.jobDescription();
    return noted.getOrDefault(PERSONA, asked == null ? "" : asked.toString());
  }
}
