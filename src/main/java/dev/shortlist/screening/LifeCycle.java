package dev.shortlist.screening;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.Audit;
import dev.shortlist.database.Tenancy;
import dev.shortlist.screening.Screening.State;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/// What a person does with a screening once it has begun.
///
/// Each call is one transaction: what it changes holds on every node from its end on. Asking for
/// what is so already changes nothing and is no error. All throw [java.util.NoSuchElementException]
/// if the account has no such thing, and [NotAllowedNow] if its state does not allow it.
@Component
public class LifeCycle {
  private final Tenancy tenancy;
  private final Screenings screenings;
  private final Applications applications;
  private final States states;
  private final Stages stages;
  private final Backlog backlog;
  private final Spending spending;
  private final Changes changes;
  private final Audit audit;

  LifeCycle(
      Tenancy tenancy,
      Screenings screenings,
      Applications applications,
      States states,
      Stages stages,
      Backlog backlog,
      Spending spending,
      Changes changes,
      Audit audit) {
    this.tenancy = tenancy;
    this.screenings = screenings;
    this.applications = applications;
    this.states = states;
    this.stages = stages;
    this.backlog = backlog;
    this.spending = spending;
    this.changes = changes;
    this.audit = audit;
  }

  /// Starts no more CVs; those that are being read are finished.
  public Screening pause(AccountId account, ScreeningId screening) {
    return change(
        account,
        screening,
        Action.PAUSE,
        state -> {
          states.move(account, screening, Action.PAUSE, state);
          backlog.withdraw(account, screening);
          note(account, screening, Action.PAUSE, "");
        });
  }

  /// Pauses it for a reason a person has to see to; nothing happens unless it runs.
  ///
  /// @param words what is the matter and what to do, for people
  /// @param check run while the screening is held, before anything is changed: throws if the reason
  ///   is none any more
  public void halt(
      AccountId account, ScreeningId screening, Halt why, String words, Runnable check) {
    tenancy.inAccount(
        account.value(),
        () -> {
          if (states.hold(account, screening) == State.RUNNING) {
            check.run();
            states.move(account, screening, Action.PAUSE, State.RUNNING);
            states.halt(account, screening, why, words);
            backlog.withdraw(account, screening);
            changes.changed(account, screening);
          }
        });
  }

  /// Looks anew whether a language model is to read any of its CVs.
  public Screening judge(AccountId account, ScreeningId screening) {
    return change(
        account,
        screening,
        Action.JUDGE,
        state -> {
          states.move(account, screening, Action.JUDGE, state);
          note(account, screening, Action.JUDGE, "");
        });
  }

  /// Goes on where it was paused, with a fair place in the queue as of now.
  public Screening resume(AccountId account, ScreeningId screening) {
    return change(
        account,
        screening,
        Action.RESUME,
        state -> {
          states.move(account, screening, Action.RESUME, state);
          backlog.complete(account, screening);
          note(account, screening, Action.RESUME, "");
        });
  }

  /// Ends it for good: what is not through is cancelled, what is through stays.
  public Screening cancel(AccountId account, ScreeningId screening) {
    return change(
        account,
        screening,
        Action.CANCEL,
        state -> {
          states.move(account, screening, Action.CANCEL, state);
          backlog.stop(account, screening);
          stages.cancel(account, screening);
          note(account, screening, Action.CANCEL, "");
        });
  }

  /// Gives it more or less of the account's turns from now on.
  public Screening prioritise(AccountId account, ScreeningId screening, Priority priority) {
    return change(
        account,
        screening,
        Action.PRIORITISE,
        state -> {
          states.prioritise(account, screening, priority);
          if (state == State.RUNNING) {
            backlog.withdraw(account, screening);
            backlog.complete(account, screening);
          }
          note(account, screening, Action.PRIORITISE, priority.name());
        });
  }

