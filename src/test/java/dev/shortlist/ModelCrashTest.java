package dev.shortlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shortlist.ai.FakeLlm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The program is killed while a model reads CVs, and the provider counts.
@Tag("slow")
@Timeout(300)
@SuppressWarnings("NullAway.Init") // JUnit fills in
class ModelCrashTest {
  private static final int ANSWERED = 6;
  private static final int UNDER_WAY = 6;

  @TempDir Path temp;
  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void end() throws Exception {
    for (Process process : started) {
      process.destroyForcibly().waitFor();
    }
    var file = temp.resolve("data/postgresql/data/postmaster.pid");
    if (Files.exists(file)) {
      ProcessHandle.of(Long.parseLong(Files.readAllLines(file).getFirst().strip()))
          .ifPresent(ProcessHandle::destroyForcibly);
    }
  }

  @Test
  void killed_while_a_model_reads_no_good_answer_is_bought_twice() throws Exception {
    try (var fake = new FakeLlm()) {
      var first = start(fake, temp.resolve("data"), cvs());
      reach(first, "judged " + ANSWERED);
      await()
          .atMost(Duration.ofMinutes(1))
          .until(() -> fake.stats().path("inflight").asInt() == UNDER_WAY);
      first.destroyForcibly().waitFor();

      var second = start(fake, temp.resolve("data"));
      reach(second, "judged " + (ANSWERED + UNDER_WAY));
      assertThat(second.waitFor(2, TimeUnit.MINUTES)).isTrue();
      assertThat(second.exitValue()).isZero();
      var stats = fake.stats();
      assertThat(stats.path("repeats_after_success").asInt()).as(stats.toString()).isZero();
      assertThat(stats.path("calls").asInt()).isEqualTo(ANSWERED + 2 * UNDER_WAY);
    }
  }

  private static void reach(Process process, String wanted) throws Exception {
    var output = process.inputReader();
    var said = new ArrayList<String>();
    for (var line = output.readLine(); line != null; line = output.readLine()) {
      if (line.equals(wanted)) {
        Thread.startVirtualThread(() -> output.lines().forEach(_ -> {})); // so that it can go on
        return;
      }
      said.add(line);
    }
    throw new AssertionError("it ended before it was at “%s”: %s".formatted(wanted, said));
  }

  private Process start(FakeLlm fake, Path data, Path... cvs) throws Exception {
    var builder = ServerProcess.on(data, cvs);
    builder
        .environment()
        .putAll(
            Map.of(
                "SHORTLIST_AI_PROVIDER", "openai",
                "SHORTLIST_AI_MODEL", "fake-1",
                "SHORTLIST_AI_BASE_URL", fake.openAi().address().toString(),
                "SHORTLIST_AI_REQUESTS_PER_MINUTE", "60000",
                "SHORTLIST_AI_CONCURRENCY", "20",
                "SHORTLIST_AI_CVS_PER_CALL", "1",
                "SHORTLIST_AI_READINGS", "1",
                "SHORTLIST_AI_CASCADE", "all",
                "SHORTLIST_AI_TIMEOUT", "5m"));
    var process = builder.start();
    started.add(process);
    return process;
  }

  /// Half of them are answered at once; about the others the provider is silent the first time.
  private Path cvs() throws Exception {
    Path folder = Files.createDirectory(temp.resolve("cvs"));
    for (int i = 0; i < ANSWERED + UNDER_WAY; i++) {
      Files.writeString(
          folder.resolve(i + ".txt"),
          """
          Person Number%c
          person%d@example.com

          Experience
          Accountant, Northwind Trading, January 20%02d - December 2024
          Closed the books each month with SAP and Excel.
          %s
          """
              .formatted(
                  'a' + i, i, i, i < ANSWERED ? "Made reports." : "fakellm:fate=hang;times=1"));
    }
    return folder;
  }
}
