package dev.shortlist.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.shortlist.ai.Model;
import dev.shortlist.ai.Provider;
import dev.shortlist.database.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.support.JdbcTransactionManager;

/// Whoever decides about a model on one node does so one after the other.
class GovernorTurnsTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Limits LIMITS =
      new Limits(null, null, null, ZoneOffset.UTC, 100, Duration.ofMinutes(1));

  private final Clock clock = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
  private final Governor governor =
      new Governor(
          database.jdbc(), new JdbcTransactionManager(database.dataSource()), clock, "here");
  private final Model model = model("one");
  private final List<Thread> threads = new ArrayList<>();
  private final CountDownLatch end = new CountDownLatch(1);

  @AfterEach
  void let_everybody_go() throws InterruptedException {
    end.countDown();
    for (var thread : threads) {
      thread.join(LONG);
    }
  }

  @Test
  void one_waits_for_the_other_of_the_same_model_and_for_none_of_another() {
    hold(model);
    var done = new AtomicBoolean();
    var waiting = waiting(model, () -> done.set(true));

    assertThat(governor.inTurn(model("another"), () -> "at once")).isEqualTo("at once");
    assertThat(done).isFalse();

    end.countDown();
    join(waiting);
    assertThat(done).isTrue();
  }

  @Test
  void they_go_in_the_order_they_came_in() {
    hold(model);
    var order = new CopyOnWriteArrayList<Integer>();
    var waiting = new ArrayList<Thread>();
    for (int i = 0; i < 5; i++) {
      int number = i;
      waiting.add(waiting(model, () -> order.add(number)));
    }

    end.countDown();
    waiting.forEach(GovernorTurnsTest::join);
    assertThat(order).containsExactly(0, 1, 2, 3, 4);
  }

  @Test
  void who_waits_holds_no_connection() {
    var holding = new CompletableFuture<Void>();
    begin(() ->
        governor.inTurn(
            model,
            () ->
                database
                    .tenancy()
                    .inAccount(
                        UUID.randomUUID(),
                        () -> {
                          ask();
                          holding.complete(null);
                          return awaitEnd();
                        })));
    holding.orTimeout(LONG.toSeconds(), TimeUnit.SECONDS).join();
    var waiting = new ArrayList<Thread>();
    var permits = new CopyOnWriteArrayList<Permit>();
    for (int i = 0; i < 4; i++) {
      waiting.add(waiting(model, () -> permits.add(ask())));
    }

    assertThat(database.dataSource().getHikariPoolMXBean().getActiveConnections()).isEqualTo(1);
    assertThat(database.dataSource().getHikariPoolMXBean().getThreadsAwaitingConnection()).isZero();

    end.countDown();
    waiting.forEach(GovernorTurnsTest::join);
    assertThat(permits).hasSize(4).allMatch(Permit.Granted.class::isInstance);
  }

  @Test
  void one_that_is_interrupted_while_it_waits_does_its_work_in_its_turn_and_stays_interrupted() {
    hold(model);
    var interrupted = new AtomicBoolean();
    var waiting = waiting(model, () -> interrupted.set(Thread.currentThread().isInterrupted()));
    waiting.interrupt();
    var behind = waiting(model, () -> {});
    assertThat(waiting.isAlive()).as("it is not its turn").isTrue();

    end.countDown();
    join(waiting);
    join(behind);
    assertThat(interrupted).isTrue();
  }

  @Test
  void work_that_fails_ends_its_turn() {
    assertThatThrownBy(() ->
            governor.inTurn(
                model,
                () -> {
                  throw new IllegalStateException("it failed");
                }))
        .hasMessage("it failed");

    var next = waitingOrDone(model, () -> {});
    join(next);
  }

  @Test
  void one_that_is_in_its_turn_may_take_it_again() {
    assertThat(governor.inTurn(model, () -> governor.inTurn(model, this::ask)))
        .isInstanceOf(Permit.Granted.class);
  }

  private Permit ask() {
    return governor.ask(model, LIMITS, UUID.randomUUID(), 1);
  }

  /// Takes the turn until the end.
  private void hold(Model of) {
    var holding = new CountDownLatch(1);
    begin(() ->
        governor.inTurn(
            of,
            () -> {
              holding.countDown();
              return awaitEnd();
            }));
    try {
      assertThat(holding.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Somebody who has come to wait for the turn.
  private Thread waiting(Model of, Runnable work) {
    var thread = waitingOrDone(of, work);
    await().atMost(LONG).until(() -> thread.getState() == Thread.State.WAITING);
    return thread;
  }

  private Thread waitingOrDone(Model of, Runnable work) {
    return begin(() ->
        governor.inTurn(
            of,
            () -> {
              work.run();
              return true;
            }));
  }

  private Thread begin(Runnable work) {
    var thread = Thread.ofPlatform().daemon().start(work);
    threads.add(thread);
    return thread;
  }

  private boolean awaitEnd() {
    try {
      return end.await(LONG.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void join(Thread thread) {
    await().atMost(LONG).until(() -> !thread.isAlive());
  }

  private static Model model(String name) {
    return new Model(Provider.OPENAI, Provider.OPENAI.address(), null, name, Duration.ofSeconds(5));
  }
}
