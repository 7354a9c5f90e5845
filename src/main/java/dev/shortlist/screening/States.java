package dev.shortlist.screening;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.database.Rows;
import dev.shortlist.screening.Screening.State;
import dev.shortlist.tasks.Engine;
import java.time.Clock;
import java.util.NoSuchElementException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The one place where a screening changes its state, in the transaction that is going on.
///
/// Whoever adds work to a screening or changes its state holds its row first, so all of them take
/// turns; see [Action] for what is possible when.
@Component
class States {
  private static final Logger log = LoggerFactory.getLogger(States.class);

  private static final String ANY =
      """
      select exists (
        select from application
         where account_id = :account and screening_id = :screening)
      """;
  private static final String OPEN =
      """
      select exists (
        select from application
         where account_id = :account and screening_id = :screening
           and stage in ('QUEUED', 'EXTRACTING', 'PROFILING', 'MATCHING'))
      """;

  private final JdbcClient jdbc;
  private final ObjectProvider<FurtherWork> furtherWork;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  States(
      JdbcClient jdbc,
      ObjectProvider<FurtherWork> furtherWork,
      Engine engine,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.furtherWork = furtherWork;
    this.clock = engine.clock();
    this.events = events;
  }

  /// Holds the screening for `action`.
  ///
  /// @return the state it is in
  /// @throws NoSuchElementException if the account has no such screening
  /// @throws NotAllowedNow if the action is not possible and was not done before
  State hold(AccountId account, ScreeningId screening, Action action) {
    State state = hold(account, screening);
    if (!action.isPossible(state) && !action.isDone(state)) {
      throw new NotAllowedNow(screening, action, state);
    }
    return state;
  }

  /// Moves a screening that is held where `action` leads.
  State move(AccountId account, ScreeningId screening, Action action, State from) {
    State to = action.from(from);
    if (to != from) {
      change(account, screening, from, to);
    }
    return to;
  }

  /// Completes the screening if nothing is left to do. One that is paused and has no CVs yet waits
  /// for them.
  void closeIfDone(AccountId account, ScreeningId screening) {
    // The question whether anything is left is asked after the row is held: asked before, it would
    // not see what was added meanwhile.
    State state = hold(account, screening);
    boolean done =
        switch (state) {
          case RUNNING -> isThrough(account, screening);
          case PAUSED ->
              has(ANY, account, screening)
                  && !has(OPEN, account, screening)
                  && furtherWork.stream().noneMatch(work -> work.isLeft(account, screening));
          case CREATED, COMPLETED, CANCELLED -> false;
        };
    if (done) {
      change(account, screening, state, State.COMPLETED);
    }
  }

  private boolean isThrough(AccountId account, ScreeningId screening) {
    if (has(OPEN, account, screening)) {
      furtherWork.forEach(work -> work.beginEarly(account, screening));
      return false;
    }
    return furtherWork.stream().noneMatch(work -> work.begin(account, screening));
  }

  /// Writes down why the program paused a screening that is held.
  void halt(AccountId account, ScreeningId screening, Halt why, String words) {
    jdbc.sql("update screening set halted = :words where account_id = :account and id = :screening")
        .param("words", words)
        .param("account", account.value())
        .param("screening", screening.value())
        .update();
    events.publishEvent(new ScreeningHalted(account, screening, why, words));
  }

  /// From now on `jobDescription` is what is asked.
  ///
  /// @throws NoSuchElementException if the account has no such job description
  void ask(AccountId account, ScreeningId screening, JobDescriptionId jobDescription) {
    int changed =
        jdbc.sql(
                """
                update screening
                   set job_description_id = :jobDescription
                 where account_id = :account and id = :screening
                   and exists (select from job_description
                                where account_id = :account and id = :jobDescription)
                """)
            .param("account", account.value())
            .param("screening", screening.value())
            .param("jobDescription", jobDescription.value())
            .update();
    if (changed == 0) {
      throw new NoSuchElementException("no job description " + jobDescription);
    }
  }

  void prioritise(AccountId account, ScreeningId screening, Priority priority) {
    jdbc.sql(
            "update screening set priority = :priority where account_id = :account and id = :screening")
        .param("account", account.value())
        .param("screening", screening.value())
        .param("priority", priority.name())
        .update();
  }

  /// Holds the screening.
  ///
  /// @throws NoSuchElementException if the account has no such screening
  State hold(AccountId account, ScreeningId screening) {
    return jdbc.sql(
            "select state from screening where account_id = :account and id = :screening for no key update")
        .param("account", account.value())
        .param("screening", screening.value())
        .query((row, number) -> State.valueOf(row.getString(1)))
        .optional()
        .orElseThrow();
  }

  private boolean has(String which, AccountId account, ScreeningId screening) {
    return jdbc.sql(which)
        .param("account", account.value())
        .param("screening", screening.value())
        .query((row, number) -> row.getBoolean(1))
        .single();
  }

  private void change(AccountId account, ScreeningId screening, State from, State to) {
    boolean over = to == State.COMPLETED || to == State.CANCELLED;
    int changed =
        jdbc.sql(
                """
                update screening
                   set state = :to, finished_at = :finished, halted = null
                 where account_id = :account and id = :screening and state = :from
                """)
            .param("account", account.value())
            .param("screening", screening.value())
            .param("from", from.name())
            .param("to", to.name())
            .param("finished", over ? Rows.time(clock.instant()) : null)
            .update();
    if (changed != 1) {
      throw new IllegalStateException(
          "screening %s is not held: it is no longer %s".formatted(screening, from));
    }
    jdbc.sql(
            """
            insert into screening_move (account_id, id, screening_id, state, moved_at)
            values (:account, gen_random_uuid(), :screening, :to, :now)
            """)
        .param("account", account.value())
        .param("screening", screening.value())
        .param("to", to.name())
        .param("now", Rows.time(clock.instant()))
        .update();
    events.publishEvent(new ScreeningMoved(account, screening, from, to));
    log.info("screening changed screening={} from={} to={}", screening, from, to);
  }
}
