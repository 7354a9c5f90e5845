package dev.shortlist;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.database.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The whole program for a test class, on a database and in folders of its own.
///
/// ```java
/// @RegisterExtension static final RunningShortlist shortlist = new RunningShortlist(Map.of());
/// ```
@SuppressWarnings("NullAway.Init") // JUnit calls beforeAll first
public final class RunningShortlist implements BeforeAllCallback, AfterAllCallback {
  private final TestDatabase database = new TestDatabase();
  private final Map<String, String> settings;
  private @Nullable ConfigurableApplicationContext context;
  private Path data;

  /// @param settings beyond those that make it independent
  public RunningShortlist(Map<String, String> settings) {
    this.settings = Map.copyOf(settings);
  }

  public <T> T get(Class<T> bean) {
    return running().getBean(bean);
  }

  /// Every bean of a type.
  public <T> Collection<T> all(Class<T> type) {
    return running().getBeansOfType(type).values();
  }

  /// Where its pages are: `http://127.0.0.1:PORT`.
  public String address() {
    var server = ((WebServerApplicationContext) running()).getWebServer();
    return "http://127.0.0.1:" + (server == null ? 0 : server.getPort());
  }

  /// Its folder for files.
  public Path data() {
    return data;
  }

  public TestDatabase database() {
    return database;
  }

  /// What a statement makes or finds as `account`.
  public <T> T inAccount(AccountId account, Function<JdbcClient, T> work) {
    return database.inAccount(account.value(), work);
  }

  @Override
  public void beforeAll(@Nullable ExtensionContext test) throws Exception {
    database.beforeAll(test);
    var all = new HashMap<>(settings);
    all.put("shortlist.port", "0");
    data = folder();
    all.put("shortlist.data", data.toString());
    all.put("shortlist.database.url", database.url());
    context = Shortlist.start(all);
  }

  @Override
  public void afterAll(@Nullable ExtensionContext test) throws Exception {
    running().close();
    context = null; // fields of test classes live as long as the process
    database.afterAll(test);
  }

  private ConfigurableApplicationContext running() {
    return Objects.requireNonNull(context, "it has not begun, or has ended");
  }

  private static Path folder() throws IOException {
    return Files.createTempDirectory(Files.createDirectories(Path.of("target/test-data")), "run");
  }
}
