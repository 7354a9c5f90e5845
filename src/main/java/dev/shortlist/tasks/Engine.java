package dev.shortlist.tasks;

import dev.shortlist.database.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What an operator wants to know of the nodes and lanes on this database, over all accounts.
public final class Engine {
  private final JdbcClient jdbc;
  private final String self;
  private final Clock clock;

  Engine(JdbcClient jdbc, String self, Clock clock) {
    this.jdbc = jdbc;
    this.self = self;
    this.clock = clock;
  }

  /// The time of the database, by which all nodes go, as exact as it is kept there.
  public Clock clock() {
    return clock;
  }

  /// The nodes, by name. One that was killed is in the list until its name is used again.
  public List<NodeStatus> nodes() {
    return jdbc.sql(
            """
            select name, roles, started_at, seen_at
              from node
             order by name
            """)
        .query((row, number) -> node(row))
        .list();
  }

  /// The lanes, in the order of [Lane].
  public List<LaneStatus> lanes() {
    return Arrays.stream(Lane.values()).map(this::lane).toList();
  }

  /// The name of this node.
  public String self() {
    return self;
  }

  private LaneStatus lane(Lane lane) {
    return jdbc.sql(
            """
            select count(*) filter (where not picked and execution_time <= clock_timestamp()) as due,
                   count(*) filter (where not picked and execution_time > clock_timestamp()) as later,
                   count(*) filter (where picked) as running,
                   extract(epoch from clock_timestamp() - min(execution_time)
                     filter (where not picked and execution_time <= clock_timestamp())) as oldest
              from %s
            """
                .formatted(lane.table()))
        .query((row, number) -> {
          var oldest = row.getBigDecimal("oldest");
          return new LaneStatus(
              lane,
              row.getInt("due"),
              row.getInt("later"),
              row.getInt("running"),
              oldest == null ? null : Duration.ofMillis(Math.round(oldest.doubleValue() * 1000)));
        })
        .single();
  }

  private static NodeStatus node(ResultSet row) throws SQLException {
    return new NodeStatus(
        Rows.text(row, "name"),
        Arrays.stream(Rows.text(row, "roles").split(","))
            .map(NodeRole::valueOf)
            .collect(Collectors.toUnmodifiableSet()),
        Rows.instant(row, "started_at"),
        Rows.instant(row, "seen_at"));
  }

  /// A node.
  ///
  /// @param name unlike any other's that lives
  /// @param seenAt when it last showed that it lives, in the time of the database
  public record NodeStatus(String name, Set<NodeRole> roles, Instant startedAt, Instant seenAt) {}

  /// A lane on all nodes together.
  ///
  /// @param due tasks that could start now
  /// @param later tasks that wait for their next attempt, or their time
  /// @param running tasks a node works on
  /// @param oldest how long the task that waits longest could have started, absent when none is due
  public record LaneStatus(Lane lane, int due, int later, int running, @Nullable Duration oldest) {}
}
