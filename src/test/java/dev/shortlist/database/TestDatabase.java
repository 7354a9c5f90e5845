package dev.shortlist.database;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/// A migrated PostgreSQL database of its own for a test class; the server is one for all classes.
///
/// ```java
/// @RegisterExtension static final TestDatabase database = new TestDatabase();
/// ```
@SuppressWarnings("NullAway.Init") // JUnit calls beforeAll first
public final class TestDatabase implements BeforeAllCallback, AfterAllCallback {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private Server server;
  private String name;
  private HikariDataSource pool;
  private @Nullable HikariDataSource superuser;

  /// In the role the program works in: behind the fence.
  public HikariDataSource dataSource() {
    return pool;
  }

  public JdbcClient jdbc() {
    return JdbcClient.create(pool);
  }

  public Tenancy tenancy() {
    return new Tenancy(jdbc(), new JdbcTransactionManager(pool));
  }

  /// What a statement makes or finds as `account`.
  public <T> T inAccount(UUID account, Function<JdbcClient, T> work) {
    var jdbc = jdbc();
    return tenancy().inAccount(account, () -> work.apply(jdbc));
  }

  /// As a value for `SHORTLIST_DATABASE_URL`.
  public String url() {
    return url(server.postgres.owner());
  }

  /// As the program opens it.
  public Database open() {
    return open(url());
  }

  /// As the program opens the database at `url`.
  public static Database open(String url) {
    return Database.open(new DatabaseSettings(url, Path.of("unused"), 2, Duration.ofSeconds(10)));
  }

  /// What other nodes say; to be started and stopped.
  public static Notices notices(Database database, JdbcClient jdbc) {
    return new Notices(database, jdbc);
  }

  /// Ends every connection to it, as a line that is cut does.
  public void cutConnections() {
    try {
      server.execute(
          "select pg_terminate_backend(pid) from pg_stat_activity where datname = '%s'"
              .formatted(name));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  String superuserUrl() {
    return url(server.postgres.superuser());
  }

  private String url(DatabaseAddress address) {
    return "postgresql://%s:%s@%s"
        .formatted(
            address.user(),
            address.password(),
            on(address).jdbcUrl().substring("jdbc:postgresql://".length()));
  }

  /// Past the fence, for what only an operator may see or change.
  public JdbcClient superuser() {
    if (superuser == null) {
      superuser = Database.pool(on(server.postgres.superuser()), name, 2);
    }
    return JdbcClient.create(superuser);
  }

  /// Every row of every table as text, past the fence, by table.
  public Map<String, List<String>> dump() {
    superuser();
    var dump = new TreeMap<String, List<String>>();
    try (var connection = Objects.requireNonNull(superuser).getConnection();
        var statement = connection.createStatement()) {
      statement.execute("set bytea_output = 'escape'");
      var tables = new ArrayList<String>();
      try (var rows =
          statement.executeQuery(
              "select oid::regclass::text from pg_class where relkind in ('r', 'm') and relnamespace = 'public'::regnamespace")) {
        while (rows.next()) {
          tables.add(rows.getString(1));
        }
      }
      for (String table : tables) {
        var texts = dump.computeIfAbsent(table, name -> new ArrayList<>());
        try (var rows = statement.executeQuery("select t::text from %s t".formatted(table))) {
          while (rows.next()) {
            texts.add(rows.getString(1));
          }
        }
      }
      return dump;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /// An account that has nothing yet.
  public UUID account() {
    UUID id = UUID.randomUUID();
    jdbc()
        .sql("insert into account (id, name, created_at) values (:id, 'Test', now())")
        .param("id", id)
        .update();
    return id;
  }

  @Override
  public void beforeAll(@Nullable ExtensionContext context) throws SQLException {
    server = context == null ? Server.shared() : Server.of(context);
    name = "test_" + COUNT.incrementAndGet();
    server.execute("create database %s template %s".formatted(name, Server.TEMPLATE));
    pool = Database.pool(on(server.postgres.application()), name, 12);
  }

  @Override
  public void afterAll(@Nullable ExtensionContext context) throws SQLException {
    pool.close();
    if (superuser != null) {
      superuser.close();
      superuser = null;
    }
    server.execute("drop database %s with (force)".formatted(name));
  }

  private DatabaseAddress on(DatabaseAddress address) {
    return new DatabaseAddress(
        address.jdbcUrl().replaceAll("/[^/]+$", "/" + name), address.user(), address.password());
  }

  static final class Server implements AutoCloseable {
    static final String TEMPLATE = "test_template";
    private static @Nullable Server last;
    private final EmbeddedPostgres postgres;

    static Server of(ExtensionContext context) {
      return context
          .getRoot()
          .getStore(Namespace.create(TestDatabase.class))
          .computeIfAbsent(Server.class, key -> shared(), Server.class);
    }

    /// For tests of other engines than JUnit's: the same one, or one that ends with the process.
    static synchronized Server shared() {
      if (last == null) {
        last = new Server();
        Runtime.getRuntime().addShutdownHook(new Thread(last::close));
      }
      return last;
    }

    Server() {
      postgres = started();
      try {
        try (var connection = postgres.superuser().connect();
            var statement = connection.createStatement();
            var left =
                statement.executeQuery(
                    "select datname from pg_database where datname ~ '^test_'")) {
          while (left.next()) {
            execute("drop database %s with (force)".formatted(left.getString(1)));
          }
        }
        var owner = postgres.owner();
        execute("create database %s owner %s".formatted(TEMPLATE, owner.user()));
        var template =
            new DatabaseAddress(
                owner.jdbcUrl().replaceAll("/[^/]+$", "/" + TEMPLATE),
                owner.user(),
                owner.password());
        Database.migrate(template);
        Database.grant(template, postgres.application());
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    void execute(String sql) throws SQLException {
      try (var connection = postgres.superuser().connect();
          var statement = connection.createStatement()) {
        statement.execute(sql);
      }
    }

    /// In a folder that is kept between runs, which saves the unpacking.
    private static EmbeddedPostgres started() {
      try {
        return EmbeddedPostgres.start(Path.of("target/test-postgres"), Duration.ofSeconds(60));
      } catch (DatabaseUnusable inUse) {
        try {
          return EmbeddedPostgres.start(
              Files.createTempDirectory("shortlist-test"), Duration.ofSeconds(60));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }

    @Override
    public void close() {
      synchronized (Server.class) {
        if (last == this) {
          last = null;
          postgres.close();
        }
      }
    }
  }
}
