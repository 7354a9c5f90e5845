package dev.shortlist.web;

import dev.shortlist.accounts.CurrentAccount;
import dev.shortlist.opening.OpeningRefused;
import dev.shortlist.opening.Openings;
import dev.shortlist.screening.JobDescriptions;
import dev.shortlist.screening.StoredJobDescription;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Opens and closes the page on which people apply to a job description.
@Controller
@RequestMapping("/job-descriptions/{number}/opening")
class OpeningController {
  private final CurrentAccount account;
  private final JobDescriptions jobDescriptions;
  private final Openings openings;

  OpeningController(CurrentAccount account, JobDescriptions jobDescriptions, Openings openings) {
    this.account = account;
    this.jobDescriptions = jobDescriptions;
    this.openings = openings;
  }

  /// @param lastDay as `2026-03-31`, empty for no end
  @PostMapping
  ResponseEntity<Void> open(
      @PathVariable String number,
      @RequestParam(defaultValue = "") String title,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(defaultValue = "") String lastDay) {
    var job = job(number);
    try {
      openings.open(job, account.id(), title, text, day(lastDay));
      return back(job, "");
    } catch (OpeningRefused refused) {
      return back(job, "?opening=" + refused.why());
    } catch (DateTimeParseException noDay) {
      return back(job, "?opening=PAST");
    }
  }

  @PostMapping("/close")
  ResponseEntity<Void> close(@PathVariable String number) {
    var job = job(number);
    openings.close(account.id(), job.number());
    return back(job, "");
  }

  private static @Nullable LocalDate day(String text) {
    return text.isBlank() ? null : LocalDate.parse(text.strip());
  }

  private static ResponseEntity<Void> back(StoredJobDescription job, String query) {
    return Back.to("/job-descriptions/" + job.number() + query + "#opening");
  }

  private StoredJobDescription job(String number) {
    return jobDescriptions
        .find(account.id(), number)
        .orElseThrow(() -> Trouble.notFound("job description", number));
  }
}
