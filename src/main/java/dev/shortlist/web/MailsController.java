package dev.shortlist.web;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.CurrentUser;
import dev.shortlist.accounts.Permission;
import dev.shortlist.mail.CandidateMails;
import dev.shortlist.mail.Letterheads;
import dev.shortlist.mail.MailKind;
import dev.shortlist.mail.MailTemplate;
import dev.shortlist.mail.MailTemplates;
import dev.shortlist.mail.OutboxLine;
import dev.shortlist.mail.TemplateRefused;
import dev.shortlist.notify.Emails;
import dev.shortlist.screening.Application;
import dev.shortlist.screening.ApplicationId;
import dev.shortlist.screening.Applications;
import dev.shortlist.screening.Screening;
import dev.shortlist.screening.Screenings;
import dev.shortlist.screening.Verdict;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Writing to candidates of a screening, and what became of it.
@Controller
class MailsController {
  /// Among how many applications those with the fitting decision are looked for.
  private static final int LOOKED_AT = 5000;

  private static final int LINES = 100;

  private final Pages pages;
  private final CurrentUser current;
  private final Screenings screenings;
  private final Applications applications;
  private final CandidateMails mails;
  private final MailTemplates templates;
  private final Letterheads letterheads;
  private final Emails emails;
  private final Clock clock;

  MailsController(
      Pages pages,
      CurrentUser current,
      Screenings screenings,
      Applications applications,
      CandidateMails mails,
      MailTemplates templates,
      Letterheads letterheads,
      Emails emails,
      Clock clock) {
    this.pages = pages;
    this.current = current;
    this.screenings = screenings;
    this.applications = applications;
    this.mails = mails;
    this.templates = templates;
    this.letterheads = letterheads;
    this.emails = emails;
    this.clock = clock;
  }

  /// @param application to whom; all with the fitting decision when it is absent
  @GetMapping("/screenings/{number}/mails")
  View compose(
      @PathVariable String number,
      @RequestParam(defaultValue = "INVITE") MailKind kind,
      @RequestParam(defaultValue = "") String language,
      @RequestParam(required = false) @Nullable List<UUID> application) {
    var screening = screening(number);
    var all = candidates(screening);
    var to = application == null ? fitting(all, byHand(kind)) : chosen(all, application);
    var named = application == null ? List.<ApplicationId>of() : to;
    return compose(screening, template(kind, language), to, Set.copyOf(to), named, "");
  }

