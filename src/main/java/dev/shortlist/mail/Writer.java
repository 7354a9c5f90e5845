package dev.shortlist.mail;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.Principal;
import dev.shortlist.accounts.User;
import dev.shortlist.accounts.Users;
import dev.shortlist.applicants.Addressee;
import dev.shortlist.applicants.Applicants;
import dev.shortlist.blind.Blind;
import dev.shortlist.blind.Sight;
import dev.shortlist.deciding.Decision;
import dev.shortlist.deciding.Decisions;
import dev.shortlist.mail.Draft.Hindrance;
import dev.shortlist.notify.Emails;
import dev.shortlist.profile.Fact;
import dev.shortlist.screening.ApplicationId;
import dev.shortlist.screening.JobDescriptions;
import dev.shortlist.screening.Names;
import dev.shortlist.screening.Screening;
import dev.shortlist.screening.ScreeningId;
import dev.shortlist.screening.Screenings;
import dev.shortlist.screening.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Fills templates for candidates and finds what speaks against sending them: in a handful of
/// statements, however many they are.
@Component
class Writer {
  private final Emails emails;
  private final Letterheads letterheads;
  private final Applicants applicants;
  private final Screenings screenings;
  private final JobDescriptions jobDescriptions;
  private final Decisions decisions;
  private final Users users;
  private final Blind blind;
  private final ObjectProvider<GivenContact> given;

  Writer(
      Emails emails,
      Letterheads letterheads,
      Applicants applicants,
      Screenings screenings,
      JobDescriptions jobDescriptions,
      Decisions decisions,
      Users users,
      Blind blind,
      ObjectProvider<GivenContact> given) {
    this.emails = emails;
    this.letterheads = letterheads;
    this.applicants = applicants;
    this.screenings = screenings;
    this.jobDescriptions = jobDescriptions;
    this.decisions = decisions;
    this.users = users;
    this.blind = blind;
    this.given = given;
  }

  /// A mail for each, in their order.
  ///
  /// @throws TemplateRefused if the template cannot be used
  /// @throws NoSuchElementException if the account has not all of the applications
  List<Written> write(Principal by, List<ApplicationId> to, MailTemplate template) {
    var used = template.used();
    var asked = to.stream().distinct().toList();
    var known = known(by.account(), asked, template.kind());
    var letterhead = letterheads.get(by.account());
    var common = new EnumMap<Placeholder, String>(Placeholder.class);
    common.put(Placeholder.ORGANISATION, letterhead.organisation());
    common.put(Placeholder.CONTACT, letterhead.contact());
    common.put(Placeholder.SENDER, sender(by, letterhead));
    return asked.stream()
        .map(id -> known.addressees().get(id))
        .map(addressee -> write(addressee, template, used, letterhead, common, known))
        .toList();
  }

  /// @param decided what counts about each
  /// @param waiting about whom a mail of the kind waits
  private record Known(
      Map<ApplicationId, Addressee> addressees,
      Map<ApplicationId, GivenContact.Contact> contacts,
      Map<ScreeningId, String> jobs,
      Map<ApplicationId, Decision> decided,
      Set<ApplicationId> waiting,
      Names names) {}

  private Known known(AccountId account, List<ApplicationId> asked, MailKind kind) {
    var addressees = applicants.addressees(account, asked);
    for (var id : asked) {
      if (!addressees.containsKey(id)) {
        throw new NoSuchElementException("There is no application with the id %s.".formatted(id));
      }
    }
    var contacts = new HashMap<ApplicationId, GivenContact.Contact>();
    given.orderedStream().forEach(one -> one.of(account, asked).forEach(contacts::putIfAbsent));
    return new Known(
        addressees,
        contacts,
        jobs(account, addressees.values()),
        decisions.latest(account, asked),
        emails.waiting(account, kind.category(), asked),
        blind.names(account));
  }

  /// What the job of each screening is called.
  private Map<ScreeningId, String> jobs(AccountId account, Collection<Addressee> addressees) {
    var found =
        screenings.find(
            account,
            addressees.stream()
                .map(one -> one.application().screening())
                .collect(Collectors.toSet()));
    var asked =
        jobDescriptions.find(
            account,
            found.values().stream()
                .map(Screening::jobDescription)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    var jobs = new HashMap<ScreeningId, String>();
    found.forEach((id, screening) -> {
      var job = asked.get(screening.jobDescription());
      jobs.put(id, job == null ? screening.title() : job.content().title());
    });
    return jobs;
  }

  private static Written write(
      Addressee addressee,
      MailTemplate template,
      Set<Placeholder> used,
      Letterhead letterhead,
      Map<Placeholder, String> common,
      Known known) {
    var application = addressee.application();
    var contact = contact(addressee, known);
    var values = new EnumMap<>(common);
    values.put(Placeholder.JOB, known.jobs().getOrDefault(application.screening(), ""));
    var hindrances = new ArrayList<Hindrance>();
    if (contact.email().isEmpty()) {
      hindrances.add(addressee.contact() == null ? Hindrance.NOT_READ : Hindrance.NO_ADDRESS);
    }
    if (used.contains(Placeholder.NAME) && contact.name().isEmpty()) {
      hindrances.add(Hindrance.NO_NAME);
    }
    if (values.containsValue("")) {
      hindrances.add(Hindrance.NO_LETTERHEAD);
    }
    decided(addressee, known, template.kind()).ifPresent(hindrances::add);
    if (known.waiting().contains(application.id())) {
      hindrances.add(Hindrance.WAITS);
    }
    values.put(Placeholder.NAME, contact.name());
    var draft =
        new Draft(
            application.id(),
            application.number(),
            Sight.of(known.names(), application.screening()).shows(application),
            contact.email(),
            Placeholder.fill(template.subject(), values),
            Placeholder.fill(template.body(), values),
            hindrances);
    return new Written(draft, values, template, letterhead);
  }

  private static Optional<Hindrance> decided(Addressee addressee, Known known, MailKind kind) {
    var verdict = addressee.application().verdict();
    return switch (kind) {
      case DECLINE ->
          verdict == Verdict.REJECTED && byPerson(addressee.application().id(), known)
              ? Optional.empty()
              : Optional.of(Hindrance.NOT_REJECTED);
      case INVITE, HOLD ->
          verdict == Verdict.REJECTED ? Optional.of(Hindrance.REJECTED) : Optional.empty();
      case ASK, RECEIVED -> Optional.empty();
    };
  }

  private static boolean byPerson(ApplicationId id, Known known) {
    var decision = known.decided().get(id);
    return decision != null && !decision.by().startsWith("key/");
  }

  private static GivenContact.Contact contact(Addressee addressee, Known known) {
    var told = known.contacts().get(addressee.application().id());
    if (told != null) {
      return told;
    }
    var said = addressee.contact();
    var candidate = addressee.candidate();
    String name = said == null ? null : Fact.valueOf(said.name());
    if (name == null && candidate != null) {
      name = candidate.name();
    }
    var addresses = new ArrayList<String>();
    if (said != null) {
      said.emails().forEach(email -> addresses.add(email.value()));
    }
    if (candidate != null) {
      addresses.addAll(candidate.emails());
    }
    return new GivenContact.Contact(
        name == null ? "" : name,
        addresses.stream().filter(Emails::isAddress).findFirst().orElse(""));
  }

  private String sender(Principal by, Letterhead letterhead) {
    return by.caller() instanceof Principal.Caller.User(var id)
        ? users.find(by.account(), id).map(User::name).orElse(letterhead.organisation())
        : letterhead.organisation();
  }
}
