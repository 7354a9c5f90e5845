package dev.shortlist.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shortlist.RunningShortlist;
import dev.shortlist.accounts.AccountId;
import dev.shortlist.intake.Intake;
import dev.shortlist.intake.Upload;
import dev.shortlist.live.Subscription;
import dev.shortlist.screening.ApplicationId;
import dev.shortlist.screening.Screening;
import dev.shortlist.screening.Screenings;
import dev.shortlist.screening.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
@SuppressWarnings("NullAway.Init") // JUnit fills in
class ScreeningFeedTest {
  @RegisterExtension static final RunningShortlist shortlist = new RunningShortlist(Map.of());

  private static final Duration SOON = Duration.ofSeconds(60);

  @TempDir Path temp;
  private final ScreeningFeed feed = shortlist.get(ScreeningFeed.class);
  private final Screenings screenings = shortlist.get(Screenings.class);
  private AccountId account;

  @BeforeEach
  void an_account_of_its_own() {
    account = new AccountId(shortlist.database().account());
  }

  @Test
  void a_subscriber_sees_a_snapshot_then_changes_then_the_end_at_most_once_a_second()
      throws IOException {
    var screening = screenings.create(account, "Pile", null, null);
    var heard = new Recording();
    try (var subscription = feed.subscribe(account, screening.id(), heard::add)) {
      assertThat(subscription.isOpen()).isTrue();
      await().atMost(SOON).until(() -> !heard.events.isEmpty());
      assertThat(heard.events.getFirst().screening().state()).isEqualTo(Screening.State.CREATED);
      assertThat(heard.events.getFirst().changed()).isEmpty();

      add(screening, 30);
      await().atMost(SOON).until(heard::isFinal);
    }

    assertThat(heard.lastStages())
        .hasSize(30)
        .allSatisfy((id, stage) -> assertThat(stage).isEqualTo(Stage.COMPLETED));
    assertThat(heard.events.getLast().progress().percent()).isEqualTo(100);
    heard.assertNeverBackwards();
    heard.assertAtMostOneASecond();
  }

  @Test
  void whoever_comes_later_starts_with_how_things_stand() throws IOException {
    var screening = screenings.create(account, "Pile", null, null);
    add(screening, 3);
    await().atMost(SOON).until(() -> state(screening) == Screening.State.COMPLETED);

    var heard = new Recording();
    try (var _ = feed.subscribe(account, screening.id(), heard::add)) {
      await().atMost(SOON).until(heard::isFinal);
    }
    assertThat(heard.events).hasSize(1);
    assertThat(heard.lastStages()).hasSize(3);
  }

  @Test
  void whoever_comes_back_hears_only_what_it_missed() throws IOException {
    var screening = screenings.create(account, "Pile", null, null);
    add(screening, 3);
    await().atMost(SOON).until(() -> state(screening) == Screening.State.COMPLETED);
    long last =
        shortlist
            .get(News.class)
            .latest(account, screening.id(), 1)
            .orElseThrow()
            .changes()
            .getFirst()
            .number();
    var heard = new Recording();
    try (var _ = feed.subscribe(account, screening.id(), last, heard::add)) {
      await().atMost(SOON).until(heard::isFinal);
    }
    assertThat(heard.events.getFirst().changed()).isEmpty();
  }

  @Test
  void whoever_listens_to_the_account_hears_of_all_its_screenings_and_of_no_other()
      throws IOException {
    var heard = new Recording();
    var foreign = new Recording();
    var other = new AccountId(shortlist.database().account());
    try (var _ = feed.subscribe(account, heard::add);
        var _ = feed.subscribe(other, foreign::add)) {
      var one = screenings.create(account, "One", null, null);
      var two = screenings.create(account, "Two", null, null);
      add(one, 1);
      add(two, 1);
      await()
          .atMost(SOON)
          .until(() ->
              heard.events.stream()
                      .filter(ScreeningEvent::isFinal)
                      .map(event -> event.screening().id())
                      .distinct()
                      .count()
                  == 2);
    }
    assertThat(foreign.events).isEmpty();
  }

