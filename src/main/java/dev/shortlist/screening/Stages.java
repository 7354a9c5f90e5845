package dev.shortlist.screening;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.candidate.CandidateId;
import dev.shortlist.database.Rows;
import dev.shortlist.tasks.Engine;
import dev.shortlist.tasks.Outdated;
import dev.shortlist.text.Reason;
import io.micrometer.core.instrument.Metrics;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/// The one place where an application changes its stage, in the transaction that is going on.
///
/// ```
/// QUEUED > EXTRACTING > PROFILING > MATCHING > COMPLETED
///    any of the first four > NEEDS_REVIEW, FAILED, CANCELLED
///    FAILED, NEEDS_REVIEW > QUEUED, when a person has them tried again
///    COMPLETED > QUEUED, when something else is asked
/// ```
///
/// Else an application only moves on. It passes PROFILING in a moment, in which nobody meets it
/// there: how long that took is written down together with its reading. What starts again after a
/// crash finds it where it was, and goes through the stages behind it without moving it back.
@Component
class Stages {
  private static final String RETRY =
      """
      update application
         set stage = 'QUEUED', round = round + 1, reason = null, detail = '', error_id = null,
             looked_at = null, looked_by = null, reading_id = null, started_at = null,
             finished_at = null, extracting_ms = null,
             profiling_ms = null, matching_ms = null, change = nextval('application_change')
       where account_id = :account and stage in ('NEEDS_REVIEW', 'FAILED')
         and document_hash is not null\
      """;

  private static final String REMATCH =
      """
      update application
         set stage = 'QUEUED', round = round + 1, match_id = null, started_at = null,
             finished_at = null, matching_ms = null, change = nextval('application_change')
       where account_id = :account and stage = 'COMPLETED'\
      """;

  private final JdbcClient jdbc;
  private final Changes changes;
  private final List<OutcomeListener> listeners;
  private final Clock clock;

  Stages(
      JdbcClient jdbc, Changes changes, ObjectProvider<OutcomeListener> listeners, Engine engine) {
    this.jdbc = jdbc;
    this.changes = changes;
    this.listeners = listeners.orderedStream().toList();
    this.clock = engine.clock();
  }

  /// Its text is read from now on.
  void extract(Unit unit) {
    move(
        unit,
        update(
            unit,
            """
            update application
               set stage = 'EXTRACTING', started_at = coalesce(started_at, :now), detail = '',
                   change = nextval('application_change')
             where account_id = :account and id = :id and stage = 'QUEUED'
            """));
  }

  /// It stays where it is until something is there again.
  ///
  /// @param why what a person is told meanwhile
  void waits(Unit unit, String why) {
    move(
        unit,
        update(
                unit,
                """
                update application
                   set detail = :why, change = nextval('application_change')
                 where account_id = :account and id = :id and stage in (:before)
                   and detail <> :why
                """)
            .param("why", why)
            .param("before", names(open())));
  }

  /// Time it took to read a CV, absent for what was known.
  record Spent(@Nullable Duration extracting, @Nullable Duration profiling) {
    static final Spent NOTHING = new Spent(null, null);
  }

  /// Its CV has been read, and is that of `candidate`.
  void read(Unit unit, UUID reading, CandidateId candidate, Spent spent) {
    wasRead(
            unit,
            """
            update application
               set reading_id = :reading, candidate_id = :candidate,
                   extracting_ms = coalesce(:extracting, extracting_ms),
                   profiling_ms = coalesce(:profiling, profiling_ms)
             where account_id = :account and id = :id and stage in (:before)
            """,
            reading,
            candidate,
            spent)
        .update();
  }

  /// As [#read], and it is matched from now on.
  void match(Unit unit, UUID reading, CandidateId candidate, Spent spent) {
    move(
        unit,
        wasRead(
            unit,
            """
            update application
               set reading_id = :reading, candidate_id = :candidate, stage = 'MATCHING',
                   started_at = coalesce(started_at, :now), detail = '',
                   change = nextval('application_change'),
                   extracting_ms = coalesce(:extracting, extracting_ms),
                   profiling_ms = coalesce(:profiling, profiling_ms)
             where account_id = :account and id = :id and stage in (:before)
            """,
            reading,
            candidate,
            spent));
  }

