package dev.shortlist.mail;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.Audit;
import dev.shortlist.accounts.Principal;
import dev.shortlist.accounts.User;
import dev.shortlist.accounts.Users;
import dev.shortlist.blind.Blind;
import dev.shortlist.blind.Mask;
import dev.shortlist.blind.Sight;
import dev.shortlist.database.Tenancy;
import dev.shortlist.mail.Draft.Hindrance;
import dev.shortlist.notify.Email;
import dev.shortlist.notify.Email.Message;
import dev.shortlist.notify.Emails;
import dev.shortlist.profile.Fact;
import dev.shortlist.screening.Applicant;
import dev.shortlist.screening.Applicants;
import dev.shortlist.screening.ApplicationId;
import dev.shortlist.screening.Decision;
import dev.shortlist.screening.Decisions;
import dev.shortlist.screening.DecisionsMade;
import dev.shortlist.screening.JobDescriptions;
import dev.shortlist.screening.ScreeningId;
import dev.shortlist.screening.Screenings;
import dev.shortlist.screening.Verdict;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
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

  private static final String COVER = String.valueOf(Mask.COVER).repeat(6);

  private final Emails emails;
  private final Letterheads letterheads;
  private final Applicants applicants;
  private final Screenings screenings;
  private final JobDescriptions jobDescriptions;
  private final Decisions decisions;
  private final Users users;
  private final Blind blind;
  private final Tenancy tenancy;
  private final Audit audit;
  private final ObjectProvider<GivenContact> given;

  CandidateMails(
      Emails emails,
      Letterheads letterheads,
      Applicants applicants,
      Screenings screenings,
      JobDescriptions jobDescriptions,
      Decisions decisions,
      Users users,
      Blind blind,
      Tenancy tenancy,
      Audit audit,
      ObjectProvider<GivenContact> given) {
    this.emails = emails;
    this.letterheads = letterheads;
    this.applicants = applicants;
    this.screenings = screenings;
    this.jobDescriptions = jobDescriptions;
    this.decisions = decisions;
    this.users = users;
    this.blind = blind;
    this.tenancy = tenancy;
    this.audit = audit;
    this.given = given;
  }

  /// The mails that [#send] would queue, with names covered where they may not be seen.
  ///
  /// @throws TemplateRefused if the template cannot be used
  /// @throws NoSuchElementException if the account has not all of the applications
  public List<Draft> preview(Principal by, List<ApplicationId> to, MailTemplate template) {
    return written(by, to, template).stream().map(Written::seen).toList();
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
          var sent = new ArrayList<Sent>();
          for (var one : written(by, to, template)) {
            sent.add(new Sent(one.seen(), one.draft().isReady() ? queue(by, template, one) : null));
          }
          var queued = sent.stream().filter(one -> one.email() != null).toList();
          if (!queued.isEmpty()) {
            audit.note(
                by.account(),
                "mail.queued",
                queued.stream()
                    .map(one ->
                        new Audit.Deed(
                            "application/" + one.draft().application(), template.kind().category()))
                    .toList());
          }
          return sent;
        });
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
    return message(template, to.email(), values, letterhead, application, "");
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
    var sights = new HashMap<ScreeningId, Sight>();
    return emails.list(account, states, before, limit).stream()
        .map(email -> line(account, email, sights))
        .toList();
  }

  public Optional<OutboxLine> find(AccountId account, UUID id) {
    return emails.find(account, id).map(email -> line(account, email, new HashMap<>()));
  }

  /// The mails about an application, newest first.
  public List<OutboxLine> about(AccountId account, ApplicationId application) {
    var sights = new HashMap<ScreeningId, Sight>();
    return emails.about(account, application).stream()
        .map(email -> line(account, email, sights))
        .toList();
  }

  @EventListener
  void decided(DecisionsMade made) {
    cancel(made, MailKind.DECLINE, decision -> decision.verdict() != Verdict.REJECTED);
    cancel(made, MailKind.INVITE, decision -> decision.verdict() == Verdict.REJECTED);
    cancel(made, MailKind.HOLD, decision -> decision.verdict() == Verdict.REJECTED);
  }

  private void cancel(
      DecisionsMade made, MailKind kind, java.util.function.Predicate<Decision> about) {
    var applications = made.decisions().stream().filter(about).map(Decision::application).toList();
    if (!applications.isEmpty()) {
      emails.cancel(made.account(), kind.category(), applications);
    }
  }

  private UUID queue(Principal by, MailTemplate template, Written one) {
    return emails
        .queue(
            by.account(),
            message(
                template,
                one.draft().recipient(),
                one.values(),
                letterheads.get(by.account()),
                one.draft().application(),
                by.actor()))
        .id();
  }

  private static Message message(
      MailTemplate template,
      String recipient,
      Map<Placeholder, String> values,
      Letterhead letterhead,
      ApplicationId application,
      String by) {
    return new Message(
        template.kind().category(),
        recipient,
        Placeholder.fill(template.subject(), values),
        Placeholder.fill(template.body(), values) + "\n",
        letterhead.organisation(),
        letterhead.contact().isEmpty() ? null : letterhead.contact(),
        application,
        by);
  }

  private List<Written> written(Principal by, List<ApplicationId> to, MailTemplate template) {
    var used = template.used();
    var letterhead = letterheads.get(by.account());
    var common = new EnumMap<Placeholder, String>(Placeholder.class);
    common.put(Placeholder.ORGANISATION, letterhead.organisation());
    common.put(Placeholder.CONTACT, letterhead.contact());
    common.put(Placeholder.SENDER, sender(by, letterhead));
    var jobs = new HashMap<ScreeningId, String>();
    var sights = new HashMap<ScreeningId, Sight>();
    var all = new ArrayList<Written>();
    for (var id : to.stream().distinct().toList()) {
      var applicant = applicants.find(by.account(), id).orElseThrow(() -> unknown(id));
      var screening = applicant.application().screening();
      var values = new EnumMap<>(common);
      values.put(Placeholder.JOB, jobs.computeIfAbsent(screening, one -> title(by.account(), one)));
      var sight = sights.computeIfAbsent(screening, one -> blind.sight(by.account(), one));
      all.add(written(by, applicant, template, used, values, sight));
    }
    return all;
  }

  private Written written(
      Principal by,
      Applicant applicant,
      MailTemplate template,
      Set<Placeholder> used,
      EnumMap<Placeholder, String> values,
      Sight sight) {
    var application = applicant.application();
    var contact = contact(by.account(), applicant);
    var hindrances = new ArrayList<Hindrance>();
    if (contact.email().isEmpty()) {
      hindrances.add(applicant.profile() == null ? Hindrance.NOT_READ : Hindrance.NO_ADDRESS);
    }
    if (used.contains(Placeholder.NAME) && contact.name().isEmpty()) {
      hindrances.add(Hindrance.NO_NAME);
    }
    if (values.values().stream().anyMatch(String::isEmpty)) {
      hindrances.add(Hindrance.NO_LETTERHEAD);
    }
    decided(by.account(), applicant, template.kind()).ifPresent(hindrances::add);
    if (emails.about(by.account(), application.id()).stream()
        .anyMatch(mail ->
            mail.category().equals(template.kind().category())
                && (mail.isWaiting() || mail.state() == Email.State.SENDING))) {
      hindrances.add(Hindrance.WAITS);
    }
    values.put(Placeholder.NAME, contact.name());
    var draft =
        new Draft(
            application.id(),
            application.number(),
            sight.shows(application),
            contact.email(),
            Placeholder.fill(template.subject(), values),
            Placeholder.fill(template.body(), values),
            hindrances);
    return new Written(draft, values, template);
  }

  private Optional<Hindrance> decided(AccountId account, Applicant applicant, MailKind kind) {
    var verdict = applicant.application().verdict();
    return switch (kind) {
      case DECLINE ->
          verdict == Verdict.REJECTED && byPerson(account, applicant)
              ? Optional.empty()
              : Optional.of(Hindrance.NOT_REJECTED);
      case INVITE, HOLD ->
          verdict == Verdict.REJECTED ? Optional.of(Hindrance.REJECTED) : Optional.empty();
      case ASK, RECEIVED -> Optional.empty();
    };
  }

  private boolean byPerson(AccountId account, Applicant applicant) {
    var history = decisions.history(account, applicant.application().id());
    return !history.isEmpty() && !history.getLast().by().startsWith("key/");
  }

  private GivenContact.Contact contact(AccountId account, Applicant applicant) {
    var told =
        given.stream()
            .flatMap(one -> one.of(account, applicant.application().id()).stream())
            .findFirst();
    if (told.isPresent()) {
      return told.get();
    }
    var profile = applicant.profile();
    var candidate = applicant.candidate();
    String name = profile == null ? null : Fact.valueOf(profile.contact().name());
    if (name == null && candidate != null) {
      name = candidate.name();
    }
    var addresses = new ArrayList<String>();
    if (profile != null) {
      profile.contact().emails().forEach(email -> addresses.add(email.value()));
    }
    if (candidate != null) {
      addresses.addAll(candidate.emails());
    }
    return new GivenContact.Contact(
        name == null ? "" : name,
        addresses.stream().filter(Emails::isAddress).findFirst().orElse(""));
  }

  private String title(AccountId account, ScreeningId id) {
    var screening = screenings.find(account, id).orElseThrow();
    var job = screening.jobDescription();
    return job == null
        ? screening.title()
        : jobDescriptions.find(account, job).orElseThrow().content().title();
  }

  private String sender(Principal by, Letterhead letterhead) {
    return by.caller() instanceof Principal.Caller.User(var id)
        ? users.find(by.account(), id).map(User::name).orElse(letterhead.organisation())
        : letterhead.organisation();
  }

  private OutboxLine line(AccountId account, Email email, Map<ScreeningId, Sight> sights) {
    var id = email.message().application();
    if (id == null) {
      return OutboxLine.of(email, null, false);
    }
    var application = applicants.find(account, id).orElseThrow().application();
    var sight = sights.computeIfAbsent(application.screening(), one -> blind.sight(account, one));
    return OutboxLine.of(email, application, sight.shows(application));
  }

  private static NoSuchElementException unknown(ApplicationId id) {
    return new NoSuchElementException("There is no application with the id %s.".formatted(id));
  }

  private record Written(Draft draft, Map<Placeholder, String> values, MailTemplate template) {
    /// As whoever sends it may see it.
    Draft seen() {
      if (draft.shown()) {
        return draft;
      }
      var covered = new EnumMap<>(values);
      covered.computeIfPresent(Placeholder.NAME, (key, name) -> name.isEmpty() ? "" : COVER);
      Function<String, String> fill = text -> Placeholder.fill(text, covered);
      return new Draft(
          draft.application(),
          draft.number(),
          false,
          draft.recipient().isEmpty() ? "" : COVER,
          fill.apply(template.subject()),
          fill.apply(template.body()),
          draft.hindrances());
    }
  }
}
