package dev.shortlist.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shortlist.RunningShortlist;
import dev.shortlist.accounts.AccountId;
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
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// Ten people at once who pause, resume, prioritise, re-match, try again, add and cancel, while the
/// CVs are worked on.
@Tag("slow")
@Timeout(180)
@SuppressWarnings("NullAway.Init") // JUnit fills in
class LifeCycleStormTest {
  @RegisterExtension static final RunningShortlist shortlist = new RunningShortlist(Map.of());

  private static final int CLIENTS = 10;
  private static final int COMMANDS = 40;

  @TempDir Path temp;
  private final AccountId account = new AccountId(shortlist.database().account());
  private final LifeCycle lifeCycle = shortlist.get(LifeCycle.class);
  private final AtomicInteger files = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();
  private final List<JobDescriptionId> jobs = new ArrayList<>();
  private final List<ScreeningId> screenings = new ArrayList<>();

  @Test
  void a_storm_of_commands_loses_nothing_and_stops_nobody() throws Exception {
    for (String asked : List.of("- SAP\n- Excel", "- Excel\n- German", "- Accounting")) {
      jobs.add(
          shortlist
              .get(JobDescriptions.class)
              .create(account, null, "Accountant\n\nRequirements\n" + asked + "\n", null)
              .id());
    }
    for (int i = 0; i < 4; i++) {
      var screening =
          shortlist.get(Screenings.class).create(account, null, jobs.getFirst(), null).id();
      screenings.add(screening);
      add(screening);
    }

    try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
      var all = new ArrayList<Callable<Boolean>>();
      for (int client = 0; client < CLIENTS; client++) {
        var random = new Random(client);
        all.add(() -> {
          for (int i = 0; i < COMMANDS; i++) {
            command(random);
          }
          return true;
        });
      }
      for (var done : clients.invokeAll(all)) {
        assertThat(done.get()).isTrue(); // anything but a refusal fails the test
      }
    }
    for (ScreeningId screening : screenings) {
      if (state(screening) == State.PAUSED) {
        lifeCycle.resume(account, screening);
      }
    }

    var invariants =
        new Invariants(shortlist.database().jdbc(), shortlist.database().tenancy(), account);
    await().atMost(Duration.ofSeconds(90)).until(invariants::atRest);
    invariants.check();
    for (ScreeningId screening : screenings) {
      invariants.check(shortlist.get(Screenings.class).progress(account, screening), screening);
    }
    assertThat(shortlist.get(Screenings.class).list(account, 10)).hasSize(4);
    System.out.printf(
        "commands=%d refused=%d cvs=%d lost=0 doubled=0%n",
        CLIENTS * COMMANDS, refused.get(), files.get());
  }

  private void command(Random random) throws IOException {
    var screening = screenings.get(random.nextInt(screenings.size()));
    try {
      switch (random.nextInt(16)) {
        case 0, 1, 2 -> lifeCycle.pause(account, screening);
        case 3, 4, 5, 6 -> lifeCycle.resume(account, screening);
        case 7 -> lifeCycle.prioritise(account, screening, Priority.HIGH);
        case 8 -> lifeCycle.prioritise(account, screening, Priority.LOW);
        case 9, 10 -> lifeCycle.rematch(account, screening, jobs.get(random.nextInt(jobs.size())));
        case 11 -> lifeCycle.retryFailed(account, screening);
        case 12 -> lifeCycle.cancel(account, screenings.getLast());
        default -> add(screening);
      }
    } catch (NotAllowedNow | ScreeningClosed e) {
      refused.incrementAndGet();
    }
  }

  private void add(ScreeningId screening) throws IOException {
    var uploads = new ArrayList<Upload>();
    for (int i = 0; i < 3; i++) {
      int number = files.incrementAndGet();
      uploads.add(
          new Upload(
              number + ".txt",
              Files.writeString(
                  temp.resolve(number + ".txt"),
                  "Person Number %1$d\nperson%1$d@example.com\n\nExperience\nAccountant, Northwind, 2019 - 2024\nSAP and Excel\n"
                      .formatted(number))));
    }
    shortlist.get(Intake.class).add(account, screening, uploads);
  }

  private State state(ScreeningId screening) {
    return shortlist.get(Screenings.class).find(account, screening).orElseThrow().state();
  }
}
