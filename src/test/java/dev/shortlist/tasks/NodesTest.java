package dev.shortlist.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shortlist.OtherJava;
import dev.shortlist.database.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Nodes as processes that are killed, stopped and cut off: nothing is lost, nothing is done twice.
@Tag("slow")
@Timeout(180)
@SuppressWarnings("NullAway.Init") // JUnit calls the set-up first
class NodesTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final Duration LONG = Duration.ofMinutes(2);

  private final AtomicInteger refused = new AtomicInteger();
  private final List<Process> started = new ArrayList<>();
  private final Random random = new Random(20261122);
  private TestLanes enqueuer;
  private UUID account;

  @BeforeEach
  void begin() {
    account = database.account();
    enqueuer = new TestLanes(database, TestLanes.QUICK);
  }

  @AfterEach
  void end() throws InterruptedException {
    for (Process process : started) {
      process.destroyForcibly().waitFor();
    }
    enqueuer.close();
    database.jdbc().sql("delete from task_cpu").update();
  }

  @Test
  void one_node_two_or_four_do_every_task_once() throws IOException {
    enqueue(10_000);
    node(20, 0);
    awaitLeft(8500);
    node(20, 0);
    awaitLeft(5000);
    node(20, 0);
    node(20, 0);
    awaitDone();

    assertThat(results()).isEqualTo(new Results(10_000, 0, 0));
  }

  @Test
  void nodes_killed_at_random_moments_lose_nothing() throws Exception {
    enqueue(1500);
    var nodes = new ArrayList<>(List.of(node(8, 20), node(8, 20)));
    for (int kill = 0; kill < 6 && enqueuer.waiting() > 0; kill++) {
      rest(random.nextInt(50, 500));
      nodes.removeFirst().destroyForcibly().waitFor();
      nodes.add(node(8, 20));
    }
    awaitDone();

    assertThat(results()).isEqualTo(new Results(1500, 0, 0));
  }

  @Test
  void the_results_of_a_node_that_was_taken_for_dead_are_refused() throws Exception {
    enqueue(200);
    var zombie = node(10, 500);
    await().atMost(LONG).until(() -> picked() == 10);
    signal(zombie, "STOP");
    node(10, 5);
    awaitDone();
    signal(zombie, "CONT");
    await().atMost(LONG).until(() -> refused.get() >= 10);

    assertThat(results()).isEqualTo(new Results(200, 0, 0));
  }

  @Test
  void cut_connections_lose_nothing() throws IOException {
    enqueue(1500);
    node(8, 30);
    node(8, 30);
    for (int cut = 0; cut < 8; cut++) {
      rest(400);
      database.cutConnections();
    }
    awaitDone();

    assertThat(results()).isEqualTo(new Results(1500, 0, 0));
  }

  @Test
  void a_node_whose_line_falls_silent_is_taken_for_dead_and_does_no_harm_when_it_is_back()
      throws Exception {
    enqueue(200);
    var address = URI.create(database.url());
    try (var relay = new Relay(address.getPort())) {
      start(database.url().replace(":" + address.getPort(), ":" + relay.port()), "300", 10, 500);
      await().atMost(LONG).until(() -> picked() == 10);
      relay.fallSilent(true);
      node(10, 5);
      awaitDone();
      relay.fallSilent(false);
      await().atMost(LONG).until(() -> refused.get() >= 10);
    }
    assertThat(results()).isEqualTo(new Results(200, 0, 0));
  }

  @Test
  void who_is_killed_between_enqueueing_and_commit_leaves_nothing() throws Exception {
    var process = process(LanesProcess.Enqueuer.class, database.url(), account.toString());
    process.destroyForcibly().waitFor();
    enqueuer.add(account, List.of(UUID.randomUUID())); // the place of the one killed is free

    assertThat(enqueuer.waiting()).isEqualTo(1);
    assertThat(results()).isEqualTo(new Results(0, 0, 0));
  }

  @Test
  void a_rolling_restart_loses_nothing_and_harms_nothing() throws Exception {
    enqueue(1000);
    var first = node(8, 30);
    var second = node(8, 30);
    for (Process old : List.of(first, second)) {
      rest(500);
      old.destroy(); // SIGTERM
      assertThat(old.waitFor(30, TimeUnit.SECONDS)).as("ends within 30 s").isTrue();
      node(8, 30);
    }
    assertThat(
            database
                .jdbc()
                .sql("select count(*) from task_cpu where deaths > 0 or consecutive_failures > 0")
                .query((row, number) -> row.getInt(1))
                .single())
        .isZero();
    awaitDone();

    assertThat(results()).isEqualTo(new Results(1000, 0, 0));
  }

  @Test
  void a_task_that_kills_its_process_is_set_aside_and_its_neighbours_are_done() throws Exception {
    enqueue(40);
    enqueuer.add(account, List.of(LanesProcess.DEADLY));
    enqueue(40);
    int deaths = 0;
    while (enqueuer.waiting() > 0) {
      var node = node(4, 5);
      await()
          .atMost(LONG)
          .pollInterval(Duration.ofMillis(50))
          .until(() -> !node.isAlive() || enqueuer.waiting() == 0);
      deaths += node.isAlive() ? 0 : 1;
    }

    assertThat(deaths).as("one with others, two alone").isEqualTo(3);
    assertThat(counter("starts")).isEqualTo(3);
    assertThat(counter(LanesProcess.DEADLY.toString())).as("given up").isEqualTo(-1);
    assertThat(results()).isEqualTo(new Results(80, 0, 1));
  }

  @Test
  void with_the_standard_settings_a_dead_node_s_work_is_taken_over_within_30_seconds()
      throws Exception {
    enqueue(8);
    var dying = start("5000", 8, 60_000);
    await().atMost(LONG).until(() -> picked() == 8);
    start("5000", 8, 10);
    dying.destroyForcibly().waitFor();
    long killed = System.nanoTime();
    awaitDone();

    var took = Duration.ofNanos(System.nanoTime() - killed);
    System.out.printf("taken over after %s%n", took);
    assertThat(took).isLessThan(Duration.ofSeconds(32)); // and the work itself
    assertThat(results()).isEqualTo(new Results(8, 0, 0));
  }

  private void enqueue(int tasks) {
    enqueuer.add(account, Stream.generate(UUID::randomUUID).limit(tasks).toList());
  }

  private Process node(int threads, int millis) throws IOException {
    return start("300", threads, millis);
  }

  private Process start(String heartbeat, int threads, int millis) throws IOException {
    return start(database.url(), heartbeat, threads, millis);
  }

  private Process start(String url, String heartbeat, int threads, int millis) throws IOException {
    return process(LanesProcess.class, url, "node", heartbeat, "" + threads, "" + millis);
  }

  private Process process(Class<?> program, String... arguments) throws IOException {
    var process = OtherJava.running(program, 128, (Object[]) arguments).start();
    started.add(process);
    var output = process.inputReader();
    String line = output.readLine();
    while (line != null && !line.startsWith("ready")) {
      line = output.readLine();
    }
    assertThat(line).as("the node starts").isNotNull();
    Thread.startVirtualThread(() ->
        output
            .lines()
            .filter(said -> said.contains("late result refused"))
            .forEach(_ -> refused.incrementAndGet()));
    return process;
  }

  private static void signal(Process process, String signal)
      throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + signal, "" + process.pid()).start().waitFor();
  }

  private static void rest(int millis) {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
  }

  private void awaitDone() {
    awaitLeft(0);
  }

  private void awaitLeft(int most) {
    await()
        .atMost(LONG)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> enqueuer.waiting() <= most);
  }

  private static int picked() {
    return database
        .jdbc()
        .sql("select count(*) from task_cpu where picked")
        .query((row, number) -> row.getInt(1))
        .single();
  }

  private int counter(String kind) {
    return database.inAccount(
        account,
        jdbc ->
            jdbc.sql("select last from counter where account_id = :account and kind = :kind")
                .param("account", account)
                .param("kind", kind)
                .query((row, number) -> row.getInt(1))
                .optional()
                .orElse(0));
  }

  private Results results() {
    return database.inAccount(
        account,
        jdbc ->
            jdbc.sql(
                    """
                    select count(*) filter (where last = 1) as once,
                           count(*) filter (where last > 1) as more,
                           count(*) filter (where last < 0) as given_up
                      from counter where account_id = :account and kind <> 'starts'
                    """)
                .param("account", account)
                .query((row, number) ->
                    new Results(row.getInt("once"), row.getInt("more"), row.getInt("given_up")))
                .single());
  }

  /// @param once tasks with one result
  /// @param more tasks with more than one
  record Results(int once, int more, int givenUp) {}
}
