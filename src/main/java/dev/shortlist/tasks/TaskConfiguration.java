package dev.shortlist.tasks;

import com.github.kagkarlsson.scheduler.task.Task;
import com.zaxxer.hikari.HikariDataSource;
import dev.shortlist.database.Database;
import dev.shortlist.database.Notices;
import dev.shortlist.database.Tenancy;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({TaskSettings.class, NodeSettings.class})
class TaskConfiguration {
  private static final Duration MICROSECOND = Duration.ofNanos(1000);
  private static final Duration RANKS = Duration.ofHours(1);

  /// Statements of the engine take milliseconds; a node whose line is cut must notice before others
  /// take it for dead.
  private static final Duration SILENCE = Duration.ofSeconds(15);

  @Bean(defaultCandidate = false)
  HikariDataSource nodeConnection(Database database) {
    return database.pool("node", 1, SILENCE);
  }

  @Bean
  Node node(
      @Qualifier("nodeConnection") HikariDataSource nodeConnection,
      NodeSettings node,
      TaskSettings settings) {
    return new Node(nodeConnection, node, settings.heartbeat());
  }

  @Bean
  Engine engine(JdbcClient jdbc, Node node) {
    return new Engine(jdbc, node.name(), Clock.tick(node.clock(), MICROSECOND));
  }

  @Bean
  TaskQueue taskQueue(DataSource dataSource, Notices notices, TaskSettings settings, Node node) {
    return new TaskQueue(dataSource, notices, settings.queue(), node.clock());
  }

  @Bean
  Recurring takeRanksBack(TaskQueue queue, PlatformTransactionManager transactions) {
    var transaction = new TransactionTemplate(transactions);
    return new Recurring(
        "take-ranks-back",
        RANKS,
        () -> {
          for (Lane lane : Lane.values()) {
            transaction.executeWithoutResult(_ -> queue.takeRanksBack(lane));
          }
        });
  }

  @Bean(defaultCandidate = false)
  HikariDataSource taskConnections(Database database, TaskSettings settings) {
    return database.pool("tasks", settings.connections(), SILENCE);
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
      NodeSettings roles,
      Node node) {
    var backoff = new Backoff(settings.backoff(), settings.patience(), new SecureRandom());
    var tasks = new EnumMap<Lane, List<Task<?>>>(Lane.class);
    var limits = new ArrayList<TimeLimit>();
    for (Lane lane : Lane.values()) {
      var solitude = new Solitude();
      var limit = new TimeLimit(taskTimer, settings.limit(lane));
      limits.add(limit);
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
                          node.clock())
                      .task())
              .toList());
    }
    return new Lanes(
        queue,
        new LaneWorkers(node.name(), taskConnections, settings, node.clock()),
        roles.is(NodeRole.WORKER) ? tasks : Map.of(),
        batch -> limits.forEach(limit -> limit.stop(batch)),
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
