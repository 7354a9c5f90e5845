package dev.shortlist.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.shortlist.database.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;

@Tag("slow")
@Timeout(180)
@SuppressWarnings("NullAway.Init") // JUnit calls the set-up first
class LanesTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final Duration SOON = Duration.ofSeconds(60);

  private final List<AutoCloseable> open = new ArrayList<>();
  private final UUID subject = UUID.randomUUID();
  private UUID account;

  @BeforeEach
  void an_account_of_its_own() {
    account = database.account();
  }

  @AfterEach
  void stop() throws Exception {
    for (AutoCloseable each : open) {
      each.close();
    }
    database.jdbc().sql("delete from task_cpu").update();
  }

  @Test
  void a_result_is_written_and_its_task_removed() {
    var notes = new Notes(database, task -> {});
    var lanes = lanes(notes);
    lanes.add(account, List.of(subject));
    lanes.start();

    awaitEmpty(lanes);
    assertThat(notes.noted(account, subject)).isEqualTo(1);
  }

  @Test
  void a_task_of_a_transaction_that_rolls_back_does_not_exist() {
    var lanes = lanes(new Notes(database, task -> {}));

    assertThatThrownBy(() ->
            database
                .tenancy()
                .inAccount(
                    account,
                    () -> {
                      lanes.queue.add(Lane.CPU, Notes.NAME, account, account, List.of(subject));
                      throw new IllegalStateException("no");
                    }))
        .hasMessage("no");
    assertThat(lanes.waiting()).isZero();
  }

  @Test
  void a_task_is_enqueued_in_a_transaction_only() {
    var lanes = lanes(new Notes(database, task -> {}));

    assertThatThrownBy(
            () -> lanes.queue.add(Lane.CPU, Notes.NAME, account, account, List.of(subject)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void every_line_of_the_log_written_for_a_task_names_it() {
    var named = new ConcurrentLinkedQueue<String>();
    var lanes = lanes(new Notes(database, task -> named.add(MDC.get("task"))));
    lanes.add(account, List.of(subject));
    lanes.start();

    awaitEmpty(lanes);
    assertThat(named).containsExactly(subject.toString());
  }

  @Test
  void what_fails_is_tried_again() {
    var failures = new AtomicInteger(2);
    var notes =
        new Notes(
            database,
            task -> {
              if (failures.getAndDecrement() > 0) {
                throw new IllegalStateException("not yet");
              }
            });
    var lanes = lanes(notes);
    lanes.add(account, List.of(subject));
    lanes.start();

    awaitEmpty(lanes);
    assertThat(notes.started).hasSize(3);
    assertThat(notes.noted(account, subject)).isEqualTo(1);
  }

  @Test
  void what_fails_as_often_as_it_may_is_given_up_with_an_error_id() {
    var notes =
        new Notes(
            database,
            task -> {
              throw new IllegalStateException("never");
            });
    var lanes = lanes(notes);
    lanes.add(account, List.of(subject));
    lanes.start();

    awaitEmpty(lanes);
    assertThat(notes.started).hasSize(3);
    assertThat(notes.givenUp)
        .singleElement()
        .satisfies(why -> assertThat(why.cause()).isEqualTo(GivenUp.Cause.FAILED))
        .satisfies(why -> assertThat(why.errorId()).matches("[0-9a-f]{8}"));
    assertThat(notes.noted(account, subject)).isEqualTo(-1);
  }

  @Test
  void what_overflows_the_stack_each_time_is_given_up_as_any_other_failure() {
    var notes =
        new Notes(
            database,
            task -> {
              throw new StackOverflowError();
            });
    var lanes = lanes(notes);
    lanes.add(account, List.of(subject));
    lanes.start();

    awaitEmpty(lanes);
    assertThat(notes.started).hasSize(3);
    assertThat(notes.noted(account, subject)).isEqualTo(-1);
  }

  @Test
  void what_cannot_work_is_given_up_at_once() {
    var notes =
        new Notes(
            database,
            task -> {
              throw new Permanent("never", null);
            });
    var lanes = lanes(notes);
    lanes.add(account, List.of(subject));
    lanes.start();

    awaitEmpty(lanes);
    assertThat(notes.started).hasSize(1);
    assertThat(notes.noted(account, subject)).isEqualTo(-1);
  }

  @Test
  void what_takes_too_long_is_interrupted_and_its_worker_freed() {
    var notes =
        new Notes(
            database,
            task -> {
              if (task.subject().equals(subject)) {
                new CountDownLatch(1).await();
              }
            });
    var lanes = lanes(notes, TestLanes.quick(1, Duration.ofMillis(200)));
    var neighbour = UUID.randomUUID();
    lanes.add(account, List.of(subject, neighbour));
    lanes.start();

    awaitEmpty(lanes);
    assertThat(notes.givenUp)
        .extracting(GivenUp::cause)
        .containsExactly(GivenUp.Cause.TOOK_TOO_LONG);
    assertThat(notes.noted(account, neighbour)).isEqualTo(1);
  }

  @Test
  void the_late_result_of_a_task_that_was_taken_over_is_refused() {
    var first = new AtomicInteger(1);
    var notes =
        new Notes(
            database,
            task -> {
              if (first.getAndDecrement() > 0) {
                // What another node's taking over does to the row.
                database.jdbc().sql("update task_cpu set version = version + 1").update();
              }
            });
    var lanes = lanes(notes);
    lanes.add(account, List.of(subject));
    lanes.start();

    awaitEmpty(lanes);
    assertThat(notes.started).hasSize(2);
    assertThat(notes.noted(account, subject)).isEqualTo(1);
  }

  @Test
  void a_small_account_is_served_beside_a_big_one() {
    var notes = new Notes(database, task -> {});
    var lanes = lanes(notes, TestLanes.quick(1, SOON));
    var many = Stream.generate(UUID::randomUUID).limit(100).toList();
    var few = Stream.generate(UUID::randomUUID).limit(3).toList();
    lanes.add(account, many);
    lanes.add(database.account(), few);
    lanes.start();

    awaitEmpty(lanes);
    assertThat(notes.started.subList(0, 6)).containsAll(few);
    assertThat(notes.started.stream().filter(many::contains).toList()).isEqualTo(many);
  }

  @Test
  void a_task_that_runs_at_shutdown_is_given_back_unharmed() throws Exception {
    var running = new CountDownLatch(1);
    var notes =
        new Notes(
            database,
            task -> {
              running.countDown();
              new CountDownLatch(1).await();
            });
    var lanes = lanes(notes);
    lanes.add(account, List.of(subject));
    lanes.start();
    running.await();
    lanes.stop();

    assertThat(
            database
                .jdbc()
                .sql(
                    "select count(*) from task_cpu where not picked and deaths = 0 and coalesce(consecutive_failures, 0) = 0")
                .query((row, number) -> row.getInt(1))
                .single())
        .isEqualTo(1);

    var next = new Notes(database, task -> {});
    var other = lanes(next);
    other.start();
    awaitEmpty(other);
    assertThat(next.noted(account, subject)).isEqualTo(1);
  }

  @Test
  void the_task_of_a_dead_node_is_done_by_another() {
    var notes = new Notes(database, task -> {});
    var lanes = lanes(notes);
    lanes.add(account, List.of(subject));
    pickedByGhost("deaths = 0");
    lanes.start();

    awaitEmpty(lanes);
    assertThat(notes.noted(account, subject)).isEqualTo(1);
  }

  @Test
  void a_task_that_killed_its_process_running_alone_twice_is_given_up() {
    var notes = new Notes(database, task -> {});
    var lanes = lanes(notes);
    lanes.add(account, List.of(subject));
    pickedByGhost("deaths = 2, consecutive_failures = 2, alone = true");
    lanes.start();

    awaitEmpty(lanes);
    assertThat(notes.started).isEmpty();
    assertThat(notes.givenUp)
        .extracting(GivenUp::cause)
        .containsExactly(GivenUp.Cause.KILLED_ITS_PROCESS);
  }

  @Test
  void a_suspect_whose_node_died_before_its_turn_is_not_to_blame() {
    var notes = new Notes(database, task -> {});
    var lanes = lanes(notes);
    lanes.add(account, List.of(subject));
    pickedByGhost("deaths = 1, consecutive_failures = 4");
    lanes.start();

    awaitEmpty(lanes);
    assertThat(notes.noted(account, subject)).isEqualTo(1);
  }

  @Test
  void a_node_that_is_killed_while_a_suspect_runs_alone_does_not_condemn_it() {
    var notes = new Notes(database, task -> {});
    var lanes = lanes(notes);
    lanes.add(account, List.of(subject));
    pickedByGhost("deaths = 1, consecutive_failures = 1, alone = true");
    lanes.start();

    awaitEmpty(lanes);
    assertThat(notes.noted(account, subject)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "delete from node where name = 'ghost'",
        "update node set seen_at = clock_timestamp() where name = 'ghost'"
      })
  void a_node_that_ended_as_it_should_or_was_cut_off_for_a_while_is_no_death(String instead) {
    var notes = new Notes(database, task -> {});
    var lanes = lanes(notes);
    lanes.add(account, List.of(subject));
    pickedByGhost("deaths = 2, consecutive_failures = 2, alone = true");
    database.jdbc().sql(instead).update();
    lanes.start();

    awaitEmpty(lanes);
    assertThat(notes.noted(account, subject)).isEqualTo(1);
  }

  @Test
  void attempts_the_database_failed_do_not_count() {
    var outages = new AtomicInteger(8);
    var notes =
        new Notes(
            database,
            task -> {
              if (outages.getAndDecrement() > 0) {
                throw new org.springframework.dao.DataAccessResourceFailureException(
                    "away", new SQLException("the server goes down", "57P01"));
              }
            });
    var lanes = lanes(notes);
    lanes.add(account, List.of(subject));
    lanes.start();

    awaitEmpty(lanes);
    assertThat(notes.started).hasSize(9);
    assertThat(notes.noted(account, subject)).isEqualTo(1);
  }

  @Test
  void a_suspect_runs_alone() {
    var beside = ConcurrentHashMap.<UUID>newKeySet();
    var company = new AtomicInteger();
    var notes =
        new Notes(
            database,
            task -> {
              beside.add(task.subject());
              for (int i = 0; i < 20; i++) {
                if (beside.contains(subject)) {
                  company.accumulateAndGet(beside.size(), Math::max);
                }
                Thread.onSpinWait();
                new CountDownLatch(1).await(2, TimeUnit.MILLISECONDS);
              }
              beside.remove(task.subject());
            });
    var lanes = lanes(notes, TestLanes.quick(4, SOON));
    var all = new ArrayList<>(Stream.generate(UUID::randomUUID).limit(12).toList());
    all.add(3, subject);
    lanes.add(account, all);
    database
        .jdbc()
        .sql(
            "update task_cpu set deaths = 1, consecutive_failures = 1 where task_instance like :id")
        .param("id", "%" + subject)
        .update();
    lanes.start();

    awaitEmpty(lanes);
    assertThat(company).hasValue(1);
    assertThat(all).allSatisfy(each -> assertThat(notes.noted(account, each)).isEqualTo(1));
  }

  @Test
  void calls_a_node_died_with_go_on_together_until_it_was_three_times() {
    var met = new CountDownLatch(4);
    var company = new AtomicInteger();
    var alone = new AtomicInteger();
    var notes =
        new Notes(
            database,
            Lane.LLM,
            task -> {
              company.incrementAndGet();
              if (task.subject().equals(subject)) {
                alone.accumulateAndGet(company.get(), Math::max);
              } else {
                met.countDown();
                met.await(20, TimeUnit.SECONDS);
              }
              company.decrementAndGet();
            });
    var lanes = lanes(notes, TestLanes.quick(5, SOON));
    var all = new ArrayList<>(Stream.generate(UUID::randomUUID).limit(4).toList());
    all.add(subject);
    lanes.add(Lane.LLM, account, all);
    database
        .jdbc()
        .sql(
            "update task_llm set consecutive_failures = 3, deaths = case when task_instance like :id then 3 else 2 end")
        .param("id", "%" + subject)
        .update();
    lanes.start();

    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(all).allMatch(each -> notes.noted(account, each) == 1));
    assertThat(met.getCount()).isZero();
    assertThat(alone).hasValue(1);
  }

  @Test
  void data_planted_in_the_table_is_not_read() {
    var notes = new Notes(database, task -> {});
    var lanes = lanes(notes);
    lanes.add(account, List.of(subject));
    database.jdbc().sql("update task_cpu set task_data = '\\xaced0005'::bytea").update();
    lanes.start();

    awaitEmpty(lanes);
    assertThat(notes.noted(account, subject)).isEqualTo(1);
  }

  @Test
  void two_nodes_do_every_task_once() {
    var left = new Notes(database, task -> {});
    var right = new Notes(database, task -> {});
    var leftLanes = lanes(left);
    var rightLanes = lanes(right);
    var subjects = Stream.generate(UUID::randomUUID).limit(300).toList();
    leftLanes.add(account, subjects);
    leftLanes.start();
    rightLanes.start();

    awaitEmpty(leftLanes);
    assertThat(left.started.size() + right.started.size()).isEqualTo(300);
    assertThat(subjects).allSatisfy(each -> assertThat(left.noted(account, each)).isEqualTo(1));
  }

  @Test
  void every_lane_has_workers_of_its_own() {
    var blocked = new CountDownLatch(1);
    var cpu = new Notes(database, task -> blocked.await());
    var llm = new Notes(database, Lane.LLM, task -> {});
    var lanes = new TestLanes(database, TestLanes.QUICK, cpu, llm);
    open.add(lanes);
    lanes.add(account, Stream.generate(UUID::randomUUID).limit(5).toList());
    lanes.add(Lane.LLM, account, List.of(subject));
    lanes.start();

    await().atMost(SOON).until(() -> llm.noted(account, subject) == 1);
    blocked.countDown();
    awaitEmpty(lanes);
  }

  @Test
  void it_waits_as_long_as_the_other_side_asked_for() {
    var starts = new CopyOnWriteArrayList<Long>();
    var notes =
        new Notes(
            database,
            Lane.LLM,
            task -> {
              starts.add(System.nanoTime());
              if (starts.size() == 1) {
                throw new Transient("429", Duration.ofMillis(1500), null);
              }
            });
    var lanes = new TestLanes(database, TestLanes.QUICK, notes);
    open.add(lanes);
    lanes.add(Lane.LLM, account, List.of(subject));
    lanes.start();

    await().atMost(SOON).until(() -> notes.noted(account, subject) == 1);
    assertThat(Duration.ofNanos(starts.get(1) - starts.get(0)))
        .isGreaterThanOrEqualTo(Duration.ofMillis(1500));
  }

  @Test
  void what_runs_of_a_stopped_batch_is_interrupted_on_every_node_and_writes_nothing()
      throws Exception {
    var running = new CountDownLatch(1);
    var notes =
        new Notes(
            database,
            task -> {
              running.countDown();
              new CountDownLatch(1).await();
            });
    var worker = lanes(notes);
    worker.add(account, List.of(subject));
    worker.start();
    running.await();
    var other = lanes(new Notes(database, task -> {}));

    database.tenancy().inAccount(account, () -> other.queue.stop(account, account));

    awaitEmpty(worker);
    assertThat(notes.noted(account, subject)).isZero();
    assertThat(notes.givenUp).isEmpty();
  }

  @Test
  void a_task_enqueued_on_one_node_starts_at_once_on_another() {
    var waits = new CopyOnWriteArrayList<Duration>();
    var committed = new AtomicLong();
    var notes =
        new Notes(
            database, task -> waits.add(Duration.ofNanos(System.nanoTime() - committed.get())));
    // A poll that is far away: what comes quicker came by the notice.
    var worker = lanes(notes, TestLanes.polling(Duration.ofSeconds(20)));
    var web = lanes(new Notes(database, task -> {}));
    worker.start();
    for (int i = 1; i <= 40; i++) {
      int done = i;
      web.add(account, List.of(UUID.randomUUID()));
      committed.set(System.nanoTime());
      await().pollInterval(Duration.ofMillis(2)).atMost(SOON).until(() -> waits.size() >= done);
    }

    var median = waits.stream().sorted().skip(20).findFirst().orElseThrow();
    System.out.printf("from commit on one node to start on another: p50 %s%n", median);
    assertThat(median).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void no_two_nodes_have_the_same_name_and_a_name_is_free_when_its_node_ends() {
    var first = lanes(new Notes(database, task -> {}));
    var second = lanes(new Notes(database, task -> {}));

    assertThat(second.node.name()).isNotEqualTo(first.node.name()).startsWith("test-");
    assertThat(first.engine.nodes())
        .extracting(Engine.NodeStatus::name)
        .contains(first.node.name(), second.node.name());
    String freed = second.node.name();
    second.close();
    open.remove(second);
    assertThat(lanes(new Notes(database, task -> {})).node.name()).isEqualTo(freed);
  }

  @Test
  void the_task_of_a_kind_this_version_does_not_know_is_kept() {
    var lanes = lanes(new Notes(database, task -> {}));
    lanes.add(account, List.of(subject));
    database.jdbc().sql("update task_cpu set task_name = 'of-a-newer-version'").update();
    lanes.start();
    var known = UUID.randomUUID();
    lanes.add(account, List.of(known));

    await().atMost(SOON).until(() -> lanes.waiting() == 1);
  }

  @Test
  void the_engine_goes_by_the_time_of_the_database() throws Exception {
    try (var connection = database.dataSource().getConnection()) {
      var clock = new DatabaseClock(connection);
      var now =
          database
              .jdbc()
              .sql("select clock_timestamp()")
              .query((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant())
              .single();
      assertThat(Duration.between(clock.instant(), now).abs()).isLessThan(Duration.ofSeconds(30));
    }
  }

  private TestLanes lanes(Notes notes) {
    return lanes(notes, TestLanes.QUICK);
  }

  private TestLanes lanes(Notes notes, TaskSettings settings) {
    var lanes = new TestLanes(database, settings, notes);
    open.add(lanes);
    return lanes;
  }

  /// As if a node that was killed an hour ago had worked on all there is.
  private static void pickedByGhost(String more) {
    database
        .jdbc()
        .sql(
            "insert into node (name, roles, started_at, seen_at) values ('ghost', 'WORKER', now() - interval '2 hours', now() - interval '1 hour') on conflict (name) do update set seen_at = excluded.seen_at")
        .update();
    database
        .jdbc()
        .sql(
            "update task_cpu set picked = true, picked_by = 'ghost', last_heartbeat = now() - interval '1 hour', version = version + 1, "
                + more)
        .update();
  }

  private static void awaitEmpty(TestLanes lanes) {
    await().atMost(SOON).until(() -> lanes.waiting() == 0);
  }
}
