package dev.shortlist.tasks;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Tells a failure of what all tasks need from one of the task: no task is to blame that the
/// database is away, restarts, or has no room, or that the handler says so of something else.
final class Outage {
  /// Classes of SQLSTATE: connections, and resources such as disk, memory and connections.
  private static final Set<String> CLASSES = Set.of("08", "53");

  /// The server stops, has crashed, or starts.
  private static final Set<String> STATES = Set.of("57P01", "57P02", "57P03");

  /// What the pool says, without a state, of a connection it has given up meanwhile.
  private static final String CLOSED = "Connection is closed";

  private Outage() {}

  static boolean isCauseOf(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof Away
          || cause instanceof SQLTransientConnectionException // a pool that got no connection
          || (cause instanceof SQLException sql
              && (isOutage(sql.getSQLState()) || CLOSED.equals(sql.getMessage())))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOutage(@Nullable String state) {
    return state != null
        && state.length() == 5
        && (STATES.contains(state) || CLASSES.contains(state.substring(0, 2)));
  }
}
