package dev.shortlist.intake;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.Audit;
import dev.shortlist.database.Tenancy;
import dev.shortlist.intake.NotScreenable.Why;
import dev.shortlist.intake.Submission.Asked;
import dev.shortlist.intake.Submission.Submitted;
import dev.shortlist.jobdescription.JobDescription;
import dev.shortlist.jobdescription.Stated;
import dev.shortlist.screening.JobDescriptionId;
import dev.shortlist.screening.JobDescriptions;
import dev.shortlist.screening.ScreeningId;
import dev.shortlist.screening.Screenings;
import dev.shortlist.screening.StoredJobDescription;
import dev.shortlist.terms.Engines;
import dev.shortlist.text.Extraction;
import dev.shortlist.text.TextExtractor;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Starts a screening in one go: job description, screening and CVs, or nothing at all.
@Component
public class Submissions {
  private static final int FILES_NAMED = 5;

  private final JobDescriptions jobDescriptions;
  private final Engines engines;
  private final TextExtractor extractor;
  private final Screenings screenings;
  private final Intake intake;
  private final Tenancy tenancy;
  private final Audit audit;

  Submissions(
      JobDescriptions jobDescriptions,
      Engines engines,
      TextExtractor extractor,
      Screenings screenings,
      Intake intake,
      Tenancy tenancy,
      Audit audit) {
    this.jobDescriptions = jobDescriptions;
    this.engines = engines;
    this.extractor = extractor;
    this.screenings = screenings;
    this.intake = intake;
    this.tenancy = tenancy;
    this.audit = audit;
  }

  /// Keeps the job description unless it is kept already, makes the screening, takes the CVs.
  ///
  /// @throws NotScreenable if there is no job description, if it asks for nothing, or if there are
  ///   CVs and none of them was accepted
  /// @throws dev.shortlist.screening.ReferenceTaken if the account has a screening with this
  ///   reference
  /// @throws dev.shortlist.tasks.QueueFull if too many wait already; then nothing is kept
  public Submitted submit(AccountId account, Submission submission) {
    return take(
        account,
        submission,
        receipt -> {
          if (!submission.cvs().isEmpty()) {
            requireReadable(receipt);
          }
        });
  }

  /// As [#submit], and takes the CVs as they come: when none of them was accepted, all stand in the
  /// review tray.
  public Submitted submitAsIs(AccountId account, Submission submission) {
    return take(account, submission, receipt -> {});
  }

  private Submitted take(AccountId account, Submission submission, Consumer<Receipt> check) {
    TooLong.unless("title", submission.title(), TooLong.LINE);
    TooLong.unless("reference", submission.reference(), TooLong.LINE);
    submission.labels().forEach((name, label) -> TooLong.unless(name, label, TooLong.LINE));
    var asked = asked(account, submission.asked());
    intake.requireRoom(account, submission.cvs().size());
    var files = intake.keep(submission.cvs());
    return tenancy.inAccount(
        account.value(),
        () -> {
          var screening =
              screenings.create(
                  account,
                  submission.title(),
                  asked.keep(account),
                  submission.reference(),
                  submission.labels());
          if (files.isEmpty()) {
            check.accept(new Receipt(List.of()));
            note(account, screening.id(), "create", 0);
            return new Submitted(screening, new Receipt(List.of()));
          }
          var receipt = intake.enter(account, screening.id(), files);
          check.accept(receipt);
          note(account, screening.id(), "create", files.size());
          return new Submitted(screenings.find(account, screening.id()).orElseThrow(), receipt);
        });
  }

  /// Keeps a job description.
  ///
  /// @param title absent to take it from the text
  /// @throws NotScreenable if it is empty or asks for nothing
  /// @throws dev.shortlist.screening.ReferenceTaken if the account has a job description with this
  ///   reference
  public StoredJobDescription keep(
      AccountId account, @Nullable String title, String text, @Nullable String reference) {
    TooLong.unless("reference", reference, TooLong.LINE);
    return jobDescriptions.create(account, read(account, title, text, Stated.NOTHING), reference);
  }

  /// Keeps a job description that comes as a file.
  ///
  /// @param title absent to take it from the text
  /// @throws NotScreenable if it cannot be read or asks for nothing
  /// @throws dev.shortlist.screening.ReferenceTaken if the account has a job description with this
  ///   reference
  public StoredJobDescription keep(
      AccountId account, @Nullable String title, Upload file, @Nullable String reference) {
    return keep(account, title, text(file), reference);
  }

