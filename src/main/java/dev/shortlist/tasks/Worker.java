package dev.shortlist.tasks;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.shortlist.database.Tenancy;
import java.nio.channels.ClosedByInterruptException;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/// Runs the tasks of a handler: each result once, each failure as often as it may, each task that
/// kills its process alone before it is condemned.
final class Worker {
  /// A task that nodes died with this often, while it ran alone, is to blame. One such death may be
  /// an operator's doing.
  private static final int DEATHS_ALONE = 2;

  /// Suspects of a node that died wait for each other: short, so that its work is soon done.
  private static final Duration NEXT_TURN = Duration.ofMillis(250);

  private static final CompletionHandler<Void> NOTHING_LEFT_TO_DO = (complete, operations) -> {};

  /// What every line written while a task runs carries: the id of the application, say.
  private static final String IN_LOG = "task";

  private static final Logger log = LoggerFactory.getLogger(Worker.class);

  private final TaskHandler handler;
  private final LaneTable table;
  private final Tenancy tenancy;
  private final Solitude solitude;
  private final TimeLimit limit;
  private final Backoff backoff;
  private final int attempts;
  private final Clock clock;

  /// @param table through connections that take part in the transactions of `tenancy`
  Worker(
      TaskHandler handler,
      LaneTable table,
      Tenancy tenancy,
      Solitude solitude,
      TimeLimit limit,
      Backoff backoff,
      int attempts,
      Clock clock) {
    this.handler = handler;
    this.table = table;
    this.tenancy = tenancy;
    this.solitude = solitude;
    this.limit = limit;
    this.backoff = backoff;
    this.attempts = attempts;
    this.clock = clock;
  }

  /// The handler as the engine knows it.
  Task<Void> task() {
    return Tasks.custom(handler.name(), Void.class)
        .onFailure(this::tryAgain)
        .onDeadExecution(this::died)
        .execute((instance, context) -> work(context));
  }

  private CompletionHandler<Void> work(ExecutionContext context) {
    Execution execution = context.getExecution();
    TaskId task = TaskId.parse(execution.getId());
    try (var _ = MDC.putCloseable(IN_LOG, task.subject().toString())) {
      work(context, execution, task);
    }
    return NOTHING_LEFT_TO_DO;
  }

  private void work(ExecutionContext context, Execution execution, TaskId task) {
    // Deaths count as failures, so a task without failures needs no look at the table.
    int deaths = execution.consecutiveFailures == 0 ? 0 : table.deaths(execution);
    try {
      Runnable result =
          deaths < table.lane().suspect()
              ? solitude.together(() -> limit.run(task.batch(), () -> handler.run(task)))
              : solitude.alone(() -> alone(execution, task));
      finish(execution, task, result);
    } catch (TimeLimit.Stopped e) {
      finish(execution, task, () -> {});
    } catch (NotYet e) {
      table.release(execution, e.until());
    } catch (Outdated e) {
      table.release(execution, clock.instant());
    } catch (Solitude.Occupied e) {
      table.release(execution, clock.instant().plus(NEXT_TURN));
    } catch (Exception e) {
      if (context.getSchedulerState().isShuttingDown() && isInterrupt(e)) {
        Thread.interrupted();
        table.release(execution, clock.instant());
      } else if (isLast(execution, deaths, e)) {
        giveUp(execution, task, causeOf(e), e);
      } else {
        throw new Retry(e);
      }
    }
  }

  private boolean isLast(Execution execution, int deaths, Throwable failure) {
    return failure instanceof Permanent
        || (execution.consecutiveFailures - deaths + 1 >= attempts && !Outage.isCauseOf(failure));
  }

  private Runnable alone(Execution execution, TaskId task) throws Exception {
    table.markAlone(execution);
    return limit.run(task.batch(), () -> handler.run(task));
  }

  /// Removes the task and writes its result, both or neither. A task that is not there any more was
  /// taken over by another node: then nothing is written.
  private void finish(Execution execution, TaskId task, Runnable result) {
    tenancy.inAccount(
        task.account(),
        () -> {
          if (table.remove(execution)) {
            result.run();
          } else {
            log.warn("late result refused task={} kind={}", task, handler.name());
          }
        });
  }

  private void giveUp(Execution execution, TaskId task, GivenUp.Cause cause, Throwable failure) {
    String errorId = UUID.randomUUID().toString().substring(0, 8);
    finish(execution, task, () -> handler.givenUp(task, new GivenUp(cause, errorId)));
    log.error(
        "task given up error={} task={} kind={} cause={} attempts={}\n{}",
        errorId,
        task,
        handler.name(),
        cause,
        execution.consecutiveFailures + 1,
        Trace.of(failure));
  }

  private void tryAgain(ExecutionComplete failed, ExecutionOperations<Void> operations) {
    Throwable failure = failed.getCause().map(Worker::unwrapped).orElseGet(Throwable::new);
    Execution execution = failed.getExecution();
    if (!table.holds(execution)) {
      // A commit that seemed to fail had its effect, or another node was quicker.
      log.warn("nothing is left to try again task={}", execution.getId());
      return;
    }
    if (Outage.isCauseOf(failure)) {
      table.release(execution, clock.instant().plus(backoff.after(1, failure)));
      log.warn(
          "{}, the attempt does not count task={}",
          failure instanceof Away ? failure.getMessage() : "the database was away",
          execution.getId());
      return;
    }
    // An Error, such as a stack that overflows, comes here without having been counted.
    int deaths = execution.consecutiveFailures == 0 ? 0 : table.deaths(execution);
    if (isLast(execution, deaths, failure)) {
      giveUp(execution, TaskId.parse(execution.getId()), causeOf(failure), failure);
      return;
    }
    Duration wait = backoff.after(execution.consecutiveFailures + 1, failure);
    operations.reschedule(failed, clock.instant().plus(wait));
    log.warn(
        "task put off task={} kind={} attempt={} wait={}\n{}",
        execution.getId(),
        handler.name(),
        execution.consecutiveFailures + 1,
        wait,
        Trace.of(failure));
  }

  private void died(ExecutionComplete dead, ExecutionOperations<Void> operations) {
    Execution execution = dead.getExecution();
    var counted = table.died(execution);
    if (counted.isEmpty()) {
      log.info("task handed on, no death is counted task={}", execution.getId());
      table.release(execution, clock.instant());
      return;
    }
    int deaths = counted.getAsInt();
    log.warn(
        "task's node died task={} kind={} deaths={}", execution.getId(), handler.name(), deaths);
    if (deaths >= table.lane().suspect() + DEATHS_ALONE) {
      giveUp(
          execution,
          TaskId.parse(execution.getId()),
          GivenUp.Cause.KILLED_ITS_PROCESS,
          new IllegalStateException());
    } else {
      operations.reschedule(dead, clock.instant());
    }
  }

  private static GivenUp.Cause causeOf(Throwable e) {
    return e instanceof TimeLimit.TookTooLong ? GivenUp.Cause.TOOK_TOO_LONG : GivenUp.Cause.FAILED;
  }

  private static boolean isInterrupt(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof InterruptedException || cause instanceof ClosedByInterruptException) {
        return true;
      }
    }
    return Thread.currentThread().isInterrupted();
  }

  private static Throwable unwrapped(Throwable failure) {
    return failure instanceof Retry retry && retry.getCause() != null ? retry.getCause() : failure;
  }

  /// Tells the engine that the attempt failed.
  private static final class Retry extends RuntimeException {
    private static final long serialVersionUID = 1;

    Retry(Exception cause) {
      super(cause);
    }
  }
}
