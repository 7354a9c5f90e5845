package dev.shortlist.web;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.CurrentUser;
import dev.shortlist.mail.Letterheads;
import dev.shortlist.mail.MailKind;
import dev.shortlist.mail.MailTemplates;
import dev.shortlist.mail.TemplateRefused;
import dev.shortlist.notify.Emails;
import dev.shortlist.opening.Consents;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// What candidates are told: who writes, in which words, and what applicants agree to.
@Controller
@RequestMapping("/settings/mail")
class MailSettingsController {
  private final Pages pages;
  private final CurrentUser current;
  private final Letterheads letterheads;
  private final MailTemplates templates;
  private final Consents consents;
  private final Emails emails;

  MailSettingsController(
      Pages pages,
      CurrentUser current,
      Letterheads letterheads,
      MailTemplates templates,
      Consents consents,
      Emails emails) {
    this.pages = pages;
    this.current = current;
    this.letterheads = letterheads;
    this.templates = templates;
    this.consents = consents;
    this.emails = emails;
  }

  @GetMapping
  View page(
      @RequestParam(defaultValue = "INVITE") MailKind kind,
      @RequestParam(defaultValue = "") String language) {
    return page(kind, language, Said.NOTHING);
  }

  @PostMapping("/letterhead")
  View letterhead(
      HttpServletResponse response,
      @RequestParam(defaultValue = "") String organisation,
      @RequestParam(defaultValue = "") String contact) {
    return tried(
        response, MailKind.INVITE, "", () -> letterheads.set(account(), organisation, contact));
  }

  /// @param reset goes back to the program's words
  @PostMapping("/template")
  View template(
      HttpServletResponse response,
      @RequestParam MailKind kind,
      @RequestParam String language,
      @RequestParam(defaultValue = "") String subject,
      @RequestParam(defaultValue = "") String body,
      @RequestParam(defaultValue = "false") boolean reset) {
    String in = known(language);
    return tried(
        response,
        kind,
        in,
        () -> {
          if (reset) {
            templates.reset(account(), kind, in);
          } else {
            templates.save(account(), kind, in, subject, body);
          }
        });
  }

  @PostMapping("/consent")
  View consent(
      HttpServletResponse response,
      @RequestParam String language,
      @RequestParam(defaultValue = "") String text) {
    String in = known(language);
    return tried(response, MailKind.INVITE, in, () -> consents.write(account(), in, text));
  }

  private View tried(HttpServletResponse response, MailKind kind, String language, Runnable work) {
    try {
      work.run();
      return page(kind, language, new Said(Texts.say("mail.saved"), "", ""));
    } catch (TemplateRefused | IllegalArgumentException refused) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return page(
          kind, language, new Said("", "", Words.sentence(Texts.core("" + refused.getMessage()))));
    }
  }

  private View page(MailKind kind, String language, Said said) {
    String in = known(language);
    return pages.show(
        "mailsettings",
        new MailSettingsPage(
            current.principal(),
            letterheads.get(account()),
            templates.get(account(), kind, in),
            consents.current(account(), in),
            consents.versions(account()),
            emails.from(),
            said));
  }

  /// One of ours; the reader's when it is none.
  private static String known(String language) {
    return MailTemplates.LANGUAGES.contains(language) ? language : Texts.language();
  }

  private AccountId account() {
    return current.principal().account();
  }
}
