package dev.shortlist.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Who calls next, where only so many may call at once.
class PlacesTest {
  private static final Duration LONG = Duration.ofSeconds(60);

  private final Places places = new Places(2);
  private final UUID big = UUID.randomUUID();
  private final UUID small = UUID.randomUUID();
  private final List<String> placed = new CopyOnWriteArrayList<>();
  private final List<Thread> threads = new ArrayList<>();

  @AfterEach
  void let_everybody_go() {
    threads.forEach(Thread::interrupt);
    await().atMost(LONG).until(() -> threads.stream().noneMatch(Thread::isAlive));
  }

  @Test
  void no_more_are_given_than_there_are() throws Exception {
    places.take(big);
    places.take(small);
    waiting(big, "waits");
    assertThat(placed).isEmpty();

    places.giveBack();

    given("waits");
  }

  @Test
  void an_account_gets_them_in_the_order_it_asked() throws Exception {
    full();
    for (var name : List.of("first", "second", "third")) {
      waiting(big, name);
    }

    allGiven("first", "second", "third");
  }

  @Test
  void an_account_for_which_many_wait_delays_another_by_one() throws Exception {
    full();
    for (var name : List.of("big 1", "big 2", "big 3", "big 4")) {
      waiting(big, name);
    }
    waiting(small, "small 1");
    waiting(small, "small 2");

    allGiven("big 1", "small 1", "big 2", "small 2", "big 3", "big 4");
  }

  @Test
  void one_that_is_interrupted_while_it_waits_takes_no_place() throws Exception {
    full();
    var gone = waiting(big, "gone");
    waiting(big, "stays");
    gone.interrupt();
    gone.join(LONG);

    allGiven("stays");
  }

  @Test
  void one_that_is_interrupted_as_its_turn_comes_hands_its_place_on() throws Exception {
    for (int i = 0; i < 200; i++) {
      full();
      var gone = waiting(big, "gone");
      var handed = Thread.ofPlatform().daemon().start(places::giveBack);
      gone.interrupt();
      handed.join(LONG);
      gone.join(LONG);

      places.giveBack();
      if (placed.remove("gone")) {
        places.giveBack();
      }
      bothAreFree();
    }
  }

  private void full() throws InterruptedException {
    places.take(big);
    places.take(big);
  }

  private void bothAreFree() {
    var last = Thread.ofPlatform().daemon().start(() -> take(small, "last"));
    var beside = Thread.ofPlatform().daemon().start(() -> take(small, "beside"));
    await()
        .pollInterval(Duration.ofMillis(1))
        .atMost(LONG)
        .until(() -> !last.isAlive() && !beside.isAlive());
    places.giveBack();
    places.giveBack();
    placed.clear();
  }

  /// One after the other, as places are given back.
  private void allGiven(String... names) {
    for (int i = 0; i < names.length; i++) {
      places.giveBack();
      given(List.of(names).subList(0, i + 1).toArray(String[]::new));
    }
  }

  private void given(String... names) {
    await().atMost(LONG).until(() -> placed.size() == names.length);
    assertThat(placed).containsExactly(names);
  }

  /// Somebody who has come to wait for a place, and keeps it.
  private Thread waiting(UUID account, String name) {
    var thread = Thread.ofPlatform().daemon().start(() -> take(account, name));
    threads.add(thread);
    await()
        .pollInterval(Duration.ofMillis(1))
        .atMost(LONG)
        .until(() -> thread.getState() == Thread.State.WAITING);
    return thread;
  }

  private void take(UUID account, String name) {
    try {
      places.take(account);
      placed.add(name);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
