package dev.shortlist.api;

import dev.shortlist.accounts.CurrentUser;
import dev.shortlist.accounts.Principal;
import dev.shortlist.mail.CandidateMails;
import dev.shortlist.mail.Draft;
import dev.shortlist.mail.MailKind;
import dev.shortlist.mail.MailTemplate;
import dev.shortlist.mail.MailTemplates;
import dev.shortlist.mail.OutboxLine;
import dev.shortlist.mail.TemplateRefused;
import dev.shortlist.notify.Bounce;
import dev.shortlist.notify.Email;
import dev.shortlist.notify.Emails;
import dev.shortlist.screening.ApplicationId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(
    name = "Mails",
    description = "Mails to candidates: a person sends them, and can take them back for a while")
class MailsApi {
  private final CurrentUser user;
  private final CandidateMails mails;
  private final MailTemplates templates;
  private final Emails emails;

  MailsApi(CurrentUser user, CandidateMails mails, MailTemplates templates, Emails emails) {
    this.user = user;
    this.mails = mails;
    this.templates = templates;
    this.emails = emails;
  }

  @GetMapping("/mail-templates")
  @Operation(summary = "List what mails to candidates say, by kind and language")
  TemplateList templates() {
    return new TemplateList(templates.list(by().account()).stream().map(TemplateBody::of).toList());
  }

  @PutMapping(
      path = "/mail-templates/{kind}/{language}",
      consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Change what mails of a kind say",
      description = "A placeholder that is not listed for the kind is refused with its name.")
  TemplateBody change(
      @PathVariable String kind, @PathVariable String language, @RequestBody Words words) {
    return TemplateBody.of(
        checked(() ->
            templates.save(
                by().account(),
                kept(kind, language),
                language,
                said(words.subject()),
                said(words.body()))));
  }

  @DeleteMapping("/mail-templates/{kind}/{language}")
  @Operation(summary = "Go back to the program's words")
  TemplateBody reset(@PathVariable String kind, @PathVariable String language) {
    return TemplateBody.of(
        checked(() -> templates.reset(by().account(), kept(kind, language), language)));
  }

  @PostMapping(path = "/mails/preview", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "previewMails",
      summary = "See the mails before they are sent",
      description =
          "Everything filled in for each candidate, and what hinders a mail. Names and addresses are"
              + " covered while they are hidden; the mails hold them.")
  DraftList preview(@RequestBody NewMails body) {
    return new DraftList(
        checked(() -> mails.preview(by(), to(body), template(body))).stream()
            .map(draft -> DraftBody.of(draft, null))
            .toList());
  }

  @PostMapping(path = "/mails", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      operationId = "sendMails",
      summary = "Send mails to candidates",
      description =
          "They wait in the outbox (two hours unless the installation says otherwise), in which they"
              + " can be withdrawn. Those that cannot be sent say why; the others go. A rejection goes"
              + " only to whom a person rejected.")
  DraftList send(@RequestBody NewMails body) {
    return new DraftList(
        checked(() -> sent(body)).stream()
            .map(sent -> DraftBody.of(sent.draft(), sent.email()))
            .toList());
  }

  private List<CandidateMails.Sent> sent(NewMails body) {
    var to = to(body);
    var template = template(body);
    if (!emails.isSetUp()) {
      mails.preview(by(), to, template); // what is not there is not there with or without mail
      throw Problem.NOT_ALLOWED.because(
          "Mail is not set up: set SHORTLIST_MAIL_HOST and SHORTLIST_MAIL_FROM.");
    }
    return mails.send(by(), to, template);
  }

  @GetMapping("/mails")
  @Operation(operationId = "listMails", summary = "The outbox", description = "Newest first.")
  MailList list(
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable UUID before,
      @RequestParam(defaultValue = "50") int limit) {
    var states =
        Fields.orNull(state) == null
            ? EnumSet.allOf(Email.State.class)
            : EnumSet.of(Fields.one(Email.State.class, "state", "" + state));
    int most = Fields.limit(limit, 500);
    var page = mails.outbox(by().account(), states, before, most);
    return new MailList(
        page.stream().map(MailBody::of).toList(), page.size() < most ? null : page.getLast().id());
  }

