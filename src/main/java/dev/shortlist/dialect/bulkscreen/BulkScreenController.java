package dev.shortlist.dialect.bulkscreen;

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
import dev.shortlist.jobdescription.Stated;
import dev.shortlist.screening.JobDescriptions;
import dev.shortlist.screening.Labels;
import dev.shortlist.screening.Progress;
import dev.shortlist.screening.Screening;
import dev.shortlist.screening.Screenings;
import dev.shortlist.screening.StoredJobDescription;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

@Dialect(name = "bulkscreen")
class BulkScreenController {
  private final CurrentAccount account;
  private final Submissions submissions;
  private final Screenings screenings;
  private final Applicants applicants;
  private final JobDescriptions jobDescriptions;
  private final Labels labels;

  BulkScreenController(
      CurrentAccount account,
      Submissions submissions,
      Screenings screenings,
      Applicants applicants,
      JobDescriptions jobDescriptions,
      Labels labels) {
    this.account = account;
    this.submissions = submissions;
    this.screenings = screenings;
    this.applicants = applicants;
    this.jobDescriptions = jobDescriptions;
    this.labels = labels;
  }

  @PostMapping("/api/bulk-screen")
  Started screen(HttpServletRequest request) throws IOException {
    try (var form = Form.of(request)) {
      var zips = form.cvs("resumes_zip");
      var criteria = criteria(form);
      for (var zip : zips) {
        Zips.require(zip);
      }
      var stated = new Stated(years(criteria.minExperience()), criteria.requiredSkills());
      var asked = new Asked.Written(criteria.jobTitle(), criteria.jobRequirements(), stated);
      var noted = new HashMap<>(criteria.labels());
      noted.put(Client.LABEL, "bulkscreen");
      var submitted =
          submissions.submit(account.id(), new Submission(null, null, asked, zips, noted));
      var progress = screenings.progress(account.id(), submitted.screening().id());
      return new Started(
          submitted.screening().id().value(),
          progress.total() + progress.duplicates(),
          "Processing started. Use the job_id to check progress.",
          criteria.minExperience(),
          criteria.requiredSkills(),
          criteria.jobRequirements());
    }
  }

  @GetMapping("/api/job/{key}")
  Status status(@PathVariable String key) {
    var screening =
        screenings.find(account.id(), key).orElseThrow(() -> Refusal.notFound("Job not found"));
    var progress = screenings.progress(account.id(), screening.id());
    return Status.of(
        screening,
        progress,
        screenings.lastChange(account.id(), screening.id()),
        progress.state() == Screening.State.COMPLETED ? results(screening, progress) : null);
  }

  private Results results(Screening screening, Progress progress) {
    var id = account.id();
    return Results.of(
        progress,
        applicants.of(id, screening.id()),
        Criteria.of(labels.of(id, screening.id()), requirements(screening)));
  }

  private String requirements(Screening screening) {
    var asked = screening.jobDescription();
    return asked == null
        ? ""
        : jobDescriptions
            .find(account.id(), asked)
            .map(StoredJobDescription::content)
            .map(content -> content.text().text())
            .orElse("");
  }

  private static Criteria criteria(Form form) {
    return new Criteria(
        form.find("job_title").orElse(null),
        form.find("min_experience").map(BulkScreenController::number).orElse(null),
        Criteria.skills(form.find("required_skills").orElse("")),
        form.get("job_description"));
  }

  private static Double number(String value) {
    try {
      double number = Double.parseDouble(value);
      if (number >= 0 && number <= 60) {
        return number;
      }
    } catch (NumberFormatException _) {
      // answered below
    }
    throw new InvalidField(
        "body",
        "min_experience",
        "float_parsing",
        "Input should be a number of years from 0 to 60");
  }

  private static int years(@Nullable Double years) {
    return years == null ? 0 : Math.toIntExact(Math.round(years));
  }
}
