package dev.shortlist.opening;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.InsufficientCredits;
import dev.shortlist.intake.DropIn;
import dev.shortlist.intake.NotScreenable;
import dev.shortlist.intake.Received;
import dev.shortlist.intake.Upload;
import dev.shortlist.intake.UploadLimitReached;
import dev.shortlist.mail.CandidateMails;
import dev.shortlist.mail.GivenContact.Contact;
import dev.shortlist.mail.MailKind;
import dev.shortlist.mail.MailTemplates;
import dev.shortlist.notify.Emails;
import dev.shortlist.opening.Answer.Fault;
import dev.shortlist.screening.ApplicationId;
import dev.shortlist.screening.JobDescriptions;
import dev.shortlist.screening.ScreeningClosed;
import dev.shortlist.text.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Takes what people send from the pages to apply on into the screening of the job description.
///
/// Whoever sends the same file again gets the receipt they have. Whose the CV is, is told from the
/// CV as for all others: what somebody says of themselves on a public page moves nobody's CV to
/// somebody else; it is whom mails about this application go to.
@Component
public class Reception {
  private static final int LONGEST_NAME = 100;

  // A name with an address in it would make a mail of ours carry somebody's advertisement.
  private static final Pattern NO_NAME = Pattern.compile("[\\p{Cntrl}<>@{}|\\\\/]|www\\.|:");
  private static final Logger log = LoggerFactory.getLogger(Reception.class);

  private final Openings openings;
  private final Consents consents;
  private final FormTokens tokens;
  private final Arrivals arrivals;
  private final DropIn dropIn;
  private final JobDescriptions jobDescriptions;
  private final Emails emails;
  private final CandidateMails mails;
  private final MailTemplates templates;
  private final OpeningSettings settings;
  private final Clock clock;

  Reception(
      Openings openings,
      Consents consents,
      FormTokens tokens,
      Arrivals arrivals,
      DropIn dropIn,
      JobDescriptions jobDescriptions,
      Emails emails,
      CandidateMails mails,
      MailTemplates templates,
      OpeningSettings settings,
      Clock clock) {
    this.openings = openings;
    this.consents = consents;
    this.tokens = tokens;
    this.arrivals = arrivals;
    this.dropIn = dropIn;
    this.jobDescriptions = jobDescriptions;
    this.emails = emails;
    this.mails = mails;
    this.templates = templates;
    this.settings = settings;
    this.clock = clock;
  }

  /// What a form carries that is shown now.
  public String token(Opening opening, String language) {
    return tokens.create(opening, consents.current(opening.account(), language));
  }

  /// Takes an application, or says what is wrong with it.
  public Answer take(Opening opening, Form form) {
    if (!openings.isOpen(opening)) {
      return new Answer.Closed();
    }
    var consent = consents.current(opening.account(), form.language());
    var faults = faults(opening, form, consent);
    return faults.isEmpty() ? enter(opening, form, consent) : new Answer.Wrong(faults);
  }

  private List<Fault> faults(Opening opening, Form form, Consent consent) {
    var faults = new ArrayList<Fault>();
    String name = form.name().strip();
    if (name.isEmpty() || name.length() > LONGEST_NAME || NO_NAME.matcher(name).find()) {
      faults.add(Fault.NAME);
    }
    if (!Emails.isAddress(form.email().strip())) {
      faults.add(Fault.EMAIL);
    }
    file(form, faults);
    if (!form.agreed()) {
      faults.add(Fault.NOT_AGREED);
    }
    if (!form.trap().isEmpty()) {
      faults.add(Fault.TRAP);
    }
    token(opening, form, consent, faults);
    return faults;
  }

  private void file(Form form, List<Fault> faults) {
    Path file = form.file();
    try {
      if (file == null || Files.size(file) == 0) {
        faults.add(Fault.NO_FILE);
      } else if (Files.size(file) > settings.limit().toBytes()) {
        faults.add(Fault.TOO_LARGE);
      } else if (Format.of(form.fileName(), file).isEmpty()) {
        faults.add(Fault.FORMAT);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("an uploaded file is gone", e);
    }
  }

  private void token(Opening opening, Form form, Consent consent, List<Fault> faults) {
    var token = tokens.open(opening, form.token());
    var now = clock.instant();
    if (token.isEmpty() || token.get().shownAt().plus(settings.patience()).isBefore(now)) {
      faults.add(Fault.STALE);
    } else if (token.get().shownAt().plus(settings.fastest()).isAfter(now)) {
      faults.add(Fault.QUICK);
    } else if (!token.get().consent().equals(FormTokens.hash(consent))) {
      faults.add(Fault.CHANGED);
    }
  }

  private Answer enter(Opening opening, Form form, Consent consent) {
    AccountId account = opening.account();
    var kept = new AtomicReference<Arrival>();
    try {
      var job = jobDescriptions.find(account, Integer.toString(opening.job())).orElseThrow();
      dropIn.take(
          account,
          job.id(),
          new Upload(form.fileName(), Objects.requireNonNull(form.file())),
          new DropIn.Whose.Recognised(),
          received -> kept.set(keep(opening, form, consent, received)));
      return new Answer.Taken(kept.get());
    } catch (Unfit unfit) {
      return new Answer.Unfit(unfit.reason);
    } catch (NotScreenable none) {
      return new Answer.Wrong(List.of(Fault.FORMAT));
    } catch (NoSuchElementException | ScreeningClosed gone) {
      return new Answer.Closed();
    } catch (InsufficientCredits
        | UploadLimitReached
        | dev.shortlist.tasks.QueueFull
        | UncheckedIOException away) {
      log.warn("an application could not be taken job={}", opening.job(), away);
      return new Answer.Later();
    }
  }

  /// In the transaction that takes the CV in.
  private Arrival keep(Opening opening, Form form, Consent shown, Received received) {
    AccountId account = opening.account();
    var consent = consents.agreed(account, shown);
    var arrival =
        new Arrival(
            application(received),
            opening.job(),
            Arrivals.reference(),
            form.name().strip(),
            Arrivals.address(form.email()),
            consent.language(),
            consent.version(),
            clock.instant());
    boolean first = received instanceof Received.Accepted;
    if (arrivals.add(account, arrival, first) && !arrivals.wasTold(account, arrival)) {
      confirm(opening, arrival);
    }
    return arrivals.get(account, arrival.application(), arrival.email());
  }

  private void confirm(Opening opening, Arrival arrival) {
    if (emails.isSetUp()) {
      var account = opening.account();
      emails.send(
          account,
          mails.received(
              account,
              templates.get(account, MailKind.RECEIVED, arrival.language()),
              new Contact(arrival.name(), arrival.email()),
              opening.title(),
              arrival.reference(),
              arrival.application()));
    }
  }

  private static ApplicationId application(Received received) {
    return switch (received) {
      case Received.Accepted(var _, var id) -> id;
      case Received.Duplicate(var _, var id, var _) -> id;
      case Received.Refused(var _, var _, var reason, var _) -> throw new Unfit(reason);
      case Received.Ignored _ -> throw new Unfit(Reason.UNSUPPORTED);
    };
  }

  /// Undoes what was written: the person is there, and can send a better file.
  private static final class Unfit extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final Reason reason;

    Unfit(Reason reason) {
      super(reason.name());
      this.reason = reason;
    }
  }
}
