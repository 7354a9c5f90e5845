package dev.shortlist.web;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.CurrentAccount;
import dev.shortlist.screening.LifeCycle;
import dev.shortlist.screening.NotAllowedNow;
import dev.shortlist.screening.Priority;
import dev.shortlist.screening.Screening;
import dev.shortlist.screening.ScreeningId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The course of a screening: pause, resume, cancel, priority, and another try.
@Controller
@RequestMapping("/screenings/{number}")
class CourseController {
  private final CurrentAccount account;
  private final LiveParts parts;
  private final LiveAnswers answers;
  private final LifeCycle lifeCycle;

  CourseController(
      CurrentAccount account, LiveParts parts, LiveAnswers answers, LifeCycle lifeCycle) {
    this.account = account;
    this.parts = parts;
    this.answers = answers;
    this.lifeCycle = lifeCycle;
  }

  @PostMapping("/pause")
  View pause(
      @PathVariable String number, HttpServletRequest request, HttpServletResponse response) {
    return change(number, request, response, this::pause);
  }

  @PostMapping("/resume")
  View resume(
      @PathVariable String number, HttpServletRequest request, HttpServletResponse response) {
    return change(number, request, response, this::resume);
  }

  @PostMapping("/cancel")
  View cancel(
      @PathVariable String number, HttpServletRequest request, HttpServletResponse response) {
    return change(number, request, response, this::cancel);
  }

  @PostMapping("/priority")
  View prioritise(
      @PathVariable String number,
      @RequestParam Priority to,
      HttpServletRequest request,
      HttpServletResponse response) {
    return change(
        number,
        request,
        response,
        (id, screening) -> {
          lifeCycle.prioritise(id, screening, to);
          return Texts.say("screening.done.priority", Words.named("priority", to));
        });
  }

  @PostMapping("/retry")
  View retry(
      @PathVariable String number, HttpServletRequest request, HttpServletResponse response) {
    return change(number, request, response, this::retry);
  }

  private String pause(AccountId id, ScreeningId screening) {
    lifeCycle.pause(id, screening);
    return Texts.say("screening.done.pause");
  }

  private String resume(AccountId id, ScreeningId screening) {
    lifeCycle.resume(id, screening);
    return Texts.say("screening.done.resume");
  }

  private String cancel(AccountId id, ScreeningId screening) {
    lifeCycle.cancel(id, screening);
    return Texts.say("screening.done.cancel");
  }

  private String retry(AccountId id, ScreeningId screening) {
    return Texts.say("screening.done.retry", lifeCycle.retryFailed(id, screening));
  }

  private View change(
      String number, HttpServletRequest request, HttpServletResponse response, Change change) {
    var screening = parts.get(number);
    return answers.after(word(screening, change), screening, request, response);
  }

  /// Another may have been quicker: then the page shows how it stands, and says so.
  private LiveAnswers.Word word(Screening screening, Change change) {
    try {
      return LiveAnswers.Word.done(change.of(account.id(), screening.id()));
    } catch (NotAllowedNow e) {
      return LiveAnswers.Word.refused(
          Texts.say("screening.not-now", Words.named("state", e.state())));
    }
  }

  /// What is done, and what is said about it.
  private interface Change {
    String of(AccountId account, ScreeningId screening);
  }
}
