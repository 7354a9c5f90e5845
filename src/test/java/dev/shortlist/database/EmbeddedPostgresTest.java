package dev.shortlist.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shortlist.OtherJava;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
@Timeout(120)
class EmbeddedPostgresTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static Path programs;

  @TempDir Path folder;

  @BeforeAll
  static void unpack(@TempDir Path parent) throws IOException {
    programs = PostgresBinaries.unpack(parent).folder();
  }

  @Test
  void what_was_committed_is_there_after_a_restart_on_the_same_port() throws Exception {
    int port;
    try (var server = start()) {
      write(server, "create table kept as select 42 as answer");
      port = Postmaster.in(folder.resolve("data")).orElseThrow().port();
    }
    assertThat(Postmaster.in(folder.resolve("data"))).isEmpty();

    try (var server = start()) {
      assertThat(read(server, "select answer from kept")).isEqualTo("42");
      assertThat(Postmaster.in(folder.resolve("data")).orElseThrow().port()).isEqualTo(port);
    }
  }

  @Test
  void nobody_gets_in_without_the_password_and_nobody_else_reads_it() throws Exception {
    try (var server = start()) {
      for (var address : List.of(server.superuser(), server.owner(), server.application())) {
        assertThatThrownBy(
                () -> new DatabaseAddress(address.jdbcUrl(), address.user(), "wrong").connect())
            .isInstanceOf(SQLException.class)
            .hasMessageContaining("password authentication failed");
      }
      assertThat(
              read(server, "select string_agg(distinct auth_method, ',') from pg_hba_file_rules"))
          .isEqualTo("scram-sha-256");
      assertThat(read(server, "show listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(read(server, "show autovacuum_naptime")).isEqualTo("15s");
      assertThat(read(server, "show data_checksums")).isEqualTo("on");
      assertThat(permissions(folder)).isEqualTo("rwx------");
      assertThat(permissions(folder.resolve("data"))).isEqualTo("rwx------");
      assertThat(permissions(folder.resolve("passwords"))).isEqualTo("rw-------");
      assertThat(folder.resolve("initdb.password")).doesNotExist();
    }
  }

  @Test
  void the_program_s_role_has_no_way_past_the_fence() throws Exception {
    try (var server = start();
        var connection = server.application().connect();
        var statement = connection.createStatement();
        var role =
            statement.executeQuery(
                "select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb from pg_roles where rolname = current_user")) {
      role.next();
      assertThat(role.getBoolean(1)).isFalse();
    }
  }

  @Test
  void settings_that_risk_losing_data_are_refused() throws Exception {
    start().close();
    for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
      Path file = folder.resolve("data/postgresql.auto.conf");
      Files.writeString(file, setting + " = off\n");

      assertThatThrownBy(this::start)
          .isInstanceOf(DatabaseUnusable.class)
          .hasMessageContaining(setting + " = off")
          .hasMessageContaining("set it to on");
      assertThat(Postmaster.in(folder.resolve("data"))).isEmpty();
    }
  }

  @Test
  void a_folder_in_use_is_refused() throws Exception {
    try (var server = start()) {
      assertThatThrownBy(this::start)
          .isInstanceOf(DatabaseUnusable.class)
          .hasMessageContaining("another Shortlist is using");
      assertThat(read(server, "select 1")).isEqualTo("1");
    }
  }

  @Test
  void a_server_left_running_by_a_killed_process_is_taken_over() throws Exception {
    var process = startInOtherProcess();
    long postmaster = Postmaster.in(folder.resolve("data")).orElseThrow().pid();
    process.destroyForcibly().waitFor();
    assertThat(ProcessHandle.of(postmaster)).isPresent();

    try (var server = start()) {
      assertThat(Postmaster.in(folder.resolve("data")).orElseThrow().pid()).isEqualTo(postmaster);
      assertThat(read(server, "select answer from kept")).isEqualTo("42");
    }
    assertThat(Postmaster.in(folder.resolve("data"))).isEmpty();
  }

  @Test
  void a_server_left_running_that_refuses_our_password_is_stopped_and_started() throws Exception {
    var process = startInOtherProcess();
    long postmaster = Postmaster.in(folder.resolve("data")).orElseThrow().pid();
    process.destroyForcibly().waitFor();
    Path hba = folder.resolve("data/pg_hba.conf");
    String own = Files.readString(hba);
    Files.writeString(hba, "local all all reject\n");
    new ProcessBuilder("kill", "-HUP", Long.toString(postmaster)).start().waitFor();
    awaitRefusal();
    Files.writeString(hba, own);

    try (var server = start()) {
      assertThat(Postmaster.in(folder.resolve("data")).orElseThrow().pid())
          .isNotEqualTo(postmaster);
      assertThat(read(server, "select answer from kept")).isEqualTo("42");
    }
  }

  @Test
  void the_pid_file_of_a_dead_server_is_no_hindrance_even_when_its_number_lives_again()
      throws Exception {
    start().close();
    Files.writeString(
        folder.resolve("data/postmaster.pid"),
        "%d\n%s\n1\n5432\n\n127.0.0.1\n0 0\nready\n"
            .formatted(ProcessHandle.current().pid(), folder.resolve("data")));

    try (var server = start()) {
      assertThat(read(server, "select 1")).isEqualTo("1");
    }
  }

  @Test
  void a_server_that_is_killed_is_started_again_with_what_was_committed() throws Exception {
    try (var server = start()) {
      write(server, "create table kept as select 42 as answer");
      var first = Postmaster.in(folder.resolve("data")).orElseThrow();
      for (int kill = 0; kill < 2; kill++) {
        long pid = Postmaster.in(folder.resolve("data")).orElseThrow().pid();
        signal(pid, "KILL");
        awaitAnswer(server);
        assertThat(Postmaster.in(folder.resolve("data")).orElseThrow().pid()).isNotEqualTo(pid);
      }

      assertThat(read(server, "select answer from kept")).isEqualTo("42");
      assertThat(Postmaster.in(folder.resolve("data")).orElseThrow().port())
          .isEqualTo(first.port());
    }
    assertThat(Postmaster.processes(folder.resolve("data"))).isEmpty();
  }

  @Test
  void what_a_killed_server_leaves_behind_is_ended_before_another_starts() throws Exception {
    var process = startInOtherProcess();
    long postmaster = Postmaster.in(folder.resolve("data")).orElseThrow().pid();
    var backends =
        Postmaster.processes(folder.resolve("data")).stream()
            .filter(each -> each.pid() != postmaster)
            .toList();
    process.destroyForcibly().waitFor();
    for (ProcessHandle backend : backends) {
      signal(backend.pid(), "STOP"); // so that it does not notice, and keeps the shared memory
    }
    signal(postmaster, "KILL");
    assertThat(backends).isNotEmpty();

    try (var server = start()) {
      assertThat(read(server, "select answer from kept")).isEqualTo("42");
      assertThat(backends).noneMatch(EmbeddedPostgresTest::runs);
    }
  }

  @Test
  void a_server_left_running_that_hangs_is_killed_and_started() throws Exception {
    var process = startInOtherProcess();
    long postmaster = Postmaster.in(folder.resolve("data")).orElseThrow().pid();
    process.destroyForcibly().waitFor();
    signal(postmaster, "STOP");

    try (var server = start(Duration.ofSeconds(20))) {
      assertThat(Postmaster.in(folder.resolve("data")).orElseThrow().pid())
          .isNotEqualTo(postmaster);
      assertThat(read(server, "select answer from kept")).isEqualTo("42");
    }
  }

  @Test
  void a_taken_port_is_given_up_for_another() throws Exception {
    start().close();
    int port = Integer.parseInt(Files.readString(folder.resolve("port")).strip());
    try (var other = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
        var server = start()) {
      assertThat(read(server, "select 1")).isEqualTo("1");
      assertThat(Postmaster.in(folder.resolve("data")).orElseThrow().port())
          .isNotEqualTo(other.getLocalPort());
    }
  }

  @Test
  void what_is_left_half_unpacked_or_half_made_is_done_again() throws Exception {
    Files.createDirectories(folder.resolve(".unpacking-1/bin"));
    Files.createDirectories(folder.resolve("data.new/base"));

    try (var server = EmbeddedPostgres.start(folder, TIMEOUT)) {
      assertThat(read(server, "select 1")).isEqualTo("1");
    }
    assertThat(folder.resolve(".unpacking-1")).doesNotExist();
    assertThat(folder.resolve("data.new")).doesNotExist();
  }

  private EmbeddedPostgres start() {
    return start(TIMEOUT);
  }

  private EmbeddedPostgres start(Duration timeout) {
    try {
      Path link = folder.resolve(programs.getFileName());
      if (!Files.exists(link)) {
        Files.createSymbolicLink(link, programs);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return EmbeddedPostgres.start(folder, timeout);
  }

  /// Starts the server as another process would, with a row in a table.
  private Process startInOtherProcess() throws IOException {
    Files.createSymbolicLink(folder.resolve(programs.getFileName()), programs);
    var process = OtherJava.running(OtherProcess.class, 128, folder).start();
    var output = process.inputReader();
    String line = output.readLine();
    while (line != null && !line.equals("ready")) {
      line = output.readLine();
    }
    assertThat(line).isEqualTo("ready");
    return process;
  }

  /// A killed process has an entry until the system's first process has seen its end.
  private static boolean runs(ProcessHandle process) {
    try {
      String status = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
      return status.charAt(status.lastIndexOf(')') + 2) != 'Z';
    } catch (IOException gone) {
      return false;
    }
  }

  private static void signal(long pid, String signal) throws Exception {
    new ProcessBuilder("kill", "-" + signal, Long.toString(pid)).start().waitFor();
  }

  private static void awaitAnswer(EmbeddedPostgres server) {
    org.awaitility.Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .ignoreExceptions()
        .until(() -> read(server, "select 1").equals("1"));
  }

  private void awaitRefusal() throws Exception {
    int port = Postmaster.in(folder.resolve("data")).orElseThrow().port();
    var secrets = Secrets.in(folder.resolve("passwords"));
    org.awaitility.Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> {
          try (var connection =
              DatabaseAddress.loopback(port, "postgres", "postgres", secrets.superuser())
                  .connect()) {
            return connection == null;
          } catch (SQLException e) {
            return true;
          }
        });
  }

  private static void write(EmbeddedPostgres server, String sql) throws SQLException {
    try (var connection = server.superuser().connect();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String read(EmbeddedPostgres server, String sql) throws SQLException {
    try (var connection = server.superuser().connect();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  /// Starts a server and waits to be killed.
  static final class OtherProcess {
    public static void main(String[] arguments) throws Exception {
      var server = EmbeddedPostgres.start(Path.of(arguments[0]), TIMEOUT);
      write(server, "create table kept as select 42 as answer");
      System.out.println("ready");
      new CountDownLatch(1).await();
    }
  }
}
