package dev.shortlist.web;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.CurrentAccount;
import dev.shortlist.intake.Intake;
import dev.shortlist.intake.Submission;
import dev.shortlist.intake.Submission.Asked;
import dev.shortlist.intake.Submissions;
import dev.shortlist.intake.Upload;
import dev.shortlist.screening.Extents;
import dev.shortlist.screening.JobDescriptions;
import dev.shortlist.screening.Screening;
import dev.shortlist.screening.Screening.State;
import dev.shortlist.screening.Screenings;
import jakarta.servlet.MultipartConfigElement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.FileSystemUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Where a screening begins.
@Controller
class StartController {
  private static final int RECENT = 8;

  private final Pages pages;
  private final CurrentAccount account;
  private final Screenings screenings;
  private final Extents extents;
  private final JobDescriptions jobDescriptions;
  private final Submissions submissions;
  private final Intake intake;
  private final Samples samples;
  private final MultipartConfigElement uploads;

  StartController(
      Pages pages,
      CurrentAccount account,
      Screenings screenings,
      Extents extents,
      JobDescriptions jobDescriptions,
      Submissions submissions,
      Intake intake,
      Samples samples,
      MultipartConfigElement uploads) {
    this.pages = pages;
    this.account = account;
    this.screenings = screenings;
    this.extents = extents;
    this.jobDescriptions = jobDescriptions;
    this.submissions = submissions;
    this.intake = intake;
    this.samples = samples;
    this.uploads = uploads;
  }

  /// @param draft number of a screening whose CVs were uploaded before the page was loaded anew
  /// @param job number of the job description to begin with
  @GetMapping("/")
  View start(
      @RequestParam(defaultValue = "") String draft, @RequestParam(defaultValue = "") String job) {
    AccountId id = account.id();
    var newest = screenings.list(id, RECENT + 1);
    var recent = recent(id, newest.stream().limit(RECENT).toList());
    var chosen = job.isEmpty() ? null : jobDescriptions.find(id, job).orElse(null);
    return pages.show(
        "start",
        new StartPage(
            jobDescriptions.list(id).stream()
                .filter(one -> one.isOpen() || one.equals(chosen))
                .toList(),
            chosen == null ? "" : chosen.id().toString(),
            draft(id, draft),
            recent,
            newest.size() > RECENT,
            samples,
            uploads.getMaxRequestSize()));
  }

  /// A page of all screenings, newest first.
  ///
  /// @param deleted number of one that was deleted a moment ago, 0 when none was
  @GetMapping("/screenings")
  View all(
      @RequestParam(defaultValue = "1") int page, @RequestParam(defaultValue = "0") int deleted) {
    AccountId id = account.id();
    int from = (Math.clamp(page, 1, 10_000) - 1) * AllScreenings.PLACES;
    var newest = screenings.list(id, from + AllScreenings.PLACES + 1);
    var shown = recent(id, newest.stream().skip(from).limit(AllScreenings.PLACES).toList());
    return pages.show(
        "screenings",
        new AllScreenings(
            shown,
            Math.max(1, page),
            newest.size() > from + AllScreenings.PLACES,
            deleted(id, deleted)));
  }

  private Said deleted(AccountId id, int number) {
    return number < 1 || screenings.find(id, Integer.toString(number)).isPresent()
        ? Said.NOTHING
        : new Said(Texts.say("screening.deleted", Integer.toString(number)), "", "");
  }

  private List<StartPage.Recent> recent(AccountId id, List<Screening> shown) {
    var all = extents.of(id, shown);
    return shown.stream()
        .map(one -> new StartPage.Recent(one, Objects.requireNonNull(all.get(one.id()))))
        .toList();
  }

  private StartPage.@Nullable Draft draft(AccountId id, String number) {
    return number.isEmpty()
        ? null
        : screenings
            .find(id, number)
            .filter(one -> one.jobDescription() == null && one.state() != State.CANCELLED)
            .map(one ->
                new StartPage.Draft(
                    one,
                    intake.received(id, one.id()).stream().map(StartPage.Outcome::of).toList()))
            .orElse(null);
  }

  /// Screens the samples; their job description is kept once, however often they are tried.
  @PostMapping("/sample")
  View sample(@RequestParam String job) throws IOException {
    var sample = samples.job(job).orElseThrow(() -> Trouble.notFound("sample", job));
    Path folder = Files.createTempDirectory("shortlist-sample");
    try {
      var screening = screen(sample, folder);
      return new RedirectView("/screenings/" + screening.number(), true);
    } finally {
      FileSystemUtils.deleteRecursively(folder);
    }
  }

  private Screening screen(Samples.Job sample, Path folder) throws IOException {
    var uploads = new ArrayList<Upload>();
    for (var cv : samples.cvs()) {
      Path file = folder.resolve(Integer.toString(uploads.size()));
      try (var bytes = samples.open(cv)) {
        Files.copy(bytes, file);
      }
      uploads.add(new Upload(cv.substring(cv.indexOf('/') + 1), file));
    }
    var submission = new Submission(sample.title() + " (sample)", null, asked(sample), uploads);
    return submissions.submit(account.id(), submission).screening();
  }

  private Asked asked(Samples.Job sample) {
    String reference = "sample " + sample.title();
    if (jobDescriptions.find(account.id(), reference).isEmpty()) {
      submissions.keep(account.id(), null, sample.text(), reference);
    }
    return new Asked.Saved(reference);
  }
}
