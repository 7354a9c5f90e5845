package dev.shortlist.mail;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.Audit;
import dev.shortlist.accounts.Principal;
import dev.shortlist.applicants.Addressee;
import dev.shortlist.applicants.Applicants;
import dev.shortlist.blind.Blind;
import dev.shortlist.blind.Sight;
import dev.shortlist.database.Tenancy;
import dev.shortlist.deciding.Decision;
import dev.shortlist.deciding.DecisionsMade;
import dev.shortlist.notify.Email;
import dev.shortlist.notify.Email.Message;
import dev.shortlist.notify.Emails;
import dev.shortlist.screening.ApplicationId;
import dev.shortlist.screening.Names;
import dev.shortlist.screening.Verdict;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Writes to candidates: first as drafts to look at, then into the outbox, where a mail waits in
/// case a person thinks better of it.
///
/// A decision that is taken back takes back the mail that tells of it, while that waits.
@Component
public class CandidateMails {
  /// At how many a person writes at a time.
  public static final int MOST = 500;

  private final Emails emails;
  private final Writer writer;
  private final Letterheads letterheads;
  private final Applicants applicants;
  private final Blind blind;
  private final Tenancy tenancy;
  private final Audit audit;

  CandidateMails(
      Emails emails,
      Writer writer,
      Letterheads letterheads,
      Applicants applicants,
      Blind blind,
      Tenancy tenancy,
      Audit audit) {
    this.emails = emails;
    this.writer = writer;
    this.letterheads = letterheads;
    this.applicants = applicants;
    this.blind = blind;
    this.tenancy = tenancy;
    this.audit = audit;
  }

  /// The mails that [#send] would queue, with names covered where they may not be seen.
  ///
  /// @throws TemplateRefused if the template cannot be used
  /// @throws NoSuchElementException if the account has not all of the applications
  public List<Draft> preview(Principal by, List<ApplicationId> to, MailTemplate template) {
    return tenancy.inAccount(
        by.account().value(),
        () -> writer.write(by, to, template).stream().map(Written::seen).toList());
  }

  /// Queues a mail to each that can be sent; the others say why not. Only a person's doing leads
  /// here.
  ///
  /// @throws TemplateRefused if the template cannot be used
  /// @throws NoSuchElementException if the account has not all of the applications
  /// @throws IllegalStateException if mail is not set up
  public List<Sent> send(Principal by, List<ApplicationId> to, MailTemplate template) {
    return tenancy.inAccount(
        by.account().value(),
        () -> {
          applicants.hold(by.account(), to); // a decision comes before this, or takes the mail back
          var written = writer.write(by, to, template);
          var ready = written.stream().filter(one -> one.draft().isReady()).toList();
          var queued = queue(by, ready);
          return written.stream()
              .map(one -> new Sent(one.seen(), queued.get(one.draft().application())))
              .toList();
        });
  }

  private Map<ApplicationId, UUID> queue(Principal by, List<Written> ready) {
    if (ready.isEmpty()) {
      return Map.of();
    }
    var mails =
        emails.queue(by.account(), ready.stream().map(one -> one.message(by.actor())).toList());
    audit.note(
        by.account(),
        "mail.queued",
        ready.stream()
            .map(one ->
                new Audit.Deed(
                    "application/" + one.draft().application(), one.template().kind().category()))
            .toList());
    var queued = new HashMap<ApplicationId, UUID>();
    mails.forEach(
        mail -> queued.put(Objects.requireNonNull(mail.message().application()), mail.id()));
    return queued;
  }

  /// What became of a draft.
  ///
  /// @param email id of the mail, absent when it was not queued
  public record Sent(Draft draft, @Nullable UUID email) {}

  /// The template filled with what an applicant told, for the mail that says an application came.
  public Message received(
      AccountId account,
      MailTemplate template,
      GivenContact.Contact to,
      String job,
      String reference,
      ApplicationId application) {
    var letterhead = letterheads.get(account);
    var values = new EnumMap<Placeholder, String>(Placeholder.class);
    values.put(Placeholder.NAME, to.name());
    values.put(Placeholder.JOB, job);
    values.put(Placeholder.ORGANISATION, letterhead.organisation());
    values.put(Placeholder.CONTACT, letterhead.contact());
    values.put(Placeholder.REFERENCE, reference);
    return Written.message(template, to.email(), values, letterhead, application, "");
  }

  /// Takes a waiting mail back.
  ///
  /// @return false when it is too late, or the account has no such mail
  public boolean withdraw(AccountId account, UUID id) {
    return noted(account, id, "mail.withdrawn", emails.cancel(account, id));
  }

  /// Sends a dead letter once more.
  ///
  /// @return false when it is none, or the account has no such mail
  public boolean again(AccountId account, UUID id) {
    return noted(account, id, "mail.again", emails.again(account, id));
  }

  private boolean noted(AccountId account, UUID id, String action, boolean done) {
    if (done) {
      audit.note(account, action, "mail/" + id, "");
    }
    return done;
  }

  /// A page of the outbox, newest first.
  ///
  /// @param before the last of the page before, absent for the first page
  public List<OutboxLine> outbox(
      AccountId account, Set<Email.State> states, @Nullable UUID before, int limit) {
    return tenancy.inAccount(
        account.value(), () -> lines(account, emails.list(account, states, before, limit)));
  }

  public Optional<OutboxLine> find(AccountId account, UUID id) {
    return tenancy.inAccount(
        account.value(),
        () -> lines(account, emails.find(account, id).stream().toList()).stream().findFirst());
  }

  /// The mails about an application, newest first.
  public List<OutboxLine> about(AccountId account, ApplicationId application) {
    return tenancy.inAccount(
        account.value(), () -> lines(account, emails.about(account, application)));
  }

  @EventListener
  void decided(DecisionsMade made) {
    cancel(made, MailKind.DECLINE, decision -> decision.verdict() != Verdict.REJECTED);
    cancel(made, MailKind.INVITE, decision -> decision.verdict() == Verdict.REJECTED);
    cancel(made, MailKind.HOLD, decision -> decision.verdict() == Verdict.REJECTED);
  }

  private void cancel(DecisionsMade made, MailKind kind, Predicate<Decision> about) {
    var applications = made.decisions().stream().filter(about).map(Decision::application).toList();
    if (!applications.isEmpty()) {
      emails.cancel(made.account(), kind.category(), applications);
    }
  }

  private List<OutboxLine> lines(AccountId account, List<Email> mails) {
    var about =
        applicants.addressees(
            account,
            mails.stream()
                .map(mail -> mail.message().application())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    var names = blind.names(account);
    return mails.stream().map(mail -> line(mail, about, names)).toList();
  }

  private static OutboxLine line(Email mail, Map<ApplicationId, Addressee> about, Names names) {
    var id = mail.message().application();
    if (id == null) {
      return OutboxLine.of(mail, null, false);
    }
    var application = Objects.requireNonNull(about.get(id), "goes with its mails").application();
    var sight = Sight.of(names, application.screening());
    return OutboxLine.of(mail, application, sight.shows(application));
  }
}