  /// Reads and matches an application once more that failed or needs review.
  ///
  /// @throws NotAllowedNow also if it did neither, or if its file was never kept
  public Application retry(AccountId account, ApplicationId id) {
    return tenancy.inAccount(
        account.value(),
        () -> {
          var application = get(account, id);
          var screening = application.screening();
          State state = states.hold(account, screening, Action.RETRY);
          if (stages.retry(account, id) == 0) {
            throw new NotAllowedNow(id, whyNot(get(account, id)), state);
          }
          begin(account, screening, Action.RETRY, state, List.of(id.value()));
          audit.note(account, "application.retry", "application/" + id, "");
          return get(account, id);
        });
  }

  /// Reads and matches all applications once more that failed or need review and whose files are
  /// kept.
  ///
  /// @return how many
  public int retryFailed(AccountId account, ScreeningId screening) {
    return again(account, screening, Action.RETRY, () -> stages.retryAll(account, screening));
  }

  /// Asks for something else from now on, and matches everything that was read with it, without
  /// reading it again. Matches with what was asked before are kept.
  ///
  /// @return how many applications are matched again
  public int rematch(AccountId account, ScreeningId screening, JobDescriptionId jobDescription) {
    return again(
        account,
        screening,
        Action.REMATCH,
        () -> {
          states.ask(account, screening, jobDescription);
          return stages.rematchAll(account, screening);
        });
  }

  /// Matches one application once more, without reading it again. One that is on its way is matched
  /// anyway, and stays as it is.
  ///
  /// @throws NotAllowedNow also if it was never read
  public Application rematch(AccountId account, ApplicationId id) {
    return tenancy.inAccount(
        account.value(),
        () -> {
          var application = get(account, id);
          var screening = application.screening();
          State state = states.hold(account, screening, Action.REMATCH);
          if (stages.rematch(account, id) == 1) {
            begin(account, screening, Action.REMATCH, state, List.of(id.value()));
            audit.note(account, "application.rematch", "application/" + id, "");
          } else if (get(account, id).stage().isFinal()) {
            throw new NotAllowedNow(id, "it was never read to the end; try it again", state);
          }
          return get(account, id);
        });
  }

  private Screening change(AccountId account, ScreeningId screening, Action action, Change change) {
    return tenancy.inAccount(
        account.value(),
        () -> {
          State state = states.hold(account, screening, action);
          if (!action.isDone(state)) {
            change.from(state);
            changes.changed(account, screening);
          }
          return screenings.find(account, screening).orElseThrow();
        });
  }

  private int again(
      AccountId account, ScreeningId screening, Action action, Supplier<List<UUID>> restart) {
    return tenancy.inAccount(
        account.value(),
        () -> {
          State state = states.hold(account, screening, action);
          var restarted = restart.get();
          begin(account, screening, action, state, restarted);
          note(account, screening, action, restarted.size() + " CVs");
          return restarted.size();
        });
  }

  /// Enqueues what was taken back to the start, unless the screening is paused.
  private void begin(
      AccountId account,
      ScreeningId screening,
      Action action,
      State state,
      List<UUID> applications) {
    if (!applications.isEmpty()
        && states.move(account, screening, action, state) == State.RUNNING) {
      backlog.add(account, screening, applications);
    }
    if (action == Action.RETRY) {
      // After the tasks, as uploads do. To match anew what was read costs nothing.
      spending.reserve(account, applications);
    }
    changes.changed(account, screening);
  }

  private void note(AccountId account, ScreeningId screening, Action action, String detail) {
    audit.note(
        account,
        "screening." + action.name().toLowerCase(Locale.ROOT),
        "screening/" + screening,
        detail);
  }

  private Application get(AccountId account, ApplicationId id) {
    return applications.find(account, id).orElseThrow().application();
  }

  private static String whyNot(Application application) {
    return switch (application.stage()) {
      case NEEDS_REVIEW, FAILED -> "its file was refused and is not kept; hand it in again";
      case QUEUED, EXTRACTING, PROFILING, MATCHING -> "it is being worked on";
      case COMPLETED -> "it is completed";
      case CANCELLED -> "it was cancelled";
    };
  }

  private interface Change {
    void from(State state);
  }
}
