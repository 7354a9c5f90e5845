package dev.shortlist.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shortlist.OtherJava;
import dev.shortlist.RunningShortlist;
import dev.shortlist.Shortlist;
import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.Accounts;
import dev.shortlist.intake.Intake;
import dev.shortlist.intake.Upload;
import dev.shortlist.screening.Screening.State;
import java.io.IOException;
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
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// The whole program on several nodes: one that answers requests, and processes that work and are
/// killed, stopped and cut off.
@Tag("slow")
@Timeout(240)
@SuppressWarnings("NullAway.Init") // JUnit fills in
class ClusterTest {
  @RegisterExtension
  static final RunningShortlist web =
      new RunningShortlist(Map.of("shortlist.roles", "web", "shortlist.database.connections", "4"));

  @TempDir Path temp;
  private final AccountId account = web.get(Accounts.class).local();
  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void end() throws InterruptedException {
    for (Process process : started) {
      process.destroyForcibly().waitFor();
    }
  }

  @Test
  void scores_are_those_of_an_undisturbed_run_whatever_happens_to_the_nodes() throws Exception {
    var undisturbed = screening(40);
    var calm = worker("calm");
    awaitCompleted(undisturbed);
    calm.destroy();
    assertThat(calm.waitFor(30, TimeUnit.SECONDS)).as("a node ends within 30 s").isTrue();
    web.database().jdbc().sql("select 1").query(Integer.class).single();
    forgetReadings();

    var disturbed = screening(40);
    var killed = worker("killed");
    awaitFinished(disturbed, 5);
    killed.destroyForcibly().waitFor();
    var stopped = worker("stopped");
    var steady = worker("steady");
    awaitFinished(disturbed, 12);
    signal(stopped, "STOP");
    web.database().cutConnections();
    awaitFinished(disturbed, 20);
    TimeUnit.SECONDS.sleep(3);
    signal(stopped, "CONT");
    awaitCompleted(disturbed);

    var invariants = new Invariants(web.database().jdbc(), web.database().tenancy(), account);
    await().atMost(Duration.ofSeconds(60)).until(invariants::atRest);
    invariants.check();
    invariants.check(web.get(Screenings.class).progress(account, disturbed), disturbed);
    invariants.checkFiles(web.data().resolve("files"));
    assertThat(invariants.scores(disturbed)).hasSize(40).isEqualTo(invariants.scores(undisturbed));
    assertThat(steady.isAlive()).isTrue();
  }

  /// Works until it is told to end.
  static final class WorkerProcess {
    private WorkerProcess() {}

    public static void main(String[] arguments) {
      Shortlist.start(
          Map.of(
              "shortlist.data", arguments[0],
              "shortlist.database.url", arguments[1],
              "shortlist.node", arguments[2],
              "shortlist.roles", "worker",
              "shortlist.port", "0",
              "shortlist.database.connections", "4",
              "shortlist.tasks.connections", "2",
              "shortlist.tasks.heartbeat", "500ms"));
    }
  }

  private Process worker(String name) throws IOException {
    var log = temp.resolve(name + ".log");
    var process =
        OtherJava.running(WorkerProcess.class, 400, web.data(), web.database().url(), name)
            .redirectOutput(log.toFile())
            .start();
    started.add(process);
    return process;
  }

  private ScreeningId screening(int cvs) throws IOException {
    var job =
        web.get(JobDescriptions.class)
            .create(account, null, "Accountant\n\nRequirements\n- SAP\n- Excel\n", null);
    var screening = web.get(Screenings.class).create(account, null, job.id(), null).id();
    var uploads = new ArrayList<Upload>();
    for (int i = 0; i < cvs; i++) {
      uploads.add(
          new Upload(
              i + ".txt",
              Files.writeString(
                  temp.resolve(i + ".txt"),
                  "Person Number %1$d\nperson%1$d@example.com\n\nExperience\nAccountant, Northwind, 20%2$02d - 2024\n%3$s\n"
                      .formatted(i, i % 20, i % 2 == 0 ? "SAP" : "Excel and SAP"))));
    }
    web.get(Intake.class).add(account, screening, uploads);
    return screening;
  }

  /// So that the next screening of the same CVs reads them again.
  private void forgetReadings() {
    web.inAccount(
        account, jdbc -> jdbc.sql("update reading set version = version || ' before'").update());
  }

  private void awaitFinished(ScreeningId screening, int finished) {
    await()
        .atMost(Duration.ofSeconds(90))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> finished(screening) >= finished);
  }

  private void awaitCompleted(ScreeningId screening) {
    await().atMost(Duration.ofSeconds(90)).until(() -> isCompleted(screening));
  }

  private int finished(ScreeningId screening) {
    try {
      return web.get(Screenings.class).progress(account, screening).finished();
    } catch (org.springframework.dao.DataAccessException cutOff) {
      return 0;
    } catch (org.springframework.transaction.TransactionException cutOff) {
      return 0;
    }
  }

  private boolean isCompleted(ScreeningId screening) {
    return web.get(Screenings.class).find(account, screening).orElseThrow().state()
        == State.COMPLETED;
  }

  private static void signal(Process process, String signal)
      throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + signal, "" + process.pid()).start().waitFor();
  }
}
