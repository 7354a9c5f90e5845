package dev.shortlist.pool;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.Accounts;
import dev.shortlist.database.Ids;
import dev.shortlist.database.Rows;
import dev.shortlist.database.Tenancy;
import dev.shortlist.screening.JobDescriptionId;
import dev.shortlist.tasks.Lane;
import dev.shortlist.tasks.QueueFull;
import dev.shortlist.tasks.TaskQueue;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// What is still to be compared for the rankings of the pool: a step of some CVs for each task. Who
/// changes steps holds their ranking.
@Component
class PoolSteps {
  /// Compared in about a tenth of a second when their titles are known to the language model, in
  /// seconds when none is.
  static final int CVS = 100;

  private static final Logger log = LoggerFactory.getLogger(PoolSteps.class);

  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final Accounts accounts;
  private final TaskQueue queue;
  private final PoolScores scores;
  private final ApplicationEventPublisher events;
  private final Ids ids;
  private final Clock clock;

  PoolSteps(
      JdbcClient jdbc,
      Tenancy tenancy,
      Accounts accounts,
      TaskQueue queue,
      PoolScores scores,
      ApplicationEventPublisher events,
      Ids ids,
      Clock clock) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
    this.accounts = accounts;
    this.queue = queue;
    this.scores = scores;
    this.events = events;
    this.ids = ids;
    this.clock = clock;
  }

  /// Some CVs to compare.
  ///
  /// @param number of the job description
  /// @param run which the ranking must still be at
  /// @param asked the revision to compare with
  record Step(UUID id, int number, UUID run, JobDescriptionId asked, List<UUID> readings) {}

  /// Enqueues the steps of a run, in the transaction that is going on.
  ///
  /// @throws QueueFull if the account has too much waiting already
  void begin(AccountId account, int number, UUID run, List<UUID> readings) {
    var steps = new ArrayList<UUID>();
    queue.requireRoom(Lane.CPU, account.value(), (readings.size() + CVS - 1) / CVS);
    for (int from = 0; from < readings.size(); from += CVS) {
      var some = readings.subList(from, Math.min(readings.size(), from + CVS));
      steps.add(insert(account, number, run, some));
    }
    enqueue(account, run, steps);
  }

  /// Takes the steps of a run back, and interrupts those that are at work.
  void stop(AccountId account, int number, UUID run) {
    queue.stop(account.value(), run);
    jdbc.sql("delete from pool_step where account_id = :account and number = :number")
        .param("account", account.value())
        .param("number", number)
        .update();
  }

  /// A step that is still to be done.
  Optional<Step> find(AccountId account, UUID id) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    """
                    select s.id, s.number, s.run, k.job_description_id, s.readings
                      from pool_step s
                      join pool_ranking k
                        on k.account_id = s.account_id and k.number = s.number and k.run = s.run
                     where s.account_id = :account and s.id = :id and k.state = 'RUNNING'
                    """)
                .param("account", account.value())
                .param("id", id)
                .query((row, index) ->
                    new Step(
                        Rows.id(row, "id"),
                        row.getInt("number"),
                        Rows.id(row, "run"),
                        new JobDescriptionId(Rows.id(row, "job_description_id")),
                        List.of((UUID[]) row.getArray("readings").getArray())))
                .optional());
  }

  /// Keeps what a step gave, unless the ranking was stopped or begun anew meanwhile.
  void finish(AccountId account, Step step, String version, List<PoolScores.Score> found) {
    if (isAtIt(account, step) && remove(account, step)) {
      scores.keep(account, step.number(), version, found);
      settle(account, step, new UUID[0]);
    }
  }

  /// Has each CV of a step that failed compared alone, so that the one at fault is found; alone
  /// already, it is left out.
  void giveUp(AccountId account, Step step) {
    if (!isAtIt(account, step) || !remove(account, step)) {
      return;
    }
    if (step.readings().size() > 1) {
      enqueue(
          account,
          step.run(),
          step.readings().stream()
              .map(reading -> insert(account, step.number(), step.run(), List.of(reading)))
              .toList());
    } else {
      settle(account, step, step.readings().toArray(UUID[]::new));
    }
  }

  /// The net: steps without task get one.
  void complete() {
    for (var account : accounts.list()) {
      for (var running : running(account)) {
        tenancy.inAccount(account.value(), () -> complete(account, running));
      }
    }
  }

  /// Tells, after the commit, that a ranking changed.
  void changed(AccountId account, int number) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            events.publishEvent(new PoolChanged(account, number));
          }
        });
  }

  private void complete(AccountId account, Running running) {
    if (!hold(account, running.number(), running.run())) {
      return;
    }
    // While it is held, no step ends or begins.
    var known = queue.known(Lane.CPU, PoolTask.NAME, account.value(), running.run());
    var missing = list(account, running).stream().filter(step -> !known.contains(step)).toList();
    if (!missing.isEmpty()) {
      log.warn("steps without task enqueued run={} count={}", running.run(), missing.size());
      enqueue(account, running.run(), missing);
    }
  }

  private List<Running> running(AccountId account) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    """
                    select number, run from pool_ranking
                     where account_id = :account and state = 'RUNNING'
                    """)
                .param("account", account.value())
                .query((row, index) -> new Running(row.getInt("number"), Rows.id(row, "run")))
                .list());
  }

  private record Running(int number, UUID run) {}

  private List<UUID> list(AccountId account, Running running) {
    return jdbc.sql(
            """
            select id from pool_step
             where account_id = :account and number = :number and run = :run
             order by id
            """)
        .param("account", account.value())
        .param("number", running.number())
        .param("run", running.run())
        .query((row, index) -> Rows.id(row, "id"))
        .list();
  }

  private boolean isAtIt(AccountId account, Step step) {
    return hold(account, step.number(), step.run());
  }

  private boolean hold(AccountId account, int number, UUID run) {
    return jdbc.sql(
            """
            select 1
              from pool_ranking
             where account_id = :account and number = :number and run = :run and state = 'RUNNING'
               for update
            """)
        .param("account", account.value())
        .param("number", number)
        .param("run", run)
        .query((row, index) -> true)
        .optional()
        .isPresent();
  }

  private boolean remove(AccountId account, Step step) {
    return jdbc.sql("delete from pool_step where account_id = :account and id = :id")
            .param("account", account.value())
            .param("id", step.id())
            .update()
        == 1;
  }

  private void settle(AccountId account, Step step, UUID[] failed) {
    jdbc.sql(
            """
            update pool_ranking k
               set remaining = k.remaining - :done, failed = k.failed || cast(:failed as uuid[]),
                   state = case when o.open then 'RUNNING' else 'COMPLETED' end,
                   finished_at = case when not o.open then cast(:now as timestamptz) end
              from (select exists (select from pool_step s
                                    where s.account_id = :account and s.number = :number
                                      and s.run = :run) as open) o
             where k.account_id = :account and k.number = :number
            """)
        .param("done", step.readings().size())
        .param("failed", failed)
        .param("now", Rows.time(clock.instant()))
        .param("account", account.value())
        .param("number", step.number())
        .param("run", step.run())
        .update();
    changed(account, step.number());
  }

  private UUID insert(AccountId account, int number, UUID run, List<UUID> readings) {
    UUID id = ids.next();
    jdbc.sql(
            """
            insert into pool_step (account_id, id, number, run, readings)
            values (:account, :id, :number, :run, :readings)
            """)
        .param("account", account.value())
        .param("id", id)
        .param("number", number)
        .param("run", run)
        .param("readings", readings.toArray(UUID[]::new))
        .update();
    return id;
  }

  private void enqueue(AccountId account, UUID run, List<UUID> steps) {
    queue.add(Lane.CPU, PoolTask.NAME, account.value(), run, steps);
  }
}
