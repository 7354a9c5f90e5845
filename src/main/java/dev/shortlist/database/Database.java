package dev.shortlist.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/// The database, ready for use: running, checked, migrated.
public final class Database implements AutoCloseable {
  private static final int OLDEST = 150000;
  private static final Duration LONGEST_STATEMENT = Duration.ofMinutes(5);

  private final @Nullable EmbeddedPostgres server;
  private final DatabaseAddress application;

  private Database(@Nullable EmbeddedPostgres server, DatabaseAddress application) {
    this.server = server;
    this.application = application;
  }

  /// Starts or finds the database and brings its tables up to date.
  ///
  /// @throws DatabaseUnusable if it cannot be used; what was started is stopped
  public static Database open(DatabaseSettings settings) {
    if (!settings.embedded()) {
      var address = DatabaseAddress.parse(String.valueOf(settings.url()));
      check(address);
      migrate(address);
      return new Database(null, address);
    }
    var server = EmbeddedPostgres.start(settings.folder(), settings.startTimeout());
    try {
      migrate(server.owner());
      grant(server.owner(), server.application());
      return new Database(server, server.application());
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  /// Goes into the database as it is, beside a server that may be running on it, for the commands
  /// of an operator.
  ///
  /// @throws DatabaseUnusable if it cannot be used
  public static Database visit(DatabaseSettings settings) {
    if (settings.embedded()) {
      var running = EmbeddedPostgres.running(settings.folder());
      if (running.isPresent()) {
        return new Database(null, running.get());
      }
    }
    return open(settings);
  }

  /// Whether this process is the only one that can use the database.
  public boolean isOurs() {
    return server != null;
  }

  /// Connections in the role the program works in.
  ///
  /// @param name what logs and metrics call the pool
  public HikariDataSource pool(String name, int connections) {
    return pool(name, connections, LONGEST_STATEMENT);
  }

  /// Connections for short statements.
  ///
  /// @param silence how long to wait for an answer before the line counts as cut
  public HikariDataSource pool(String name, int connections, Duration silence) {
    return pool(application, name, connections, silence);
  }

  /// A connection in the role that owns the tables.
  public Connection connectAsOwner() throws SQLException {
    return (server == null ? application : server.owner()).connect();
  }

  /// A connection of its own, for what would keep one of a pool for itself.
  Connection connect() throws SQLException {
    return application.connect();
  }

  static HikariDataSource pool(DatabaseAddress address, String name, int connections) {
    return pool(address, name, connections, LONGEST_STATEMENT);
  }

  private static HikariDataSource pool(
      DatabaseAddress address, String name, int connections, Duration silence) {
    var config = new HikariConfig();
    config.setPoolName(name);
    config.setJdbcUrl(address.jdbcUrl());
    if (!address.user().isEmpty()) {
      config.setUsername(address.user());
      config.setPassword(address.password());
    }
    config.setMaximumPoolSize(connections);
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    config.addDataSourceProperty("ApplicationName", "shortlist");
    // A server runs the same few dozen statements over and over; else each is parsed and planned
    // five times on each connection before it is kept.
    config.addDataSourceProperty("prepareThreshold", "1");
    // Else a line that is cut without a word holds whoever waits for an answer for a quarter of an
    // hour.
    config.addDataSourceProperty("socketTimeout", Long.toString(silence.toSeconds()));
    config.addDataSourceProperty("tcpKeepAlive", "true");
    config.setConnectionInitSql("set idle_in_transaction_session_timeout = '60s'");
    return new HikariDataSource(config);
  }

  /// Stops the embedded server; close every pool before.
  @Override
  public void close() {
    if (server != null) {
      server.close();
    }
  }

  static void migrate(DatabaseAddress owner) {
    Flyway.configure()
        .dataSource(owner.jdbcUrl(), owner.user().isEmpty() ? null : owner.user(), owner.password())
        .locations("classpath:db/migration")
        .load()
        .migrate();
  }

  /// The application may work with every table but change none.
  static void grant(DatabaseAddress owner, DatabaseAddress application) {
    try (var connection = owner.connect();
        var statement = connection.createStatement()) {
      for (String grant :
          List.of(
              "grant select, insert, update, delete on all tables in schema public to %s",
              "grant usage on all sequences in schema public to %s",
              "revoke all on flyway_schema_history from %s")) {
        statement.execute(grant.formatted(application.user()));
      }
    } catch (SQLException e) {
      throw new DatabaseUnusable("the application cannot be given its rights", e);
    }
  }

  private static void check(DatabaseAddress address) {
    try (var connection = address.connect()) {
      checkVersion(connection, address);
      checkRole(connection);
      Durability.check(connection);
    } catch (SQLException e) {
      throw new DatabaseUnusable(
          "cannot use the database at %s: %s; check SHORTLIST_DATABASE_URL"
              .formatted(address, e.getMessage()),
          e);
    }
  }

  private static void checkVersion(Connection connection, DatabaseAddress address)
      throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("show server_version_num")) {
      rows.next();
      if (rows.getInt(1) < OLDEST) {
        throw new DatabaseUnusable(
            "the database at %s is older than PostgreSQL 15: upgrade it".formatted(address));
      }
    }
  }

  private static void checkRole(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select rolname, rolsuper or rolbypassrls from pg_roles where rolname = current_user")) {
      rows.next();
      if (rows.getBoolean(2)) {
        throw new DatabaseUnusable(
            """
            SHORTLIST_DATABASE_URL connects as %s, for whom the fence between accounts does not hold. Make a role without such rights and use it:
              create role shortlist login password '...';
              create database shortlist owner shortlist;\
            """
                .formatted(rows.getString(1)));
      }
    }
  }
}
