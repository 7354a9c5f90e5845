package dev.shortlist.tasks;

import com.github.kagkarlsson.scheduler.task.Task;
import com.zaxxer.hikari.HikariDataSource;
import dev.shortlist.database.Database;
import dev.shortlist.database.Tenancy;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TaskSettings.class)
class TaskConfiguration {

  @Bean
  TaskQueue taskQueue(DataSource dataSource, Clock clock) {
    return new TaskQueue(dataSource, clock);
  }

  @Bean(defaultCandidate = false)
  HikariDataSource taskConnections(Database database, TaskSettings settings) {
    return database.pool("tasks", settings.connections());
  }

  @Bean
  ScheduledExecutorService taskTimer() {
    return Executors.newSingleThreadScheduledExecutor(
        Thread.ofPlatform().daemon().name("task-timer").factory());
  }

  @Bean
  Lanes lanes(
      TaskQueue queue,
      List<TaskHandler> handlers,
      List<Recurring> recurring,
      Database database,
      @Qualifier("taskConnections") HikariDataSource taskConnections,
      JdbcClient jdbc,
      Tenancy tenancy,
      ScheduledExecutorService taskTimer,
      TaskSettings settings,
      Clock clock) {
    var random = new SecureRandom();
    var backoff = new Backoff(settings.backoff(), settings.patience(), random);
    var tasks = new EnumMap<Lane, List<Task<?>>>(Lane.class);
    for (Lane lane : Lane.values()) {
      var solitude = new Solitude();
      var limit = new TimeLimit(taskTimer, settings.limit(lane));
      tasks.put(
          lane,
          handlers.stream()
              .filter(handler -> handler.lane() == lane)
              .<Task<?>>map(handler ->
                  new Worker(
                          handler,
                          new LaneTable(jdbc, lane),
                          tenancy,
                          solitude,
                          limit,
                          backoff,
                          settings.attempts(),
                          clock)
                      .task())
              .toList());
    }
    String node = "node-" + HexFormat.of().toHexDigits(random.nextLong());
    return new Lanes(
        queue,
        new LaneWorkers(node, taskConnections, settings, clock),
        tasks,
        recurring,
        () -> release(database, jdbc));
  }

  /// What a killed process left behind need not be waited for where no other node can be at it.
  private static void release(Database database, JdbcClient jdbc) {
    if (database.isOurs()) {
      for (Lane lane : Lane.values()) {
        new LaneTable(jdbc, lane).orphan();
      }
    }
  }
}