  private StatementSpec wasRead(
      Unit unit, String sql, UUID reading, CandidateId candidate, Spent spent) {
    time(Stage.EXTRACTING, spent.extracting());
    time(Stage.PROFILING, spent.profiling());
    return update(unit, sql)
        .param("reading", reading)
        .param("candidate", candidate.value())
        .param("extracting", millis(spent.extracting()))
        .param("profiling", millis(spent.profiling()))
        .param("before", names(open()));
  }

  /// Holds its row until the end of the transaction. To be done before anything else is written:
  /// whoever deletes begins with this row, too, and neither waits for the other with something in
  /// hand.
  void hold(Unit unit) {
    jdbc.sql("select from application where account_id = :account and id = :id for update")
        .param("account", unit.account().value())
        .param("id", unit.application().value())
        .query()
        .listOfRows();
  }

  /// Ends it well.
  ///
  /// @param round which time it went through; see [#isAt]
  /// @param match keeps the match and says its id; absent in a screening without job description
  /// @param spent time it took to match, absent when nothing was matched
  void complete(Unit unit, int round, @Nullable Supplier<UUID> match, @Nullable Duration spent) {
    if (!isAt(unit, round)) {
      return;
    }
    time(Stage.MATCHING, spent);
    finish(
        unit,
        update(
                unit,
                """
                update application
                   set stage = 'COMPLETED', match_id = :match, finished_at = :now, detail = '',
                       change = nextval('application_change'),
                       matching_ms = coalesce(:spent, matching_ms)
                 where account_id = :account and id = :id and stage in (:before)
                """)
            .param("match", match == null ? null : match.get())
            .param("spent", millis(spent))
            .param("before", names(open())),
        Stage.COMPLETED);
  }

  /// Ends it in the review tray, as its file cannot be read.
  ///
  /// @param round which time it went through; see [#isAt]
  /// @param spent time it took to find that out
  void unreadable(Unit unit, int round, Reason reason, String detail, Duration spent) {
    if (isAt(unit, round)) {
      end(unit, Stage.NEEDS_REVIEW, reason, detail, null, spent);
    }
  }

  /// Holds the application for its outcome; false if it was cancelled or is through.
  ///
  /// @throws Outdated if it was taken back to the start meanwhile
  private boolean isAt(Unit unit, int round) {
    return jdbc.sql(
            """
            select round
              from application
             where account_id = :account and id = :id and stage in (:open)
               for update
            """)
        .param("account", unit.account().value())
        .param("id", unit.application().value())
        .param("open", names(open()))
        .query((row, number) -> {
          if (row.getInt(1) != round) {
            throw new Outdated();
          }
          return true;
        })
        .optional()
        .isPresent();
  }

  /// Ends it in the review tray, as it cost more than it may.
  void tooCostly(Unit unit, String detail, String errorId) {
    end(unit, Stage.NEEDS_REVIEW, Reason.TOO_COSTLY, detail, errorId, null);
  }

  /// Ends it as something that should not have happened.
  void fail(Unit unit, String detail, String errorId) {
    end(unit, Stage.FAILED, null, detail, errorId, null);
  }

  /// Cancels what is not through.
  void cancel(AccountId account, ScreeningId screening) {
    var cancelled =
        jdbc.sql(
                """
                update application
                   set stage = 'CANCELLED', finished_at = :now,
                       change = nextval('application_change')
                 where account_id = :account and screening_id = :screening and stage in (:open)
                returning id
                """)
            .param("account", account.value())
            .param("screening", screening.value())
            .param("now", Rows.time(clock.instant()))
            .param("open", names(open()))
            .query((row, number) -> new ApplicationId(Rows.id(row, "id")))
            .list();
    ended(account, screening, cancelled, Stage.CANCELLED);
  }