  @Test
  void a_screening_of_another_account_tells_nothing() throws IOException {
    var screening = screenings.create(account, "Pile", null, null);
    var foreign = new Recording();
    var own = new Recording();
    var other = new AccountId(shortlist.database().account());
    try (var _ = feed.subscribe(other, screening.id(), foreign::add);
        var _ = feed.subscribe(account, screening.id(), own::add)) {
      add(screening, 1);
      await().atMost(SOON).until(own::isFinal);
    }
    assertThat(foreign.events).isEmpty();
  }

  @Test
  void five_hundred_hear_the_same_and_the_one_that_sleeps_disturbs_nobody() throws Exception {
    var screening = screenings.create(account, "Pile", null, null);
    var all = new ArrayList<Recording>();
    var subscriptions = new ArrayList<Subscription<ScreeningEvent>>();
    var wakeUp = new CountDownLatch(1);
    subscriptions.add(feed.subscribe(account, screening.id(), event -> sleep(wakeUp)));
    long start = System.nanoTime();
    for (int i = 0; i < 500; i++) {
      var heard = new Recording();
      all.add(heard);
      subscriptions.add(feed.subscribe(account, screening.id(), heard::add));
    }
    await().atMost(SOON).until(() -> all.stream().noneMatch(one -> one.events.isEmpty()));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));

    add(screening, 20);
    await().atMost(SOON).until(() -> all.stream().allMatch(Recording::isFinal));
    assertThat(all)
        .allSatisfy(
            one -> assertThat(one.lastStages().values()).hasSize(20).containsOnly(Stage.COMPLETED));
    wakeUp.countDown();
    subscriptions.forEach(Subscription::close);
  }

  private static void sleep(CountDownLatch wakeUp) {
    try {
      wakeUp.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Screening.State state(Screening screening) {
    return screenings.find(account, screening.id()).orElseThrow().state();
  }

  private void add(Screening screening, int cvs) throws IOException {
    var uploads = new ArrayList<Upload>();
    for (int i = 0; i < cvs; i++) {
      var file = Files.createTempFile(temp, "cv", ".txt");
      Files.writeString(
          file,
          """
          Ann Archer %d
          ann%d@example.com
          Experience
          Accountant, Northwind Trading, January 2018 - December 2024
          """
              .formatted(i, i));
      uploads.add(new Upload(i + ".txt", file));
    }
    shortlist.get(Intake.class).add(account, screening.id(), uploads);
  }

  /// What one subscriber heard, and when.
  private static final class Recording {
    private final List<ScreeningEvent> events = new CopyOnWriteArrayList<>();
    private final List<Long> times = new CopyOnWriteArrayList<>();

    void add(ScreeningEvent event) {
      times.add(System.nanoTime());
      events.add(event);
    }

    boolean isFinal() {
      return !events.isEmpty() && events.getLast().isFinal();
    }

    Map<ApplicationId, Stage> lastStages() {
      var stages = new HashMap<ApplicationId, Stage>();
      events.forEach(event -> event.changed().forEach(one -> stages.put(one.id(), one.stage())));
      return stages;
    }

    void assertNeverBackwards() {
      var percent = new HashMap<ApplicationId, Integer>();
      for (var event : events) {
        for (var one : event.changed()) {
          Integer before = percent.put(one.id(), one.percent());
          assertThat(one.percent()).isGreaterThanOrEqualTo(before == null ? 0 : before);
        }
      }
      assertThat(events).extracting(ScreeningEvent::position).isSorted();
    }

    void assertAtMostOneASecond() {
      for (int i = 2; i < times.size(); i++) { // the snapshot is not counted
        assertThat(times.get(i) - times.get(i - 1)).isGreaterThan(900_000_000);
      }
    }
  }
}
