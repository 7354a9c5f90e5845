package dev.shortlist.text;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
class PoolTest {
  private static final Duration FOR_EVER = Duration.ofDays(1);

  private final Worker first = new Worker();
  private final Worker second = new Worker();

  @Test
  void the_first_is_started_at_once() throws Exception {
    assertThat(pool(FOR_EVER, FOR_EVER).take()).isNotNull();
  }

  @Test
  void one_that_runs_is_used_before_another_is_started() throws Exception {
    var pool = pool(Duration.ZERO, Duration.ZERO);
    use(pool, first);
    use(pool, first);

    assertThat(pool.take()).isSameAs(first);
  }

  @Test
  void who_has_patience_gets_the_one_that_runs_when_it_is_given_back() throws Exception {
    var pool = pool(FOR_EVER, FOR_EVER);
    var taken = pool.take();
    taken.answer();
    var waiting = CompletableFuture.supplyAsync(() -> take(pool));

    pool.giveBack(taken);

    assertThat(waiting.get(60, SECONDS)).isSameAs(taken);
  }

  @Test
  void another_is_started_when_patience_ends() throws Exception {
    var pool = pool(Duration.ofMillis(1), FOR_EVER);
    var taken = pool.take();
    taken.answer();

    assertThat(pool.take()).isNotSameAs(taken);
  }

  @Test
  void one_that_is_being_started_is_given_the_time_for_it() throws Exception {
    var pool = pool(Duration.ZERO, FOR_EVER);
    var starting = pool.take();
    var waiting = CompletableFuture.supplyAsync(() -> take(pool));

    starting.answer();
    pool.giveBack(starting);

    assertThat(waiting.get(60, SECONDS)).isSameAs(starting);
  }

  @Test
  void one_that_says_it_will_take_long_is_not_waited_for() throws Exception {
    var pool = pool(Duration.ZERO, FOR_EVER);
    var recognizing = pool.take();
    var waiting = CompletableFuture.supplyAsync(() -> take(pool));

    recognizing.answer();
    pool.heard();

    assertThat(waiting.get(60, SECONDS)).isNotSameAs(recognizing);
  }

  @Test
  void one_that_died_counts_as_one_to_be_started() throws Exception {
    var pool = pool(FOR_EVER, FOR_EVER);
    use(pool, first);
    var dead = pool.take();
    dead.running = false;
    pool.giveBack(dead);

    assertThat(pool.take()).isNotNull();
  }

  @Test
  void when_all_are_taken_callers_wait_for_the_next() throws Exception {
    var pool = pool(Duration.ZERO, Duration.ZERO);
    var taken = pool.take();
    pool.take();
    var waiting = CompletableFuture.supplyAsync(() -> take(pool));

    pool.giveBack(taken);

    assertThat(waiting.get(60, SECONDS)).isSameAs(taken);
  }

  @Test
  void nobody_waits_who_is_interrupted() {
    var pool = pool(FOR_EVER, FOR_EVER);
    var interrupted =
        CompletableFuture.supplyAsync(() -> {
          Thread.currentThread().interrupt();
          return take(pool);
        });

    assertThatExceptionOfType(CompletionException.class)
        .isThrownBy(interrupted::join)
        .withRootCauseInstanceOf(InterruptedException.class);
  }

  @Test
  void one_can_be_started_ahead_and_is_then_the_one_to_use() throws Exception {
    var pool = pool(Duration.ZERO, Duration.ZERO);
    var started = pool.first().orElseThrow();
    started.running = true;
    pool.giveBack(started);

    assertThat(pool.first()).isEmpty();
    assertThat(pool.take()).isSameAs(started);
  }

  @Test
  void nothing_is_started_ahead_while_one_is_being_used() throws Exception {
    var pool = pool(Duration.ZERO, Duration.ZERO);
    pool.take();

    assertThat(pool.first()).isEmpty();
  }

  @Test
  void who_comes_while_one_is_started_ahead_waits_for_it() throws Exception {
    var pool = pool(Duration.ZERO, FOR_EVER);
    var started = pool.first().orElseThrow();
    var waiting = CompletableFuture.supplyAsync(() -> take(pool));

    started.running = true;
    pool.giveBack(started);

    assertThat(waiting.get(60, SECONDS)).isSameAs(started);
  }

  private Pool<Worker> pool(Duration patience, Duration patienceWithStart) {
    var pool = new Pool<Worker>(patience, patienceWithStart);
    pool.add(List.of(second, first)); // the one added last is used first
    return pool;
  }

  private static void use(Pool<Worker> pool, Worker expected) throws InterruptedException {
    var taken = pool.take();
    assertThat(taken).isSameAs(expected);
    taken.answer();
    pool.giveBack(taken);
  }

  private static Worker take(Pool<Worker> pool) {
    try {
      return pool.take();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Worker implements Pool.Member {
    volatile boolean running;
    volatile boolean silent = true;

    void answer() {
      running = true;
      silent = false;
    }

    @Override
    public boolean runs() {
      return running;
    }

    @Override
    public boolean isSilent() {
      return silent;
    }
  }
}
