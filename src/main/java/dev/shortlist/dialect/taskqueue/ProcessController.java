package dev.shortlist.dialect.taskqueue;

import dev.shortlist.accounts.CurrentAccount;
import dev.shortlist.accounts.InsufficientCredits;
import dev.shortlist.accounts.RateLimit;
import dev.shortlist.applicants.Applicant;
import dev.shortlist.applicants.Applicants;
import dev.shortlist.dialect.Client;
import dev.shortlist.dialect.Dialect;
import dev.shortlist.dialect.Form;
import dev.shortlist.dialect.Refusal;
import dev.shortlist.dialect.Texts;
import dev.shortlist.dialect.UserIds;
import dev.shortlist.intake.Submission;
import dev.shortlist.intake.Submission.Asked;
import dev.shortlist.intake.Submissions;
import dev.shortlist.screening.Application;
import dev.shortlist.screening.ApplicationId;
import dev.shortlist.screening.Applications;
import dev.shortlist.screening.Labels;
import dev.shortlist.screening.Progress;
import dev.shortlist.screening.Screening;
import dev.shortlist.screening.Screenings;
import dev.shortlist.screening.Stage;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

@Dialect(name = "taskqueue")
class ProcessController {
  private static final String USER = "user_id";
  private static final String FILE = "job_description_file";
  private static final int LOOKED_AT = 1000;

  private final CurrentAccount account;
  private final UserIds users;
  private final Submissions submissions;
  private final Screenings screenings;
  private final Applications applications;
  private final Applicants applicants;
  private final Labels labels;

  ProcessController(
      CurrentAccount account,
      UserIds users,
      Submissions submissions,
      Screenings screenings,
      Applications applications,
      Applicants applicants,
      Labels labels) {
    this.account = account;
    this.users = users;
    this.submissions = submissions;
    this.screenings = screenings;
    this.applications = applications;
    this.applicants = applicants;
    this.labels = labels;
  }

  @PostMapping("/process")
  @RateLimit(permits = 10)
  Started process(HttpServletRequest request) throws IOException {
    try (var form = Form.of(request)) {
      var cvs = form.cvs("resumes", FILE);
      var noted = new HashMap<String, String>();
      noted.put(Client.LABEL, "taskqueue");
      form.find(USER).map(users::checked).ifPresent(user -> noted.put(USER, user));
      var submission = new Submission(null, null, asked(form), cvs, noted);
      var screening = submissions.submitAsIs(account.id(), submission).screening();
      return new Started("Resume processing started", screening.id().value(), "processing");
    } catch (InsufficientCredits e) {
      throw new Refusal(
          HttpStatus.PAYMENT_REQUIRED,
          "Insufficient tokens. You need %d tokens but only have %d."
              .formatted(e.needed(), e.available()));
    }
  }

  @GetMapping("/process/status/{key}")
  Task status(@PathVariable String key) {
    return screenings.find(account.id(), key).map(this::task).orElseGet(Task.Pending::new);
  }

  private static Asked asked(Form form) {
    var text = form.find("job_description");
    if (text.isPresent()) {
      return new Asked.Text(text.get());
    }
    return form.file(FILE)
        .map(file -> (Asked) new Asked.File(file))
        .orElseThrow(() -> Refusal.badRequest("No job description provided"));
  }

  private Task task(Screening screening) {
    var progress = screenings.progress(account.id(), screening.id());
    return switch (progress.state()) {
      case CREATED -> new Task.Pending();
      case RUNNING, PAUSED ->
          progress.count(Stage.QUEUED) == progress.total()
              ? new Task.Pending()
              : inProgress(screening, progress);
      case COMPLETED -> new Task.Success(result(screening));
      case CANCELLED -> new Task.Failure("The task was cancelled.");
    };
  }

  private Task inProgress(Screening screening, Progress progress) {
    var next =
        applications.list(account.id(), screening.id(), null, LOOKED_AT).stream()
            .filter(application -> !application.stage().isFinal())
            .min(Comparator.comparing(application -> application.stage() == Stage.QUEUED));
    return new Task.InProgress(
        progress.finished(), progress.total(), next.map(Texts::fileName).orElse(""));
  }

  private Result result(Screening screening) {
    var id = account.id();
    var all = applicants.of(id, screening.id());
    var texts = applicants.texts(id, screening.id());
    var places = places(all);
    var items = new ArrayList<Item>();
    for (var one : all) {
      var application = one.application();
      items.add(
          Item.of(
              places.indexOf(application.id()),
              one,
              address(application),
              texts.getOrDefault(application.id(), "")));
    }
    return Result.of(
        items,
        Objects.requireNonNullElse(screening.finishedAt(), screening.createdAt()),
        labels.of(id, screening.id()).getOrDefault(USER, users.own()));
  }

  /// The applications in the order received.
  private static List<ApplicationId> places(List<Applicant> all) {
    return all.stream()
        .map(one -> one.application().id())
        .sorted(Comparator.comparing(ApplicationId::toString))
        .toList();
  }

  private static String address(Application application) {
    return ServletUriComponentsBuilder.fromCurrentContextPath()
        .path("/api/v1/applications/{id}")
        .buildAndExpand(application.id())
        .toUriString();
  }

  @JsonNaming(SnakeCaseStrategy.class)
  record Started(String message, UUID taskId, String status) {}
}
