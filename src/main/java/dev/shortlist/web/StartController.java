package dev.shortlist.web;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.CurrentAccount;
import dev.shortlist.intake.Submission;
import dev.shortlist.intake.Submission.Asked;
import dev.shortlist.intake.Submissions;
import dev.shortlist.intake.Upload;
import dev.shortlist.screening.JobDescriptions;
import dev.shortlist.screening.Screening;
import dev.shortlist.screening.Screenings;
import jakarta.servlet.MultipartConfigElement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
  private static final int RECENT = 20;

  private final Pages pages;
  private final CurrentAccount account;
  private final Screenings screenings;
  private final JobDescriptions jobDescriptions;
  private final Submissions submissions;
  private final Samples samples;
  private final MultipartConfigElement uploads;

  StartController(
      Pages pages,
      CurrentAccount account,
      Screenings screenings,
      JobDescriptions jobDescriptions,
      Submissions submissions,
      Samples samples,
      MultipartConfigElement uploads) {
    this.pages = pages;
    this.account = account;
    this.screenings = screenings;
    this.jobDescriptions = jobDescriptions;
    this.submissions = submissions;
    this.samples = samples;
    this.uploads = uploads;
  }

  @GetMapping("/")
  View start() {
    AccountId id = account.id();
    var recent =
        screenings.list(id, RECENT).stream()
            .map(one -> new StartPage.Recent(one, screenings.progress(id, one.id())))
            .toList();
    return pages.show(
        "start",
        new StartPage(jobDescriptions.list(id), recent, samples, uploads.getMaxRequestSize()));
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
