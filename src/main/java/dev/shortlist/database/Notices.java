package dev.shortlist.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Short messages to the other nodes on this database, by LISTEN and NOTIFY. They are kept nowhere:
/// whoever is away misses them, and is told so when it is back.
///
/// Ids only: a message passes the fence between accounts.
public final class Notices implements SmartLifecycle {
  private static final Duration LOOK_AFTER = Duration.ofSeconds(10);
  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
  private static final Logger log = LoggerFactory.getLogger(Notices.class);

  private final Database database;
  private final JdbcClient jdbc;
  private final String self = UUID.randomUUID().toString().substring(0, 8);
  private final Map<String, Listener> listeners = new ConcurrentHashMap<>();
  private volatile @Nullable Thread thread;

  Notices(Database database, JdbcClient jdbc) {
    this.database = database;
    this.jdbc = jdbc;
  }

  /// Says to `to` what other nodes send on `channel`, once the program runs; not what this one
  /// sends.
  ///
  /// @param missed run whenever messages may have been missed, and before the first
  public void listen(String channel, Consumer<String> to, Runnable missed) {
    if (listeners.putIfAbsent(channel, new Listener(to, missed)) != null) {
      throw new IllegalStateException("the channel %s is listened to already".formatted(channel));
    }
  }

  /// Sends `message` to the other nodes; in a transaction, when it commits.
  ///
  /// The database hands messages out one commit at a time: a few a second are fine, one for each
  /// row is not.
  public void send(String channel, String message) {
    jdbc.sql("select pg_notify(:channel, :message)")
        .param("channel", channel)
        .param("message", self + " " + message)
        .query((row, number) -> true)
        .single();
  }

  @Override
  public void start() {
    var listening = Thread.ofPlatform().daemon().name("notices").unstarted(this::listen);
    thread = listening; // before it looks
    listening.start();
  }

  @Override
  public void stop() {
    Thread listening = thread;
    thread = null;
    if (listening != null) {
      listening.interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  private void listen() {
    boolean away = false;
    while (isRunning()) {
      try (var connection = database.connect()) {
        register(connection);
        if (away) {
          log.info("the database is back");
          away = false;
        }
        listeners.values().forEach(listener -> listener.missed().run());
        hear(connection);
      } catch (SQLException | RuntimeException e) {
        if (!isRunning()) {
          return;
        }
        if (!away) {
          log.warn("the database is away, trying again each second: {}", e.getMessage());
          away = true;
        }
        rest();
      }
    }
  }

  private void register(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("set application_name = 'shortlist notices'");
      for (String channel : listeners.keySet()) {
        statement.execute("listen " + statement.enquoteIdentifier(channel, true));
      }
    }
  }

  private void hear(Connection connection) throws SQLException {
    var notified = connection.unwrap(PGConnection.class);
    while (isRunning()) {
      var heard = notified.getNotifications(Math.toIntExact(LOOK_AFTER.toMillis()));
      if (heard == null || heard.length == 0) {
        look(connection);
        continue;
      }
      for (var one : heard) {
        String[] words = one.getParameter().split(" ", 2);
        if (words.length == 2 && !words[0].equals(self)) {
          tell(one.getName(), words[1]);
        }
      }
    }
  }

  /// A connection that was cut says nothing by itself.
  private static void look(Connection connection) throws SQLException {
    if (!connection.isValid(Math.toIntExact(LOOK_AFTER.toSeconds()))) {
      throw new SQLException("the connection was cut");
    }
  }

  private void tell(String channel, String message) {
    var listener = listeners.get(channel);
    if (listener == null) {
      return;
    }
    try {
      listener.to().accept(message);
    } catch (RuntimeException e) {
      log.warn("a message of another node was not understood channel={}", channel, e);
    }
  }

  private void rest() {
    try {
      Thread.sleep(RETRY_AFTER);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private record Listener(Consumer<String> to, Runnable missed) {}
}
