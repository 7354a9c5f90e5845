package dev.shortlist;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.database.TestDatabase;
import java.io.File;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// The program as a process of its own.
class ProgramTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();
  @RegisterExtension static final TestDatabase another = new TestDatabase();

  @TempDir Path folder;

  @Test
  void a_process_screens_and_ends_with_the_exit_code_of_its_command() throws Exception {
    var job =
        Files.writeString(folder.resolve("job.txt"), "Clerk\n\nYou must know Microsoft Excel.");
    var cv =
        Files.writeString(
            folder.resolve("王偉.txt"), "王偉\nwei@example.com\n\nSkills\nMicrosoft Excel\n");
    var empty = Files.createFile(folder.resolve("empty.pdf"));

    var process = start("screen", cv.toString(), empty.toString(), "--job", job.toString());
    var out = new String(process.getInputStream().readAllBytes(), UTF_8);

    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(3);
    assertThat(out).contains("王偉", "empty.pdf", "2 files in = 1 ranked");
    assertThat(folder.resolve("err")).isEmptyFile();
  }

  @Test
  void its_log_is_json_when_asked_and_its_health_has_a_port_of_its_own() throws Exception {
    int port = freePort();
    var server = process("serve", "--port", "0", "--node", "left", "--data", folder.toString());
    server.environment().put("SHORTLIST_DATABASE_URL", database.url());
    server.environment().put("SHORTLIST_LOG_FORMAT", "ecs");
    server.environment().put("MANAGEMENT_SERVER_PORT", "" + port);
    var process = server.start();
    try (var out = process.inputReader(UTF_8)) {
      var lines = new ArrayList<String>();
      String line = out.readLine();
      while (line != null && !line.startsWith("Shortlist is listening on")) {
        lines.add(line);
        line = out.readLine();
      }
      var entered =
          JsonMapper.shared()
              .readTree(lines.stream().filter(one -> one.contains("entered")).findFirst().get());
      assertThat(entered.at("/service/node/name").asString()).isEqualTo("left");
      assertThat(entered.at("/log/level").asString()).isEqualTo("INFO");
      assertThat(health(port)).contains("\"status\":\"UP\"");
      assertThat(addressesAt(port)).as("this machine only").containsExactly("127.0.0.1");
    } finally {
      process.destroy();
      assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void what_an_operator_asks_is_answered_without_a_log_around_it() throws Exception {
    assertThat(said("user", "list"))
        .isEqualToIgnoringNewLines("Nobody signs in yet: shortlist user add EMAIL makes a user.");
    assertThat(said("key", "add", "crawler").lines().toList())
        .hasSize(2)
        .first()
        .isEqualTo("The key, shown this once:");
  }

  @Test
  void a_link_for_a_new_user_leads_to_the_port_the_server_is_at_or_was_at_last() throws Exception {
    var server = process("serve", "--port", "0", "--data", folder.toString());
    server.environment().put("SHORTLIST_DATABASE_URL", another.url());
    var process = server.start();
    String address;
    try (var out = process.inputReader(UTF_8)) {
      address =
          out.lines()
              .filter(line -> line.startsWith("Shortlist is listening on "))
              .findFirst()
              .orElseThrow()
              .substring("Shortlist is listening on ".length());
      assertThat(said(another, "user", "add", "ann@example.com", "--data", folder.toString()))
          .contains("  " + address + "/welcome/");
    } finally {
      process.destroy();
      assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(said(another, "user", "reset", "ann@example.com", "--data", folder.toString()))
        .contains("  " + address + "/welcome/");
  }

  private String said(String... arguments) throws Exception {
    return said(database, arguments);
  }

  private String said(TestDatabase database, String... arguments) throws Exception {
    var command = process(arguments);
    command.environment().put("SHORTLIST_DATABASE_URL", database.url());
    var process = command.start();
    var out = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(out).isZero();
    return out;
  }

  @Test
  void what_keeps_a_server_from_starting_is_all_that_is_said() throws Exception {
    var server = process("serve", "--port", "0", "--roles", "wbe", "--data", folder.toString());
    server.environment().put("SHORTLIST_DATABASE_URL", database.url());
    var process = server.start();
    var out = new String(process.getInputStream().readAllBytes(), UTF_8);

    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(1);
    assertThat(out)
        .contains("SHORTLIST_ROLES must be a list of web or worker, but is wbe")
        .doesNotContain("bean");
  }

  private static String health(int port) throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      var address = URI.create("http://127.0.0.1:%d/actuator/health".formatted(port));
      return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()).body();
    }
  }

  /// Of all addresses of this machine, those that answer at `port`.
  private static List<String> addressesAt(int port) throws IOException {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(Inet4Address.class::isInstance)
        .filter(address -> answers(address, port))
        .map(InetAddress::getHostAddress)
        .toList();
  }

  private static boolean answers(InetAddress address, int port) {
    try (var socket = new Socket(address, port)) {
      return socket.isConnected();
    } catch (IOException closed) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private Process start(String... arguments) throws IOException {
    return process(arguments).start();
  }

  private ProcessBuilder process(String... arguments) {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command = new ArrayList<String>();
    command.add(java);
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-cp");
    command.add(
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !Files.exists(Path.of(entry, "logback-test.xml")))
            .collect(Collectors.joining(File.pathSeparator)));
    command.add("dev.shortlist.Shortlist");
    command.addAll(List.of(arguments));
    var process = new ProcessBuilder(command).redirectError(folder.resolve("err").toFile());
    process.environment().put("LC_ALL", "C.UTF-8");
    return process;
  }
}
