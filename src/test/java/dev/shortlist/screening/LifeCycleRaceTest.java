package dev.shortlist.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shortlist.RunningShortlist;
import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.Credits;
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
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// What a person does in the very moment in which CVs start and end: nobody waits in a circle, no
/// task goes whose CV is open, and none comes whose CV is through.
@Tag("slow")
@Timeout(180)
@SuppressWarnings("NullAway.Init") // JUnit fills in
class LifeCycleRaceTest {
  @RegisterExtension
  static final RunningShortlist shortlist =
      new RunningShortlist(Map.of("shortlist.tasks.cpu.threads", "6"));

  private static final int ROUNDS = 100;
  private static final int CVS = 40;

  @TempDir Path temp;
  private final AccountId account = new AccountId(shortlist.database().account());
  private final LifeCycle lifeCycle = shortlist.get(LifeCycle.class);
  private final Screenings screenings = shortlist.get(Screenings.class);
  private final Invariants invariants =
      new Invariants(shortlist.database().jdbc(), shortlist.database().tenancy(), account);
  private final List<JobDescriptionId> jobs = new ArrayList<>();

  @Test
  void commands_and_ending_tasks_never_wait_for_each_other_in_a_circle() throws Exception {
    shortlist.get(Credits.class).grant(account, 1_000_000, "race");
    for (String asked : List.of("- SAP\n- Excel", "- Excel\n- German")) {
      jobs.add(
          shortlist
              .get(JobDescriptions.class)
              .create(account, null, "Accountant\n\nRequirements\n" + asked + "\n", null)
              .id());
    }
    var cvs = cvs();
    var over = new AtomicBoolean();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var reconciling =
          threads.submit(() -> {
            int forgotten = 0;
            while (!over.get()) {
              forgotten += shortlist.get(Reconciliation.class).run();
            }
            return forgotten;
          });
      try {
        for (int round = 0; round < ROUNDS; round++) {
          round(new Random(round), cvs);
        }
      } finally {
        over.set(true);
      }
      assertThat(reconciling.get()).as("open without task").isZero();
    }

    await().atMost(Duration.ofSeconds(60)).until(invariants::atRest);
    invariants.check();
    for (Screening screening : screenings.list(account, ROUNDS)) {
      invariants.check(screenings.progress(account, screening.id()), screening.id());
    }
    assertThat(deadlocks()).as("deadlocks the database broke up").isZero();
  }

  private void round(Random random, List<Upload> cvs) {
    var screening = screenings.create(account, null, jobs.getFirst(), null).id();
    shortlist.get(Intake.class).add(account, screening, cvs);
    for (int i = 0; i < 5; i++) {
      LockSupport.parkNanos(random.nextInt(15_000_000));
      command(random, screening);
    }
    if (state(screening) == State.PAUSED) {
      lifeCycle.resume(account, screening);
    }
  }

  private void command(Random random, ScreeningId screening) {
    try {
      switch (random.nextInt(12)) {
        case 0, 1, 2, 3 -> lifeCycle.pause(account, screening);
        case 4, 5, 6 -> lifeCycle.resume(account, screening);
        case 7 -> lifeCycle.prioritise(account, screening, Priority.HIGH);
        case 8 -> lifeCycle.prioritise(account, screening, Priority.LOW);
        case 9, 10 -> lifeCycle.rematch(account, screening, jobs.get(random.nextInt(2)));
        default -> lifeCycle.cancel(account, screening);
      }
    } catch (NotAllowedNow e) {
      assertThat(state(screening)).isIn(State.CANCELLED, State.COMPLETED, State.RUNNING);
    }
  }

  private State state(ScreeningId screening) {
    return screenings.find(account, screening).orElseThrow().state();
  }

  private List<Upload> cvs() throws IOException {
    var cvs = new ArrayList<Upload>();
    for (int i = 0; i < CVS; i++) {
      var file =
          Files.writeString(
              temp.resolve(i + ".txt"),
              "Person Number %1$d\nperson%1$d@example.com\n\nExperience\nAccountant, Northwind, 2019 - 2024\nSAP and Excel\n"
                  .formatted(i));
      cvs.add(new Upload(i + ".txt", file));
    }
    return cvs;
  }

  private static long deadlocks() {
    return shortlist
        .database()
        .jdbc()
        .sql("select deadlocks from pg_stat_database where datname = current_database()")
        .query(Long.class)
        .single();
  }
}