  @PostMapping("/mails/{id}/withdraw")
  @Operation(
      operationId = "withdrawMail",
      summary = "Take a waiting mail back",
      description = "Answers 409 when it is too late.")
  MailBody withdraw(@PathVariable UUID id) {
    return moved(id, mails.withdraw(by().account(), id), "it waits no more");
  }

  @PostMapping("/mails/{id}/again")
  @Operation(
      operationId = "sendMailAgain",
      summary = "Send a mail that failed or came back once more",
      description = "Answers 409 when it did neither.")
  MailBody again(@PathVariable UUID id) {
    return moved(id, mails.again(by().account(), id), "it did not fail");
  }

  private MailBody moved(UUID id, boolean done, String whyNot) {
    var line =
        mails
            .find(by().account(), id)
            .orElseThrow(
                () -> Problem.NOT_FOUND.because("There is no mail with the id %s.".formatted(id)));
    if (!done) {
      throw Problem.NOT_ALLOWED_NOW.because("The mail is %s: %s.".formatted(line.state(), whyNot));
    }
    return MailBody.of(line);
  }

  private MailTemplate template(NewMails body) {
    if (body.kind() == null) {
      throw Problem.INVALID_VALUE.because(
          "kind is missing: one of %s.".formatted(MailKind.BY_HAND));
    }
    var kind = kind(body.kind());
    if (!MailKind.BY_HAND.contains(kind)) {
      throw Problem.INVALID_VALUE.because(
          "Mails of the kind %s are sent by the program; the kinds are %s."
              .formatted(kind, MailKind.BY_HAND));
    }
    var kept =
        templates.get(
            by().account(), kind, body.language() == null ? "en" : body.language().strip());
    return body.subject() == null && body.body() == null
        ? kept
        : kept.saying(
            body.subject() == null ? kept.subject() : body.subject(),
            body.body() == null ? kept.body() : body.body());
  }

  private static List<ApplicationId> to(NewMails body) {
    var ids = body.applications();
    if (ids == null || ids.isEmpty() || ids.size() > CandidateMails.MOST) {
      throw Problem.INVALID_VALUE.because(
          "applications must hold 1 to %d ids but holds %d."
              .formatted(CandidateMails.MOST, ids == null ? 0 : ids.size()));
    }
    return ids.stream().map(ApplicationId::new).toList();
  }

  private static MailKind kind(String name) {
    return Fields.one(MailKind.class, "kind", name);
  }

  /// The kind an address names.
  private static MailKind kept(String kind, String language) {
    return Arrays.stream(MailKind.values())
        .filter(one -> one.name().equalsIgnoreCase(kind))
        .filter(one -> MailTemplates.LANGUAGES.contains(language))
        .findFirst()
        .orElseThrow(() ->
            Problem.NOT_FOUND.because(
                "There are no templates %s/%s; the kinds are %s, the languages %s."
                    .formatted(
                        kind,
                        language,
                        Arrays.toString(MailKind.values()),
                        MailTemplates.LANGUAGES)));
  }

  private static String said(@Nullable String words) {
    return words == null ? "" : words;
  }

  private Principal by() {
    return user.principal();
  }

  /// What the caller can mend becomes a problem that says so.
  private static <T> T checked(Supplier<T> work) {
    try {
      return work.get();
    } catch (TemplateRefused e) {
      throw Problem.INVALID_VALUE.because(e.getMessage());
    } catch (NoSuchElementException e) {
      throw Problem.NOT_FOUND.because("" + e.getMessage());
    } catch (IllegalArgumentException e) {
      throw Problem.INVALID_VALUE.because("" + e.getMessage() + ".");
    }
  }

