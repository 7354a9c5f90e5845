package dev.shortlist.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A PostgreSQL server of our own, in a folder, on the loopback address, behind passwords.
///
/// It outlives a process that is killed; the next one that starts on the folder takes it over. When
/// it ends by itself, or is killed, it is started again.
final class EmbeddedPostgres implements AutoCloseable {
  static final String DATABASE = "shortlist";
  private static final String SUPERUSER = "postgres";
  private static final String OWNER = "shortlist_owner";
  private static final String APPLICATION = "shortlist_app";
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Duration LAST_WORK = Duration.ofSeconds(5);
  private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);

  private final Path folder;
  private final Path data;
  private final FolderLock lock;
  private final Secrets secrets;
  private final Programs programs;
  private final Duration timeout;
  private int port;
  private volatile boolean closed;

  private EmbeddedPostgres(Path folder, FolderLock lock, Duration timeout) throws IOException {
    this.folder = folder;
    this.data = folder.resolve("data");
    this.lock = lock;
    this.timeout = timeout;
    this.secrets = Secrets.in(folder.resolve("passwords"));
    this.programs =
        new Programs(PostgresBinaries.unpack(folder), folder.resolve("launch.log"), timeout);
  }

  /// Starts the server in `folder`, which is made when it is not there.
  ///
  /// @throws DatabaseUnusable if another process uses the folder, the server does not start, or its
  ///   settings risk losing data
  static EmbeddedPostgres start(Path folder, Duration timeout) {
    try {
      Path absolute = folder.toAbsolutePath().normalize();
      Files.createDirectories(absolute);
      Files.setPosixFilePermissions(absolute, PosixFilePermissions.fromString("rwx------"));
      var lock = FolderLock.take(absolute);
      try {
        var server = new EmbeddedPostgres(absolute, lock, timeout);
        server.start();
        Thread.ofVirtual().name("postgresql").start(server::guard);
        return server;
      } catch (IOException | RuntimeException e) {
        lock.close();
        throw e;
      }
    } catch (IOException e) {
      throw new DatabaseUnusable("the database in %s cannot be used: %s".formatted(folder, e), e);
    }
  }

  /// How to enter, in the role the program works in, the server that another process runs in
  /// `folder`; empty when none does.
  static Optional<DatabaseAddress> running(Path folder) {
    try {
      Path absolute = folder.toAbsolutePath().normalize();
      var found = Postmaster.in(absolute.resolve("data"));
      if (found.isEmpty() || FolderLock.isFree(absolute)) {
        return Optional.empty();
      }
      var secrets = Secrets.in(absolute.resolve("passwords"));
      return Optional.of(
          DatabaseAddress.loopback(
              found.get().port(), DATABASE, APPLICATION, secrets.application()));
    } catch (IOException e) {
      throw new DatabaseUnusable("the database in %s cannot be used: %s".formatted(folder, e), e);
    }
  }

  /// As the owner of the tables, for migrations.
  DatabaseAddress owner() {
    return DatabaseAddress.loopback(port, DATABASE, OWNER, secrets.owner());
  }

  /// As the role the program works in.
  DatabaseAddress application() {
    return DatabaseAddress.loopback(port, DATABASE, APPLICATION, secrets.application());
  }

  /// As the superuser, in the database that is always there.
  DatabaseAddress superuser() {
    return DatabaseAddress.loopback(port, "postgres", SUPERUSER, secrets.superuser());
  }

  @Override
  public void close() {
    closed = true;
    try {
      synchronized (this) { // no new start is under way
        stop();
      }
      lock.close();
    } catch (IOException e) {
      log.warn("the embedded PostgreSQL did not stop as it should", e);
    }
  }

  /// Looks each second whether the server is there, and starts it again when it is not: at once,
  /// and then with growing waits.
  private void guard() {
    var wait = LOOK;
    while (!closed) {
      try {
        Thread.sleep(wait);
        revive();
        wait = LOOK;
      } catch (InterruptedException e) {
        return;
      } catch (IOException | RuntimeException e) {
        wait = wait.multipliedBy(2).compareTo(PATIENCE) < 0 ? wait.multipliedBy(2) : PATIENCE;
        log.error(
            "the embedded PostgreSQL does not start, next try in {} s: {}",
            wait.toSeconds(),
            e.getMessage());
      }
    }
  }

  private synchronized void revive() throws IOException {
    if (closed || Postmaster.in(data).isPresent() || answers()) {
      return;
    }
    log.warn("the embedded PostgreSQL has ended, it is started again");
    stop();
    launch();
    log.info("the embedded PostgreSQL is back");
  }

  private boolean answers() {
    try (var connection = superuser().connect()) {
      return connection.isValid(0);
    } catch (SQLException e) {
      return false;
    }
  }

  private void start() throws IOException {
    if (!Files.exists(data.resolve("PG_VERSION"))) {
      initialize();
    }
    var running = Postmaster.in(data);
    if (running.isPresent() && adopted(running.get())) {
      log.info("took over the PostgreSQL that was left running pid={}", running.get().pid());
    } else {
      stop();
      port = port();
      launch();
    }
    try (var connection = superuser().connect()) {
      Durability.check(connection);
      prepare(connection);
    } catch (SQLException e) {
      throw unusable(e);
    } catch (DatabaseUnusable e) {
      stop();
      throw e;
    }
  }

  /// Makes the data folder; it gets its name when it is whole.
  private void initialize() throws IOException {
    Path unfinished = folder.resolve("data.new");
    if (Files.exists(unfinished)) {
      PostgresBinaries.delete(unfinished);
    }
    Path password = folder.resolve("initdb.password");
    Files.deleteIfExists(password);
    Files.createFile(
        password,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      Files.writeString(password, secrets.superuser() + "\n");
      programs.run(
          "initdb",
          List.of(
              "--pgdata=" + unfinished,
              "--username=" + SUPERUSER,
              "--pwfile=" + password,
              "--auth=scram-sha-256",
              "--data-checksums",
              "--encoding=UTF8",
              "--locale=C",
              "--locale-provider=builtin",
              "--builtin-locale=C.UTF-8",
              "--set=listen_addresses=127.0.0.1",
              "--set=unix_socket_directories=",
              "--set=max_connections=150",
              // Plans made for empty tables read them whole until somebody has counted their rows.
              "--set=autovacuum_naptime=15s",
              "--set=timezone=UTC",
              "--set=log_timezone=UTC",
              // A ring of seven files; no statement and no value in them, as these hold CVs.
              "--set=logging_collector=on",
              "--set=log_filename=postgresql-%a.log",
              "--set=log_rotation_age=1d",
              "--set=log_truncate_on_rotation=on",
              "--set=log_min_error_statement=panic",
              "--set=log_error_verbosity=terse"));
    } finally {
      Files.delete(password);
    }
    Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
  }

  /// True if the server found running is this folder's and takes our password.
  private boolean adopted(Postmaster found) {
    port = found.port();
    try (var connection = superuser().connect();
        var statement = connection.createStatement()) {
      // What the killed process was doing is over; its connections may not know yet.
      statement.execute(
          "select pg_terminate_backend(pid) from pg_stat_activity where datname = '%s' and pid <> pg_backend_pid()"
              .formatted(DATABASE));
      return true;
    } catch (SQLException e) {
      log.info("a PostgreSQL that is left running is not usable and will be stopped", e);
      return false;
    }
  }

  private void launch() throws IOException {
    Postmaster.clear(data);
    programs.run(
        "pg_ctl",
        List.of(
            "start",
            "--pgdata=" + data,
            "--log=" + folder.resolve("server.log"),
            "--wait",
            "--timeout=" + timeout.toSeconds(),
            "--silent",
            "--options=-p " + port));
  }

  private void stop() throws IOException {
    boolean ended = Postmaster.in(data).isEmpty() || stopped("fast") || stopped("immediate");
    if (!ended) {
      log.warn("the PostgreSQL in {} does not stop and is killed", data);
    }
    if (!gone(ended ? LAST_WORK : Duration.ZERO) && !killed()) {
      throw new DatabaseUnusable(
          "the PostgreSQL running in %s does not stop: end it by hand".formatted(data));
    }
  }

  /// What a killed server leaves behind still writes to its files for a moment, and no other may
  /// start beside it. What is killed then costs nothing: what was committed is in the log.
  private boolean killed() {
    Postmaster.processes(data).forEach(ProcessHandle::destroyForcibly);
    return gone(LAST_WORK);
  }

  /// Whether within `atMost` no process works in the folder any more.
  private boolean gone(Duration atMost) {
    long start = System.nanoTime();
    while (!Postmaster.processes(data).isEmpty()) {
      if (System.nanoTime() - start >= atMost.toNanos()) {
        return false;
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }
    return true;
  }

  private boolean stopped(String mode) throws IOException {
    return programs.succeeds(
        "pg_ctl",
        List.of(
            "stop",
            "--pgdata=" + data,
            "--mode=" + mode,
            "--wait",
            "--timeout=" + timeout.toSeconds(),
            "--silent"));
  }

  /// The folder's own port, chosen once; another only when some program has taken it.
  private int port() throws IOException {
    Path file = folder.resolve("port");
    var chosen =
        Files.exists(file)
            ? Optional.of(Integer.parseInt(Files.readString(file).strip()))
            : Optional.<Integer>empty();
    if (chosen.isPresent() && isFree(chosen.get())) {
      return chosen.get();
    }
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Files.writeString(file, socket.getLocalPort() + "\n");
      return socket.getLocalPort();
    }
  }

  private static boolean isFree(int port) {
    try (var socket = new ServerSocket()) {
      // Else a port just given up counts as taken for a minute.
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /// Roles and database; the program's role is no superuser and cannot pass the fence of the rows.
  private void prepare(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      for (var role :
          List.of(new Role(OWNER, secrets.owner()), new Role(APPLICATION, secrets.application()))) {
        // Names and passwords are ours: letters, digits, - and _.
        if (!exists(
            connection, "select 1 from pg_roles where rolname = '%s'".formatted(role.name()))) {
          statement.execute(
              "create role %s login nosuperuser nocreatedb nocreaterole nobypassrls password '%s'"
                  .formatted(role.name(), role.password()));
        }
      }
      if (!exists(
          connection, "select 1 from pg_database where datname = '%s'".formatted(DATABASE))) {
        statement.execute("create database %s owner %s".formatted(DATABASE, OWNER));
      }
    }
  }

  private static boolean exists(Connection connection, String query) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      return rows.next();
    }
  }

  private DatabaseUnusable unusable(SQLException e) {
    return new DatabaseUnusable(
        "the embedded PostgreSQL in %s refuses us: %s".formatted(folder, e.getMessage()), e);
  }

  private record Role(String name, String password) {}
}
