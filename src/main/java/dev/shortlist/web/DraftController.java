package dev.shortlist.web;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.CurrentAccount;
import dev.shortlist.intake.Intake;
import dev.shortlist.intake.Submission;
import dev.shortlist.intake.Submissions;
import dev.shortlist.intake.TooLong;
import dev.shortlist.intake.Upload;
import dev.shortlist.screening.JobDescriptions;
import dev.shortlist.screening.LifeCycle;
import dev.shortlist.screening.NotAllowedNow;
import dev.shortlist.screening.Screening;
import dev.shortlist.screening.ScreeningClosed;
import dev.shortlist.screening.Screenings;
import dev.shortlist.tasks.QueueFull;
import dev.shortlist.web.StartPage.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.FileSystemUtils;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/// A screening that is being put together: its CVs are uploaded and read while a person is still at
/// the job description.
@RestController
@RequestMapping("/start")
class DraftController {
  private final CurrentAccount account;
  private final Submissions submissions;
  private final Screenings screenings;
  private final Intake intake;
  private final LifeCycle lifeCycle;
  private final JobDescriptions jobDescriptions;

  DraftController(
      CurrentAccount account,
      Submissions submissions,
      Screenings screenings,
      Intake intake,
      LifeCycle lifeCycle,
      JobDescriptions jobDescriptions) {
    this.account = account;
    this.submissions = submissions;
    this.screenings = screenings;
    this.intake = intake;
    this.lifeCycle = lifeCycle;
    this.jobDescriptions = jobDescriptions;
  }

  /// Makes room for CVs.
  ///
  /// @param files that are about to come, at least one: nobody begins with nothing
  @PostMapping
  Begun begin(@RequestParam int files) {
    if (files < 1) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
    var nothingYet =
        new Submission(
            Texts.say("start.untitled"), null, new Submission.Asked.Nothing(), List.of(), Map.of());
    return Begun.of(submissions.submit(account.id(), nothingYet).screening());
  }

  /// Takes files in, and says of each what became of it.
  @PostMapping(path = "/{number}/files", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  List<Outcome> add(@PathVariable String number, @RequestPart List<MultipartFile> files)
      throws IOException {
    var screening = get(number);
    Path folder = Files.createTempDirectory("shortlist-upload");
    try {
      var uploads = new ArrayList<Upload>();
      for (var part : files) {
        Path file = folder.resolve(Integer.toString(uploads.size()));
        part.transferTo(file.toFile());
        String name = part.getOriginalFilename();
        uploads.add(new Upload(name == null || name.isBlank() ? "unnamed" : name, file));
      }
      return intake.add(account.id(), screening.id(), uploads).files().stream()
          .map(Outcome::of)
          .toList();
    } finally {
      FileSystemUtils.deleteRecursively(folder);
    }
  }

  /// What became of every file so far.
  @GetMapping("/{number}/files")
  List<Outcome> files(@PathVariable String number) {
    return intake.received(account.id(), get(number).id()).stream().map(Outcome::of).toList();
  }

  /// Says what is asked: from now on all that was read is ranked.
  @PostMapping("/{number}/screen")
  Begun screen(
      @PathVariable String number,
      @RequestParam(defaultValue = "") String jobDescription,
      @RequestParam(defaultValue = "") String title) {
    AccountId id = account.id();
    TooLong.unless("title", title.strip(), TooLong.LINE);
    var screening = get(number);
    var asked =
        jobDescriptions
            .find(id, jobDescription)
            .orElseThrow(() -> Trouble.notFound("job description", jobDescription));
    screenings.rename(
        id, screening.id(), title.isBlank() ? asked.content().title() : title.strip());
    lifeCycle.rematch(id, screening.id(), asked.id());
    return Begun.of(screening);
  }

  /// Ends it: what was uploaded is not wanted.
  @PostMapping("/{number}/discard")
  Begun discard(@PathVariable String number) {
    var screening = get(number);
    if (screening.jobDescription() == null
        && (screening.state() == Screening.State.RUNNING
            || screening.state() == Screening.State.CREATED)) {
      try {
        lifeCycle.cancel(account.id(), screening.id());
      } catch (NotAllowedNow over) {
        return Begun.of(screening); // its last CV was read this very moment
      }
    }
    return Begun.of(screening);
  }

  @ExceptionHandler({QueueFull.class, ScreeningClosed.class, NotAllowedNow.class})
  ResponseEntity<Refused> refused(RuntimeException refused) {
    return ResponseEntity.status(
            refused instanceof QueueFull ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.CONFLICT)
        .body(new Refused(Texts.core(String.valueOf(refused.getMessage()))));
  }

  private Screening get(String number) {
    return screenings
        .find(account.id(), number)
        .orElseThrow(() -> Trouble.notFound("screening", number));
  }

  /// @param id by which the API knows it
  record Begun(String id, int number) {
    static Begun of(Screening screening) {
      return new Begun(screening.id().toString(), screening.number());
    }
  }

  record Refused(String detail) {}
}