  /// @param listed who stands in the list
  /// @param application who is ticked in it
  /// @param send whether the mails are to be sent; else they are only shown
  @PostMapping("/screenings/{number}/mails")
  View write(
      HttpServletResponse response,
      @PathVariable String number,
      @RequestParam(defaultValue = "INVITE") MailKind kind,
      @RequestParam(defaultValue = "") String language,
      @RequestParam(defaultValue = "") String subject,
      @RequestParam(defaultValue = "") String body,
      @RequestParam(defaultValue = "") List<UUID> listed,
      @RequestParam(defaultValue = "") List<UUID> application,
      @RequestParam(defaultValue = "false") boolean send) {
    var screening = screening(number);
    var all = candidates(screening);
    var list = chosen(all, listed);
    var to = chosen(all, application);
    var kept = template(kind, language);
    try {
      var template = kept.saying(subject, body);
      if (send && emails.isSetUp() && !to.isEmpty()) {
        return sent(to, template);
      }
      String trouble = send && to.isEmpty() ? Texts.say("mail.nobody") : "";
      return compose(screening, template, list, Set.copyOf(to), list, trouble);
    } catch (TemplateRefused refused) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return compose(screening, kept, list, Set.copyOf(to), list, Texts.core(refused.getMessage()));
    }
  }

  /// @param show which of them
  /// @param before the last of the page before
  @GetMapping("/mails")
  View outbox(
      @RequestParam(defaultValue = "WAITING") OutboxPage.Part show,
      @RequestParam(required = false) @Nullable UUID before,
      @RequestParam(defaultValue = "-1") int sent,
      @RequestParam(defaultValue = "0") int not) {
    var lines = mails.outbox(account(), show.states(), before, LINES);
    var about =
        lines.stream()
            .map(OutboxLine::screening)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    var numbers =
        screenings.find(account(), about).values().stream()
            .collect(Collectors.toMap(Screening::id, Screening::number));
    return pages.show(
        "mails",
        new OutboxPage(
            show,
            lines,
            numbers,
            lines.size() == LINES,
            emails.isSetUp(),
            current.principal().may(Permission.SCREEN),
            clock.instant(),
            sent,
            not));
  }

  @PostMapping("/mails/{id}/withdraw")
  View withdraw(@PathVariable UUID id) {
    return moved(id, OutboxPage.Part.WAITING, mails.withdraw(account(), id));
  }

  @PostMapping("/mails/{id}/again")
  View again(@PathVariable UUID id) {
    return moved(id, OutboxPage.Part.FAILED, mails.again(account(), id));
  }

  private View moved(UUID id, OutboxPage.Part show, boolean done) {
    if (!done && mails.find(account(), id).isEmpty()) {
      throw Trouble.notFound("mail", id.toString());
    }
    return to("/mails?show=" + show);
  }

  private View sent(List<ApplicationId> to, MailTemplate template) {
    var sent = mails.send(current.principal(), to, template);
    long queued = sent.stream().filter(one -> one.email() != null).count();
    return to("/mails?sent=%d&not=%d".formatted(queued, sent.size() - queued));
  }

  private View compose(
      Screening screening,
      MailTemplate template,
      List<ApplicationId> to,
      Set<ApplicationId> chosen,
      List<ApplicationId> named,
      String trouble) {
    return pages.show(
        "compose",
        new ComposePage(
            screening,
            template,
            mails.preview(current.principal(), to, template),
            chosen,
            named,
            emails.isSetUp(),
            letterheads.get(account()).isComplete(),
            current.principal().may(Permission.SCREEN),
            emails.undo(),
            trouble));
  }

  private List<Application> candidates(Screening screening) {
    return applications.list(account(), screening.id(), null, LOOKED_AT);
  }

  private static List<ApplicationId> fitting(List<Application> all, MailKind kind) {
    return all.stream()
        .filter(one -> fits(kind, one.verdict()))
        .map(Application::id)
        .limit(CandidateMails.MOST)
        .toList();
  }

  private static boolean fits(MailKind kind, @Nullable Verdict verdict) {
    return switch (kind) {
      case INVITE -> verdict == Verdict.SHORTLISTED;
      case HOLD -> verdict == Verdict.ON_HOLD;
      case DECLINE -> verdict == Verdict.REJECTED;
      case ASK, RECEIVED -> verdict != Verdict.REJECTED;
    };
  }

  /// Those of `ids` that are in the screening.
  private static List<ApplicationId> chosen(List<Application> all, List<UUID> ids) {
    var wanted = new HashSet<>(ids);
    return all.stream()
        .map(Application::id)
        .filter(id -> wanted.contains(id.value()))
        .limit(CandidateMails.MOST)
        .toList();
  }

  private MailTemplate template(MailKind kind, String language) {
    return templates.get(
        account(),
        byHand(kind),
        MailTemplates.LANGUAGES.contains(language) ? language : Texts.language());
  }

  private static MailKind byHand(MailKind kind) {
    return MailKind.BY_HAND.contains(kind) ? kind : MailKind.INVITE;
  }

  private Screening screening(String number) {
    return screenings
        .find(account(), number)
        .orElseThrow(() -> Trouble.notFound("screening", number));
  }

  private AccountId account() {
    return current.principal().account();
  }

  private static View to(String path) {
    var view = new RedirectView(path);
    view.setStatusCode(HttpStatus.SEE_OTHER);
    return view;
  }
}