  record TemplateList(List<TemplateBody> templates) {}

  record Words(
      @Schema(example = "Your application: {job}") @Nullable String subject,
      @Nullable String body) {}

  @Schema(name = "MailTemplate")
  record TemplateBody(
      MailKind kind,
      @Schema(example = "en") String language,
      String subject,
      String body,
      @Schema(description = "Whether the account wrote it; else it is the program's") boolean own,
      @Schema(description = "What may stand in it", example = "[\"{name}\"]")
          List<String> placeholders) {

    static TemplateBody of(MailTemplate template) {
      return new TemplateBody(
          template.kind(),
          template.language(),
          template.subject(),
          template.body(),
          template.own(),
          template.kind().placeholders().stream().map(one -> one.token()).toList());
    }
  }

  record NewMails(
      @Nullable List<UUID> applications,
      @Schema(example = "INVITE") @Nullable String kind,
      @Schema(description = "en, de or fr; en when absent") @Nullable String language,
      @Schema(description = "Instead of the template's, this once") @Nullable String subject,
      @Schema(description = "Instead of the template's, this once") @Nullable String body) {}

  record DraftList(List<DraftBody> mails) {}

  @Schema(name = "MailDraft")
  record DraftBody(
      UUID application,
      @Schema(description = "The mail's, when it was queued", nullable = true) @Nullable UUID id,
      @Schema(description = "Empty when no address is known") String recipient,
      String subject,
      String body,
      @Schema(description = "Why it cannot be sent; empty when it can")
          List<Draft.Hindrance> hindrances) {

    static DraftBody of(Draft draft, @Nullable UUID id) {
      return new DraftBody(
          draft.application().value(),
          id,
          draft.recipient(),
          draft.subject(),
          draft.body(),
          draft.hindrances());
    }
  }

  record MailList(
      List<MailBody> mails,
      @Schema(description = "`before` of the next page; null on the last", nullable = true)
          @Nullable UUID next) {}

  @Schema(name = "Mail")
  record MailBody(
      UUID id,
      @Schema(description = "What it is for", example = "invite") String category,
      @Schema(description = "Whose it is; null when it is to one of yours", nullable = true)
          @Nullable UUID application,
      @Schema(description = "Empty while the name is hidden") String recipient,
      @Schema(description = "Empty while the name is hidden") String subject,
      @Schema(description = "Empty while the name is hidden") String body,
      Email.State state,
      int attempts,
      Instant createdAt,
      @Schema(
              description =
                  "Until then it can be withdrawn; when it is tried again, after a failure")
          Instant sendAfter,
      @Schema(nullable = true) @Nullable Instant sentAt,
      @Schema(description = "Why it was not sent, or came back; empty when nothing is wrong")
          String error,
      @Schema(description = "What was reported after the mail server had taken it", nullable = true)
          @Nullable BounceBody bounce) {

    static MailBody of(OutboxLine line) {
      var application = line.application();
      return new MailBody(
          line.id(),
          line.category().toLowerCase(Locale.ROOT),
          application == null ? null : application.value(),
          line.recipient(),
          line.subject(),
          line.body(),
          line.state(),
          line.attempts(),
          line.createdAt(),
          line.sendAfter(),
          line.sentAt(),
          line.bounce() == null ? line.error() : line.bounce().words(),
          line.bounce() == null ? null : BounceBody.of(line.bounce()));
    }
  }

  @Schema(name = "MailBounce")
  record BounceBody(
      @Schema(description = "HARD: it will come back again; SOFT: it may not; DELAYED: not yet")
          Bounce.Kind kind,
      @Schema(example = "ADDRESS") Bounce.Cause cause,
      @Schema(description = "As in RFC 3463", example = "5.1.1") String status,
      Instant at) {

    static BounceBody of(Bounce bounce) {
      return new BounceBody(bounce.kind(), bounce.cause(), bounce.status(), bounce.at());
    }
  }
}