  /// Keeps another text as the next revision of a job description.
  ///
  /// @param title absent to take it from the text
  /// @throws NotScreenable if it is empty or asks for nothing
  /// @throws dev.shortlist.screening.RevisionOutdated if it was changed by somebody else since
  public StoredJobDescription rewrite(
      AccountId account, StoredJobDescription before, @Nullable String title, String text) {
    read(account, title, text, Stated.NOTHING);
    return jobDescriptions.rewrite(account, before, title, text);
  }

  /// Takes more CVs into a screening.
  ///
  /// @throws NotScreenable if none of them was accepted; then nothing is kept
  /// @throws dev.shortlist.screening.ScreeningClosed if it was cancelled
  /// @throws dev.shortlist.tasks.QueueFull if too many wait already; then nothing is kept
  public Receipt add(AccountId account, ScreeningId screening, List<Upload> cvs) {
    intake.requireRoom(account, cvs.size());
    var files = intake.keep(cvs);
    return tenancy.inAccount(account.value(), () -> enter(account, screening, files));
  }

  private Receipt enter(AccountId account, ScreeningId screening, List<Intake.Found> files) {
    var receipt = intake.enter(account, screening, files);
    requireReadable(receipt);
    note(account, screening, "add", files.size());
    return receipt;
  }

  private void note(AccountId account, ScreeningId screening, String action, int files) {
    audit.note(account, "screening." + action, "screening/" + screening, files + " files");
  }

  /// What is asked, with its text read and checked before any transaction is open.
  private Ready asked(AccountId account, Asked asked) {
    return switch (asked) {
      case Asked.Saved(var key) -> {
        var id = jobDescriptions.find(account, key).orElseThrow(() -> unknown(key)).id();
        yield _ -> id;
      }
      case Asked.Text(var text) -> made(read(account, null, text, Stated.NOTHING));
      case Asked.Written(var title, var text, var stated) ->
          made(read(account, title, text, stated));
      case Asked.File(var file) -> made(read(account, null, text(file), Stated.NOTHING));
      case Asked.Nothing() -> _ -> null;
    };
  }

  private Ready made(JobDescription content) {
    return account -> jobDescriptions.create(account, content, null).id();
  }

  private String text(Upload file) {
    return switch (extractor.extract(file.file(), file.name())) {
      case Extraction.Text text -> text.text().text();
      case Extraction.Unreadable(var reason, var detail) ->
          throw new NotScreenable(
              Why.UNREADABLE_JOB_DESCRIPTION,
              "The job description \"%s\" cannot be read: %s%s. What to do: %s."
                  .formatted(file.name(), reason.meaning(), aside(detail), reason.advice()));
    };
  }

  private JobDescription read(
      AccountId account, @Nullable String title, String text, Stated stated) {
    TooLong.unless("title", title, TooLong.LINE);
    if (text.isBlank()) {
      throw new NotScreenable(
          Why.NO_JOB_DESCRIPTION,
          "The job description is empty: paste its text, choose a file, or name a saved one.");
    }
    var read = engines.of(account).jobDescriptions().read(title, text, stated);
    if (read.requirements().isEmpty()) {
      throw new NotScreenable(
          Why.NO_REQUIREMENTS,
          "No requirement was found in the job description: add what you ask for, one thing a line,"
              + " for example \"5 years of experience in accounting\" or \"Excel\".");
    }
    return read;
  }

  private static void requireReadable(Receipt receipt) {
    var refused =
        receipt.files().stream()
            .filter(Received.Refused.class::isInstance)
            .map(Received.Refused.class::cast)
            .toList();
    if (receipt.count(Received.Accepted.class) + receipt.count(Received.Duplicate.class) > 0) {
      return;
    }
    if (refused.isEmpty()) {
      throw new NotScreenable(
          Why.NO_CVS, "The upload holds no CV: choose files, a folder or a ZIP with CVs in it.");
    }
    throw new NotScreenable(
        Why.NO_READABLE_CV,
        refused.stream()
            .limit(FILES_NAMED)
            .map(Submissions::sentence)
            .collect(Collectors.joining(" ")));
  }

  private static String sentence(Received.Refused file) {
    var reason = file.reason();
    return "\"%s\": %s%s; %s."
        .formatted(file.path(), reason.meaning(), aside(file.detail()), reason.advice());
  }

  private static String aside(String detail) {
    return detail.isEmpty() ? "" : " (" + detail + ")";
  }

  private static NotScreenable unknown(String key) {
    return new NotScreenable(
        Why.UNKNOWN_JOB_DESCRIPTION,
        "There is no job description with the id, number or reference \"%s\".".formatted(key));
  }

  /// A job description that only has to be written down, in the transaction that is going on.
  @FunctionalInterface
  private interface Ready {
    @Nullable JobDescriptionId keep(AccountId account);
  }
}