  /// Takes an application that failed or needs review, and whose file is kept, back to the start.
  ///
  /// @return 1, or 0 if it is not such a one
  int retry(AccountId account, ApplicationId application) {
    return jdbc.sql(RETRY + " and id = :id")
        .param("account", account.value())
        .param("id", application.value())
        .update();
  }

  /// Takes an application that is completed back to be matched once more.
  ///
  /// @return 1, or 0 if it is not completed
  int rematch(AccountId account, ApplicationId application) {
    return jdbc.sql(REMATCH + " and id = :id")
        .param("account", account.value())
        .param("id", application.value())
        .update();
  }

  /// As [#retry] for all of them.
  List<UUID> retryAll(AccountId account, ScreeningId screening) {
    return restarted(account, screening, RETRY);
  }

  /// Takes what was matched back to be matched once more. What is on its way begins anew too, as it
  /// may have seen what was asked before.
  List<UUID> rematchAll(AccountId account, ScreeningId screening) {
    jdbc.sql(
            """
            update application set round = round + 1
             where account_id = :account and screening_id = :screening and stage in (:open)
            """)
        .param("account", account.value())
        .param("screening", screening.value())
        .param("open", names(open()))
        .update();
    return restarted(account, screening, REMATCH);
  }

  private List<UUID> restarted(AccountId account, ScreeningId screening, String restart) {
    return jdbc
        .sql(restart + " and screening_id = :screening returning id")
        .param("account", account.value())
        .param("screening", screening.value())
        .query((row, number) -> Rows.id(row, "id"))
        .list()
        .stream()
        .sorted()
        .toList();
  }

  private void end(
      Unit unit,
      Stage stage,
      @Nullable Reason reason,
      String detail,
      @Nullable String errorId,
      @Nullable Duration extracting) {
    finish(
        unit,
        update(
                unit,
                """
                update application
                   set stage = :stage, reason = :reason, detail = :detail, error_id = :error,
                       started_at = coalesce(started_at, :now), finished_at = :now,
                       change = nextval('application_change'),
                       extracting_ms = coalesce(:extracting, extracting_ms)
                 where account_id = :account and id = :id and stage in (:before)
                """)
            .param("extracting", millis(extracting))
            .param("stage", stage.name())
            .param("reason", reason == null ? null : reason.name())
            .param("detail", detail)
            .param("error", errorId)
            .param("before", names(open())),
        stage);
  }

  private static void time(Stage stage, @Nullable Duration spent) {
    if (spent != null) {
      Metrics.timer("shortlist.stage", "stage", stage.name()).record(spent);
    }
  }

  private StatementSpec update(Unit unit, String sql) {
    return jdbc.sql(sql)
        .param("account", unit.account().value())
        .param("id", unit.application().value())
        .param("now", Rows.time(clock.instant()));
  }

  private boolean move(Unit unit, StatementSpec move) {
    boolean moved = move.update() == 1;
    if (moved) {
      changes.changed(unit.account(), unit.screening());
    }
    return moved;
  }

  private void finish(Unit unit, StatementSpec move, Stage stage) {
    if (move(unit, move)) {
      ended(unit.account(), unit.screening(), List.of(unit.application()), stage);
    }
  }

  private void ended(
      AccountId account, ScreeningId screening, List<ApplicationId> applications, Stage stage) {
    Metrics.counter("shortlist.applications", "outcome", stage.name())
        .increment(applications.size());
    listeners.forEach(listener -> listener.ended(account, screening, applications, stage));
  }

  static List<Stage> open() {
    return Arrays.stream(Stage.values()).filter(stage -> !stage.isFinal()).toList();
  }

  private static List<String> names(List<Stage> stages) {
    return stages.stream().map(Stage::name).toList();
  }

  private static @Nullable Integer millis(@Nullable Duration spent) {
    return spent == null ? null : Math.toIntExact(spent.toMillis());
  }

  /// Which application.
  record Unit(AccountId account, ScreeningId screening, ApplicationId application) {}
}
