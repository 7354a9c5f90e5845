package dev.shortlist.calls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.ai.ApiKey;
import dev.shortlist.ai.FakeLlm;
import dev.shortlist.ai.LanguageModel;
import dev.shortlist.ai.Model;
import dev.shortlist.ai.Prompt;
import dev.shortlist.ai.Provider;
import dev.shortlist.ai.Reply;
import dev.shortlist.ai.Usage;
import dev.shortlist.database.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/// Two nodes that share a key, against the stand-in provider's limits and against its counting.
class GovernorTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final Clock clock = Clock.systemUTC();

  /// The strictest window: every call has to come in its own half second.
  @Test
  void two_nodes_stay_within_a_providers_limit() throws Exception {
    try (var fake = new FakeLlm("--rpm", "120", "--window", "bucket", "--latency-ms", "100")) {
      nodes(2, fake.openAi(), limits(120, 5), clock.instant().plusSeconds(8));

      var stats = fake.stats();
      assertThat(stats.path("denied_429").asInt()).as(stats.toString()).isLessThanOrEqualTo(2);
      assertThat(stats.path("admitted").asInt()).isBetween(10, 17);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"header", "body"})
  void a_limit_nobody_told_of_is_learnt_and_no_call_comes_before_its_time(String where)
      throws Exception {
    try (var fake =
        new FakeLlm(
            "--rpm", "120", "--window", "bucket", "--retry-after", where, "--latency-ms", "20")) {
      // One under way: a call that is on its way when another is refused knows of no promise.
      nodes(2, fake.gemini(), limits(600, 1), clock.instant().plusSeconds(6));

      var stats = fake.stats();
      assertThat(stats.path("before_retry_after").asInt()).as(stats.toString()).isZero();
      assertThat(stats.path("admitted").asInt()).isGreaterThan(2);
    }
  }

  @Test
  void calls_of_a_node_that_was_killed_can_be_given_up() {
    var model = model("killed");
    var limits = limits(null, 1);
    var governor = governor();
    assertThat(governor.ask(model, limits, UUID.randomUUID(), 1))
        .isInstanceOf(Permit.Granted.class);
    assertThat(governor.ask(model, limits, UUID.randomUUID(), 1)).isInstanceOf(Permit.Wait.class);

    governor.giveUpOpen();

    assertThat(governor.ask(model, limits, UUID.randomUUID(), 1))
        .isInstanceOf(Permit.Granted.class);
  }

  @Test
  void calls_a_node_began_before_it_was_killed_are_given_up_and_no_others() {
    var model = model("one of many");
    var limits = limits(null, 2);
    var governor = governor();
    var now = clock.instant();
    governor.ask(model, limits, UUID.randomUUID(), 1);
    governor.ask(model, limits, UUID.randomUUID(), 1);
    governor.giveUp("elsewhere", now.plusSeconds(60));
    governor.giveUp("here", now.minusSeconds(60));
    assertThat(governor.ask(model, limits, UUID.randomUUID(), 1)).isInstanceOf(Permit.Wait.class);

    governor.giveUp("here", now.plusSeconds(60));

    assertThat(governor.ask(model, limits, UUID.randomUUID(), 1))
        .isInstanceOf(Permit.Granted.class);
  }

  @Test
  void no_more_calls_are_under_way_than_allowed_and_none_is_lost() throws Exception {
    var model = model("under way");
    var limits = limits(null, 3);
    var governor = governor();
    var open = new AtomicInteger();
    var most = new AtomicInteger();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var work = new ArrayList<Callable<Boolean>>();
      for (int i = 0; i < 12; i++) {
        work.add(() -> {
          var permit = await(governor, model, limits, clock.instant().plusSeconds(60));
          most.accumulateAndGet(open.incrementAndGet(), Math::max);
          LockSupport.parkNanos(20_000_000);
          open.decrementAndGet();
          governor.settle(model, limits, permit, 1, new Reply.Refused(Usage.NONE));
          return true;
        });
      }
      for (var done : threads.invokeAll(work)) {
        assertThat(done.get()).isTrue();
      }
    }

    assertThat(most.get()).isLessThanOrEqualTo(3);
  }

  @Test
  void what_another_node_wrote_is_seen_before_the_next_decision() {
    var model = model("two nodes");
    var limits = limits(null, 1);
    var one = governor();
    var other = governor();
    for (int i = 0; i < 3; i++) {
      var permit = (Permit.Granted) one.ask(model, limits, UUID.randomUUID(), 1);
      assertThat(other.ask(model, limits, UUID.randomUUID(), 1)).isInstanceOf(Permit.Wait.class);
      one.settle(model, limits, permit, 1, new Reply.Refused(Usage.NONE));
      var its = (Permit.Granted) other.ask(model, limits, UUID.randomUUID(), 1);
      assertThat(one.ask(model, limits, UUID.randomUUID(), 1)).isInstanceOf(Permit.Wait.class);
      other.settle(model, limits, its, 1, new Reply.Refused(Usage.NONE));
    }
  }

  @Test
  void other_keys_and_models_have_limits_of_their_own() {
    var limits = limits(1, 5);

    assertThat(governor().ask(model("one"), limits, UUID.randomUUID(), 1))
        .isInstanceOf(Permit.Granted.class);
    assertThat(governor().ask(model("two"), limits, UUID.randomUUID(), 1))
        .isInstanceOf(Permit.Granted.class);
    assertThat(governor().ask(model("one"), limits, UUID.randomUUID(), 1))
        .isInstanceOf(Permit.Wait.class);
  }

  @Test
  void the_key_is_not_kept_in_the_database() {
    governor().ask(model("kept"), limits(1, 5), UUID.randomUUID(), 1);

    assertThat(
            database
                .jdbc()
                .sql("select name || state::text from model_quota")
                .query(String.class)
                .list())
        .isNotEmpty()
        .noneMatch(row -> row.contains("very-secret") || row.contains("kept"));
  }

  private void nodes(int count, Model model, Limits limits, Instant end) throws Exception {
    var replies = new ConcurrentLinkedQueue<Reply>();
    try (var models = new LanguageModel(clock);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var work = new ArrayList<Callable<Boolean>>();
      for (int node = 0; node < count; node++) {
        var governor = governor();
        var account = UUID.randomUUID();
        for (int worker = 0; worker < 3; worker++) {
          String name = node + "-" + worker;
          work.add(() -> {
            for (int i = 0; clock.instant().isBefore(end); i++) {
              var permit = find(governor, model, limits, account, end);
              if (permit == null) {
                return true;
              }
              var reply = models.ask(model, prompt(name + " " + i));
              replies.add(reply);
              governor.settle(model, limits, permit, 50, reply);
            }
            return true;
          });
        }
      }
      for (var done : threads.invokeAll(work)) {
        assertThat(done.get()).isTrue();
      }
    }
    assertThat(replies)
        .allMatch(reply -> reply instanceof Reply.Answered || reply instanceof Reply.RateLimited);
  }

  private Permit.Granted await(Governor governor, Model model, Limits limits, Instant end) {
    return Objects.requireNonNull(find(governor, model, limits, UUID.randomUUID(), end));
  }

  private Permit.@Nullable Granted find(
      Governor governor, Model model, Limits limits, UUID account, Instant end) {
    while (clock.instant().isBefore(end)) {
      switch (governor.ask(model, limits, account, 50)) {
        case Permit.Granted granted -> {
          return granted;
        }
        case Permit.Wait wait ->
            LockSupport.parkNanos(
                Math.max(
                    0, Duration.between(clock.instant(), earlier(wait.until(), end)).toNanos()));
      }
    }
    return null;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private Governor governor() {
    return new Governor(
        database.jdbc(), new JdbcTransactionManager(database.dataSource()), clock, "here");
  }

  private static Prompt prompt(String text) {
    return new Prompt("x", "CV text:\n" + text, "{\"type\":\"object\"}", 10, "v");
  }

  private static Model model(String name) {
    return new Model(
        Provider.OPENAI,
        Provider.OPENAI.address(),
        new ApiKey("very-secret"),
        name,
        Duration.ofSeconds(5));
  }

  private static Limits limits(@Nullable Integer requests, int concurrency) {
    return new Limits(requests, null, null, ZoneOffset.UTC, concurrency, Duration.ofMinutes(1));
  }
}
