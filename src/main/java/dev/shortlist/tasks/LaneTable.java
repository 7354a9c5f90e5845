package dev.shortlist.tasks;

import static java.time.ZoneOffset.UTC;

import com.github.kagkarlsson.scheduler.task.Execution;
import java.time.Instant;
import java.util.OptionalInt;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/// The engine's rows of a lane, as far as we change them ourselves. Every change is bound to the
/// version the row was picked with, so what another node has taken over stays untouched.
record LaneTable(JdbcClient jdbc, Lane lane) {
  private static final String AS_PICKED =
      "task_name = :name and task_instance = :instance and version = :version";

  /// Removes the task; false if another node has taken it over.
  boolean remove(Execution task) {
    return changed(at(task, "delete from %1$s where %2$s"));
  }

  /// Gives the task back unharmed; false if another node has taken it over.
  boolean release(Execution task, Instant notBefore) {
    return changed(
        at(
                task,
                """
                update %1$s
                   set picked = false, picked_by = null, last_heartbeat = null,
                       version = version + 1, alone = false, execution_time = :then
                 where %2$s
                """)
            .param("then", notBefore.atOffset(UTC)));
  }

  /// Writes down that the node of the task died, and says how often that happened by now; of a
  /// suspect only deaths alone are counted.
  ///
  /// @return empty if the node did not die with it: it ended as it should, which removes its row,
  ///   or was seen since, so only its connection was cut
  OptionalInt died(Execution task) {
    var deaths =
        at(
                task,
                """
                update %1$s
                   set deaths = deaths + 1, alone = false
                 where %2$s
                   and (deaths < :suspect or alone)
                   and exists (
                         select from node n
                          where n.name = picked_by
                            and (n.started_at > last_heartbeat
                                 or clock_timestamp() - n.seen_at
                                    > (clock_timestamp() - last_heartbeat) / 2))
                returning deaths
                """)
            .param("suspect", lane.suspect())
            .query((row, number) -> row.getInt(1))
            .optional();
    return deaths.map(OptionalInt::of).orElseGet(OptionalInt::empty);
  }

  /// Whether the task is still as it was picked: false if it was finished or taken over.
  boolean holds(Execution task) {
    return at(task, "select 1 from %1$s where %2$s")
        .query((row, number) -> true)
        .optional()
        .isPresent();
  }

  /// How often a node died with the task.
  int deaths(Execution task) {
    return at(task, "select deaths from %1$s where %2$s")
        .query((row, number) -> row.getInt(1))
        .optional()
        .orElse(0);
  }

  /// Writes down that the task now runs alone; false if another node has taken it over.
  boolean markAlone(Execution task) {
    return changed(at(task, "update %1$s set alone = true where %2$s"));
  }

  /// Lets what a killed process left picked count as dead at once.
  void orphan() {
    jdbc.sql("update %s set last_heartbeat = 'epoch' where picked".formatted(lane.table()))
        .update();
  }

  private StatementSpec at(Execution task, String statement) {
    return jdbc.sql(statement.formatted(lane.table(), AS_PICKED))
        .param("name", task.getTaskName())
        .param("instance", task.getId())
        .param("version", task.version);
  }

  private static boolean changed(StatementSpec statement) {
    return statement.update() == 1;
  }
}
