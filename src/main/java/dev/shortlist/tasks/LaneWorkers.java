package dev.shortlist.tasks;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.stats.MicrometerStatsRegistry;
import com.github.kagkarlsson.scheduler.stats.StatsRegistryAdapter;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.micrometer.core.instrument.Metrics;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import javax.sql.DataSource;

/// Builds the engine of a lane.
///
/// @param node name of this node, unlike any other's
/// @param connections for the engine alone, so that busy tasks cannot keep it from telling that
///   they live
record LaneWorkers(String node, DataSource connections, TaskSettings settings, Clock clock) {
  private static final int MISSED_HEARTBEATS = 4;
  private static final Duration KEEP_UNKNOWN = Duration.ofDays(90);

  /// Select .. skip locked, then update: without the plan that may lock more than was asked for.
  static JdbcCustomization postgres() {
    return new PostgreSqlJdbcCustomization(true, false);
  }

  Scheduler build(Lane lane, List<Task<?>> tasks, List<Recurring> recurring) {
    var builder =
        Scheduler.create(connections, tasks)
            .startTasks(recurring.stream().map(LaneWorkers::task).toList())
            .tableName(lane.table())
            .schedulerName(new SchedulerName.Fixed(node))
            .threads(settings.threads(lane))
            .pollUsingLockAndFetch(0.5, 1.0)
            .jdbcCustomization(postgres())
            .enablePriority()
            .serializer(new NoData())
            .clock(clock::instant)
            .pollingInterval(settings.poll())
            .heartbeatInterval(settings.heartbeat())
            .missedHeartbeatsLimit(MISSED_HEARTBEATS)
            .deleteUnresolvedAfter(KEEP_UNKNOWN)
            .addSchedulerListener(
                new StatsRegistryAdapter(
                    new MicrometerStatsRegistry(Metrics.globalRegistry, tasks)))
            .shutdownMaxWait(settings.shutdown())
            .failureLogging(LogLevel.OFF, false);
    if (lane != Lane.CPU) {
      // The cpu lane has threads of its own: its work would hold the carriers requests run on.
      builder.executorService(Executors.newVirtualThreadPerTaskExecutor());
    }
    return builder.build();
  }

  private static RecurringTask<Void> task(Recurring recurring) {
    return Tasks.recurring(recurring.name(), FixedDelay.of(recurring.every()))
        .execute((instance, context) -> recurring.work().run());
  }
}
