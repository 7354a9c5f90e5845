package dev.shortlist.intake;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.candidate.CandidateId;
import dev.shortlist.candidate.Candidates;
import dev.shortlist.database.Tenancy;
import dev.shortlist.intake.NotScreenable.Why;
import dev.shortlist.screening.ApplicationId;
import dev.shortlist.screening.Applications;
import dev.shortlist.screening.JobDescriptionId;
import dev.shortlist.screening.Removal;
import dev.shortlist.screening.Screenings;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Takes applications to a job description as they come, one at a time, into its standing
/// screening.
@Component
public class DropIn {
  private final Screenings screenings;
  private final Applications applications;
  private final Intake intake;
  private final Candidates candidates;
  private final Removal removal;
  private final Tenancy tenancy;

  DropIn(
      Screenings screenings,
      Applications applications,
      Intake intake,
      Candidates candidates,
      Removal removal,
      Tenancy tenancy) {
    this.screenings = screenings;
    this.applications = applications;
    this.intake = intake;
    this.candidates = candidates;
    this.removal = removal;
    this.tenancy = tenancy;
  }

  /// Takes one CV in. One that cannot be read stands in the review tray.
  ///
  /// @throws NotScreenable if the file is an archive of none or several
  /// @throws java.util.NoSuchElementException if the account has no such job description
  public Received take(AccountId account, JobDescriptionId jobDescription, Upload cv, Whose whose) {
    return take(account, jobDescription, cv, whose, _ -> {});
  }

  /// As [#take(AccountId, JobDescriptionId, Upload, Whose)]; what is written besides is written
  /// with it or not at all.
  ///
  /// @param besides what to do in the same transaction; if it throws, nothing was taken in
  public Received take(
      AccountId account,
      JobDescriptionId jobDescription,
      Upload cv,
      Whose whose,
      Consumer<Received> besides) {
    var files = intake.keep(List.of(cv));
    if (files.size() != 1) {
      throw new NotScreenable(
          Why.NO_CVS, "\"%s\" holds %d files: send one CV.".formatted(cv.name(), files.size()));
    }
    return enter(account, jobDescription, files.getFirst(), whose, besides);
  }

  /// Takes the CV of another application in.
  ///
  /// @throws java.util.NoSuchElementException if the account has no such application
  public Received again(AccountId account, JobDescriptionId jobDescription, ApplicationId id) {
    var application = applications.find(account, id).orElseThrow().application();
    var file = intake.known(account, application).orElseThrow();
    return enter(account, jobDescription, file, new Whose.Recognised(), _ -> {});
  }

  /// Takes an application that is through out again, as if it had never come. The credit for
  /// reading it stays spent.
  ///
  /// @throws java.util.NoSuchElementException if the account has no such application
  public void takeBack(AccountId account, ApplicationId id) {
    tenancy.inAccount(
        account.value(),
        () -> {
          var screening = applications.find(account, id).orElseThrow().application().screening();
          removal.remove(account, screening, id);
        });
  }

  private Received enter(
      AccountId account,
      JobDescriptionId jobDescription,
      Intake.Found file,
      Whose whose,
      Consumer<Received> besides) {
    return tenancy.inAccount(
        account.value(),
        () -> {
          var screening = screenings.standing(account, jobDescription);
          var received = intake.enter(account, screening.id(), List.of(file)).files().getFirst();
          if (file instanceof Intake.Found.Kept(var _, var kept)) {
            owner(account, whose, kept.hash());
          }
          besides.accept(received);
          return received;
        });
  }

  private void owner(AccountId account, Whose whose, String documentHash) {
    switch (whose) {
      case Whose.Recognised() -> {}
      case Whose.Known(var candidate) -> candidates.assign(account, documentHash, candidate);
      case Whose.Introduced(var name, var email, var phone) ->
          candidates.introduce(account, documentHash, name, email, phone);
    }
  }

  /// Whose CV it is.
  public sealed interface Whose {
    /// Told from the CV.
    record Recognised() implements Whose {}

    /// A candidate's the account knows.
    record Known(CandidateId candidate) implements Whose {}

    /// Somebody's who says so.
    record Introduced(String name, String email, @Nullable String phone) implements Whose {}
  }
}
