package dev.shortlist.tasks;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// This program among the others on its database: under a name no other has while it lives, and
/// seen by them.
///
/// The name is a lock of a connection that is kept, so it is free again at the moment the program
/// ends, however it ends.
final class Node implements AutoCloseable {
  private static final int MOST_OF_A_NAME = 99;
  private static final Logger log = LoggerFactory.getLogger(Node.class);

  private final DataSource connections;
  private final NodeSettings settings;
  private final Duration beat;
  private final String name;
  private final DatabaseClock clock;
  private final Thread thread;
  private Connection connection;
  private boolean away;
  private volatile boolean closed;

  /// @param connections gives the one connection it keeps
  /// @param beat how often it shows that it lives
  Node(DataSource connections, NodeSettings settings, Duration beat) {
    this.connections = connections;
    this.settings = settings;
    this.beat = beat;
    try {
      connection = connections.getConnection();
      name = claim(wished(settings));
      clock = new DatabaseClock(connection);
      enter();
    } catch (SQLException e) {
      throw new IllegalStateException("this node cannot be entered in the database", e);
    }
    thread = Thread.ofVirtual().name("node").start(this::live);
  }

  String name() {
    return name;
  }

  Clock clock() {
    return clock;
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    try {
      thread.join();
      execute("delete from node where name = ?");
      connection.close();
    } catch (SQLException e) {
      log.debug("the node is not there to be removed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void live() {
    while (!closed) {
      try {
        Thread.sleep(beat);
        if (execute("update node set seen_at = clock_timestamp() where name = ?") == 0) {
          enter();
        }
        clock.set(connection);
        if (away) {
          log.info("the node has its connection again node={}", name);
          away = false;
        }
      } catch (InterruptedException e) {
        return;
      } catch (SQLException | RuntimeException e) {
        if (!away) {
          log.warn("the node has lost its connection, trying again node={}", name);
          away = true;
        }
        connectAgain();
      }
    }
  }

  private void connectAgain() {
    try {
      connection.close();
      connection = connections.getConnection();
      if (!lock(name)) {
        log.error("another node took this node's name meanwhile node={}", name);
      }
    } catch (SQLException | RuntimeException e) {
      log.debug("no connection yet", e);
    }
  }

  private String claim(String wished) throws SQLException {
    for (int number = 1; number <= MOST_OF_A_NAME; number++) {
      String candidate = number == 1 ? wished : "%s-%d".formatted(wished, number);
      if (lock(candidate)) {
        return candidate;
      }
    }
    throw new IllegalStateException(
        "%d nodes are called %s: set shortlist.node".formatted(MOST_OF_A_NAME, wished));
  }

  private boolean lock(String candidate) throws SQLException {
    try (var statement =
        connection.prepareStatement("select pg_try_advisory_lock(hashtextextended(?, 0))")) {
      statement.setString(1, "node " + candidate);
      try (var rows = statement.executeQuery()) {
        rows.next();
        return rows.getBoolean(1);
      }
    }
  }

  private void enter() throws SQLException {
    try (var statement =
        connection.prepareStatement(
            """
            insert into node (name, roles, started_at, seen_at)
            values (?, ?, clock_timestamp(), clock_timestamp())
                on conflict (name) do update
                   set roles = excluded.roles, started_at = excluded.started_at,
                       seen_at = excluded.seen_at
            """)) {
      statement.setString(1, name);
      statement.setString(
          2, settings.roles().stream().sorted().map(Enum::name).collect(Collectors.joining(",")));
      statement.executeUpdate();
    }
    log.info("node entered node={} roles={}", name, settings.roles());
  }

  private int execute(String sql) throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, name);
      return statement.executeUpdate();
    }
  }

  private static String wished(NodeSettings settings) {
    String given = settings.node();
    return given == null || given.isBlank() ? machine() : given.strip();
  }

  private static String machine() {
    String host = System.getenv("HOSTNAME");
    return host == null || host.isBlank() ? localHost() : host.toLowerCase(Locale.ROOT);
  }

  private static String localHost() {
    try {
      return InetAddress.getLocalHost().getHostName().toLowerCase(Locale.ROOT);
    } catch (UnknownHostException e) {
      return "node";
    }
  }
}
