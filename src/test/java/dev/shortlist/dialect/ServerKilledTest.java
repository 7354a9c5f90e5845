package dev.shortlist.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shortlist.Shortlist;
import dev.shortlist.api.HttpCalls;
import dev.shortlist.api.HttpCalls.Multipart;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// A client that polls while the server is killed and started again on the same address.
@Tag("slow")
@Timeout(300)
@SuppressWarnings("NullAway.Init") // JUnit fills in
class ServerKilledTest {
  private static final int CVS = 60;

  @TempDir Path temp;
  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void end() throws Exception {
    for (var process : started) {
      process.destroy();
      if (!process.waitFor(120, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    }
  }

  @Test
  void a_client_goes_on_polling_to_the_end_of_its_task() throws Exception {
    int port = freePort();
    var calls = new HttpCalls("http://127.0.0.1:" + port);
    var first = start(port);
    awaitUp(calls);
    var body = new Multipart().field("job_description", Cvs.ASKED);
    for (int i = 0; i < CVS; i++) {
      body.file("resumes", i + ".txt", Cvs.of("Person " + (char) ('A' + i % 26) + i, "SAP, Excel"));
    }
    String task =
        "/process/status/" + calls.post("/process", body).json().path("task_id").asString();
    await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> calls.get(task).json().path("current").asInt() > 0);

    first.destroyForcibly().waitFor();
    start(port);

    var done =
        await()
            .atMost(Duration.ofMinutes(3))
            .ignoreExceptions()
            .until(
                () -> calls.get(task).json(),
                state -> state.path("state").asString().equals("SUCCESS"));
    assertThat(done.path("result").path("metadata").path("total_processed").asInt()).isEqualTo(CVS);
    assertThat(items(done)).isEqualTo(CVS);
  }

  private static int items(JsonNode done) {
    var data = done.path("result").path("data");
    return data.path("selected").size()
        + data.path("considered").size()
        + data.path("rejected").size();
  }

  private static void awaitUp(HttpCalls calls) {
    await()
        .atMost(Duration.ofMinutes(2))
        .ignoreExceptions()
        .until(() -> calls.get("/process/status/0").status() == 200);
  }

  private Process start(int port) throws IOException {
    var log = Files.createTempFile(temp, "server", ".log");
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Dshortlist.data=" + temp.resolve("data"),
                "-Dshortlist.port=" + port,
                "-cp",
                System.getProperty("java.class.path"),
                Shortlist.class.getName(),
                "serve")
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    started.add(process);
    return process;
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
