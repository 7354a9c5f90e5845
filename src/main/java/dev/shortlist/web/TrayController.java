package dev.shortlist.web;

import dev.shortlist.accounts.CurrentUser;
import dev.shortlist.blind.Blind;
import dev.shortlist.screening.Application;
import dev.shortlist.screening.ApplicationDetail;
import dev.shortlist.screening.ApplicationId;
import dev.shortlist.screening.Applications;
import dev.shortlist.screening.LifeCycle;
import dev.shortlist.screening.NotAllowedNow;
import dev.shortlist.screening.Originals;
import dev.shortlist.screening.ReviewTray;
import dev.shortlist.screening.Screening;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// What a person does about a CV that could not be read: look at the file, try it again, leave it.
@Controller
@RequestMapping("/screenings/{number}/tray/{application}")
class TrayController {
  private final CurrentUser user;
  private final LiveParts parts;
  private final LiveAnswers answers;
  private final Applications applications;
  private final ReviewTray tray;
  private final LifeCycle lifeCycle;
  private final Originals originals;
  private final Blind blind;

  TrayController(
      CurrentUser user,
      LiveParts parts,
      LiveAnswers answers,
      Applications applications,
      ReviewTray tray,
      LifeCycle lifeCycle,
      Originals originals,
      Blind blind) {
    this.user = user;
    this.parts = parts;
    this.answers = answers;
    this.applications = applications;
    this.tray = tray;
    this.lifeCycle = lifeCycle;
    this.originals = originals;
    this.blind = blind;
  }

  @PostMapping("/retry")
  View retry(
      @PathVariable String number,
      @PathVariable UUID application,
      HttpServletRequest request,
      HttpServletResponse response) {
    var screening = parts.get(number);
    return answers.after(retried(get(screening, application)), screening, request, response);
  }

  private LiveAnswers.Word retried(Application application) {
    try {
      lifeCycle.retry(user.principal().account(), application.id());
      return LiveAnswers.Word.done(Texts.say("screening.done.retry", 1));
    } catch (NotAllowedNow e) {
      return LiveAnswers.Word.refused(Texts.say("screening.tray.not-again"));
    }
  }

  /// @param seen whether it was looked at, false to take that back
  @PostMapping("/looked")
  View look(
      @PathVariable String number,
      @PathVariable UUID application,
      @RequestParam boolean seen,
      HttpServletRequest request,
      HttpServletResponse response) {
    var screening = parts.get(number);
    var by = user.principal();
    tray.look(by.account(), get(screening, application).id(), seen ? by.actor() : null);
    return answers.after(
        LiveAnswers.Word.done(
            seen ? Texts.say("screening.done.looked") : Texts.say("screening.done.not-looked")),
        screening,
        request,
        response);
  }

  /// The file as it was uploaded, to be saved: a browser never shows it as a page of ours.
  @GetMapping("/file")
  ResponseEntity<InputStreamResource> file(
      @PathVariable String number, @PathVariable UUID application) throws IOException {
    var screening = parts.get(number);
    var account = user.principal().account();
    var found = get(screening, application);
    String path = blind.sight(account, screening.id()).seen(found.id(), found.file());
    try {
      return ResponseEntity.ok()
          .contentType(MediaType.APPLICATION_OCTET_STREAM)
          .header(
              HttpHeaders.CONTENT_DISPOSITION,
              ContentDisposition.attachment()
                  .filename(path.substring(path.lastIndexOf('/') + 1), StandardCharsets.UTF_8)
                  .build()
                  .toString())
          .header(HttpHeaders.CACHE_CONTROL, "no-store")
          .body(new InputStreamResource(originals.open(account, found)));
    } catch (NoSuchElementException e) {
      throw Trouble.notFound("file", application.toString());
    }
  }

  private Application get(Screening screening, UUID application) {
    return applications
        .find(user.principal().account(), new ApplicationId(application))
        .map(ApplicationDetail::application)
        .filter(found -> found.screening().equals(screening.id()))
        .orElseThrow(() -> Trouble.notFound("candidate", application.toString()));
  }
}
