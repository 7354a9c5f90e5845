package dev.shortlist.calls;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.shortlist.OtherJava;
import dev.shortlist.SettableClock;
import dev.shortlist.ai.ApiKey;
import dev.shortlist.ai.LanguageModel;
import dev.shortlist.ai.Model;
import dev.shortlist.ai.Prompt;
import dev.shortlist.ai.Provider;
import dev.shortlist.ai.Reply;
import dev.shortlist.ai.Usage;
import dev.shortlist.database.Ids;
import dev.shortlist.database.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.support.JdbcTransactionManager;

/// Limits, budgets, kept answers and the book, around a provider that counts its calls.
@SuppressWarnings("NullAway.Init") // JUnit fills in
class ModelCallsTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final Limits LIMITS =
      new Limits(null, null, null, ZoneOffset.UTC, 5, Duration.ofMinutes(1));
  private static final Prompt PROMPT =
      new Prompt("judge", "CV text:\nJava", "{\"type\":\"object\"}", 100, "v1");

  @TempDir Path arrivals;
  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T09:30:00Z"));
  private final AtomicInteger asked = new AtomicInteger();
  private final LanguageModel models = new LanguageModel(clock);
  private final UUID screening = UUID.randomUUID();
  private volatile int status = 200;
  private final AtomicInteger underWay = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();
  private volatile IntConsumer hold = _ -> {};
  private HttpServer server;
  private UUID account;

  ModelCallsTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    account = new UUID(0, 0);
  }

  @BeforeEach
  void a_provider_and_an_account() {
    account = database.account();
    server.createContext(
        "/",
        exchange -> {
          asked.incrementAndGet();
          exchange.getRequestBody().readAllBytes();
          most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
          hold.accept(underWay.get());
          underWay.decrementAndGet();
          var body = body("not json").getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  @AfterEach
  void close() {
    models.close();
    server.stop(0);
  }

  @Test
  void an_answer_is_bought_once_even_when_nobody_lived_to_read_it() throws Exception {
    var first = ask(calls(), "gpt-4o-mini", Budget.NONE, PROMPT);
    // Another node, or the same one after it was killed, before the answer was parsed.
    var second = ask(calls(), "gpt-4o-mini", Budget.NONE, PROMPT);

    assertThat(((Outcome.Replied) second).reply()).isEqualTo(((Outcome.Replied) first).reply());
    assertThat(((Outcome.Replied) second).cost()).isZero();
    assertThat(asked.get()).isEqualTo(1);
    assertThat(spending().ofScreening(account, screening).calls()).isEqualTo(1);
  }

  @Test
  void an_answer_that_did_not_reach_the_database_is_kept_by_the_next_start() throws Exception {
    noted(List.of());
    var answer = ask(calls(), "gpt-4o-mini", Budget.NONE, PROMPT);

    assertThat(((Outcome.Replied) answer).reply())
        .isEqualTo(new Reply.Answered("noted", new Usage(1000, 10, 0)));
    assertThat(asked.get()).isZero();
    assertThat(spending().ofMonth(account)).isEqualTo(new Spending.Sum(1, 1000, 10, 156, 0));
    assertThat(arrivals).isEmptyDirectory();
  }

  @Test
  void an_answer_the_database_did_not_take_is_found_by_whoever_asks_again() throws Exception {
    var calls = calls();
    noted(List.of());
    ask(calls, "gpt-4o-mini", Budget.NONE, PROMPT);

    assertThat(asked.get()).isZero();
    assertThat(arrivals).isEmptyDirectory();
    ask(calls, "gpt-4o-mini", Budget.NONE, PROMPT);
    assertThat(asked.get()).isZero();
  }

  @Test
  void an_answer_about_a_cv_that_was_erased_meanwhile_is_not_kept() throws Exception {
    noted(List.of(UUID.randomUUID()));
    ask(calls(), "gpt-4o-mini", Budget.NONE, PROMPT);

    assertThat(asked.get()).isEqualTo(1);
    assertThat(arrivals).isEmptyDirectory();
  }

  @Test
  void an_answer_noted_down_half_way_is_bought_anew() throws Exception {
    noted(List.of());
    var file = onlyArrival();
    var all = Files.readString(file);
    Files.writeString(file, all.substring(0, all.length() - 20));
    ask(calls(), "gpt-4o-mini", Budget.NONE, PROMPT);

    assertThat(asked.get()).isEqualTo(1);
    assertThat(arrivals).isEmptyDirectory();
  }

  @Test
  void a_call_whose_answer_nobody_saw_is_lost_and_made_again() throws Exception {
    noted(List.of());
    var file = onlyArrival();
    Files.writeString(file, Files.readString(file).lines().findFirst().orElseThrow() + "\n");
    ask(calls(), "gpt-4o-mini", Budget.NONE, PROMPT);

    assertThat(asked.get()).isEqualTo(1);
    assertThat(arrivals).isEmptyDirectory();
    assertThat(spending().ofMonth(account)).isEqualTo(new Spending.Sum(2, 1000, 10, 500 + 156, 0));
  }

  /// What a process leaves that is killed when an answer has just arrived.
  private void noted(List<UUID> applications) {
    var model = model("gpt-4o-mini");
    var purpose = new Purpose(account, screening, applications, 1);
    var call = spending().begin(purpose, model, 500L);
    var asked = Arrivals.Call.of(call, purpose, KeptAnswers.key(model, PROMPT), model);
    try (var place = new Arrivals(arrivals).open(asked)) {
      place.take(body("noted").getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void a_call_another_process_makes_is_its_own_until_that_process_ends() throws Exception {
    noted(List.of());
    try (var other = new LockHolder(onlyArrival())) {
      ask(calls(), "gpt-4o-mini", Budget.NONE, PROMPT);

      assertThat(asked.get()).isEqualTo(1);
      assertThat(onlyArrival()).exists();
      assertThat(spending().ofMonth(account).calls()).isEqualTo(2);
      assertThat(other.process.isAlive()).isTrue();
    }
    calls();

    assertThat(arrivals).isEmptyDirectory();
    assertThat(spending().ofMonth(account)).isEqualTo(new Spending.Sum(2, 2000, 20, 312, 0));
  }

  @Test
  void a_call_this_process_makes_is_left_alone_by_another_start_in_it() throws Exception {
    var purpose = new Purpose(account, screening, List.of(), 1);
    var model = model("gpt-4o-mini");
    var call = Arrivals.Call.of(UUID.randomUUID(), purpose, KeptAnswers.key(model, PROMPT), model);
    try (var place = new Arrivals(arrivals).open(call)) {
      calls();

      assertThat(onlyArrival()).exists();
      place.take(body("noted").getBytes(StandardCharsets.UTF_8));
    }
    ask(calls(), "gpt-4o-mini", Budget.NONE, PROMPT);
    assertThat(asked.get()).isZero();
  }

  @Test
  void what_cannot_be_read_or_settled_stops_no_start_and_no_call() throws Exception {
    noted(List.of());
    var good = onlyArrival();
    Files.writeString(arrivals.resolve("odd"), "no call\n");
    Files.writeString(arrivals.resolve("empty"), "null\n");
    Files.createDirectory(arrivals.resolve("folder"));
    var aimless = arrivals.resolve("aimless");
    Files.writeString(aimless, Files.readString(good).replace("purpose", "purposes"));

    ask(calls(), "gpt-4o-mini", Budget.NONE, PROMPT);

    assertThat(asked.get()).isZero();
    assertThat(good).doesNotExist();
    assertThat(aimless).exists();
  }

  @Test
  void what_a_call_of_an_account_that_is_no_more_left_is_deleted() throws Exception {
    noted(List.of());
    var file = onlyArrival();
    String text = Files.readString(file);
    Files.delete(file);
    Files.writeString(
        arrivals.resolve("gone"), text.replace(account.toString(), UUID.randomUUID().toString()));
    calls();

    assertThat(arrivals).isEmptyDirectory();
  }

  private Path onlyArrival() throws IOException {
    try (var files = Files.list(arrivals)) {
      return files.findFirst().orElseThrow();
    }
  }

  /// Another process that holds the lock of a file, as one does while it makes a call.
  static final class LockHolder implements AutoCloseable {
    private final Process process;

    LockHolder(Path file) throws IOException {
      process = OtherJava.running(LockHolder.class, 32, file).start();
      assertThat(process.inputReader().readLine()).isEqualTo("locked");
    }

    public static void main(String[] args) throws Exception {
      try (var channel = FileChannel.open(Path.of(args[0]), StandardOpenOption.WRITE)) {
        System.out.println(channel.lock().isValid() ? "locked" : "not locked");
        System.in.read();
      }
    }

    @Override
    public void close() {
      process.destroyForcibly().onExit().join();
    }
  }

  @Test
  void whatever_is_asked_otherwise_is_another_question() throws Exception {
    var calls = calls();
    ask(calls, "gpt-4o-mini", Budget.NONE, PROMPT);
    ask(calls, "gpt-4o", Budget.NONE, PROMPT);
    for (var other :
        List.of(
            new Prompt("judge", "CV text:\nJava!", PROMPT.schema(), 100, "v1"),
            new Prompt("judge!", PROMPT.material(), PROMPT.schema(), 100, "v1"),
            new Prompt("judge", PROMPT.material(), "{}", 100, "v1"),
            new Prompt("judge", PROMPT.material(), PROMPT.schema(), 101, "v1"),
            new Prompt("judge", PROMPT.material(), PROMPT.schema(), 100, "v2"))) {
      ask(calls, "gpt-4o-mini", Budget.NONE, other);
    }

    assertThat(asked.get()).isEqualTo(7);
  }

  @Test
  void another_account_does_not_get_the_answer() throws Exception {
    ask(calls(), "gpt-4o-mini", Budget.NONE, PROMPT);
    account = database.account();
    ask(calls(), "gpt-4o-mini", Budget.NONE, PROMPT);

    assertThat(asked.get()).isEqualTo(2);
  }

  @Test
  void an_answer_is_forgotten_after_its_time() throws Exception {
    ask(calls(), "gpt-4o-mini", Budget.NONE, PROMPT);
    clock.advance(Duration.ofDays(31));

    assertThat(answers().forget(account)).isEqualTo(1);
    ask(calls(), "gpt-4o-mini", Budget.NONE, PROMPT);
    assertThat(asked.get()).isEqualTo(2);
  }

  @Test
  void a_call_costs_what_its_tokens_cost() throws Exception {
    var outcome = ask(calls(), "gpt-4o-mini", Budget.NONE, PROMPT);

    // 1,000 tokens at 0.15 and 10 at 0.60 dollars a million.
    assertThat(((Outcome.Replied) outcome).cost()).isEqualTo(156);
    assertThat(spending().ofMonth(account)).isEqualTo(new Spending.Sum(1, 1000, 10, 156, 0));
  }

  @Test
  void a_budget_is_never_passed_and_nothing_is_sent_past_it() throws Exception {
    var budget = new Budget(null, 300L);
    var calls = calls();
    int made = 0;
    Outcome outcome = ask(calls, "gpt-4o-mini", budget, PROMPT);
    while (outcome instanceof Outcome.Replied) {
      made++;
      outcome = ask(calls, "gpt-4o-mini", budget, prompt(made));
    }

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.OverBudget.class,
            over -> {
              assertThat(over.cap()).isEqualTo(Outcome.Cap.SCREENING);
              assertThat(over.limit()).isEqualTo(300);
            });
    assertThat(asked.get()).isEqualTo(made);
    assertThat(spending().ofScreening(account, screening).calls()).isEqualTo(made);
  }

  @Test
  void a_budget_of_nothing_sends_nothing_and_a_new_month_begins_anew() throws Exception {
    assertThat(ask(calls(), "gpt-4o-mini", new Budget(0L, null), PROMPT))
        .isEqualTo(new Outcome.OverBudget(Outcome.Cap.MONTH, 0, 0));

    ask(calls(), "gpt-4o-mini", Budget.NONE, PROMPT);
    clock.set(Instant.parse("2026-12-01T00:00:00Z"));
    assertThat(spending().ofMonth(account).cost()).isZero();
    assertThat(asked.get()).isEqualTo(1);
  }

  @Test
  void a_call_whose_node_was_lost_keeps_the_most_it_can_have_cost() {
    var price = Prices.standard().find(model("gpt-4o-mini")).orElseThrow();
    long most = price.of(new Usage(1_000, 100, 0));
    spending().begin(purpose(), model("gpt-4o-mini"), most);

    assertThat(spending().ofMonth(account).cost()).isEqualTo(most);
  }

  @Test
  void with_a_budget_a_model_without_a_price_is_not_called() throws Exception {
    assertThat(ask(calls(), "home-made", new Budget(1_000_000L, null), PROMPT))
        .isEqualTo(new Outcome.NoPrice());
    assertThat(ask(calls(), "home-made", Budget.NONE, PROMPT)).isInstanceOf(Outcome.Replied.class);
    assertThat(spending().ofMonth(account).unpriced()).isEqualTo(1);
  }

  @Test
  void a_failed_call_is_in_the_book_costs_nothing_and_is_not_kept() throws Exception {
    status = 503;
    var failed = ask(calls(), "gpt-4o-mini", Budget.NONE, PROMPT);
    status = 200;
    ask(calls(), "gpt-4o-mini", Budget.NONE, PROMPT);

    assertThat(((Outcome.Replied) failed).reply()).isInstanceOf(Reply.Overloaded.class);
    assertThat(spending().ofMonth(account)).isEqualTo(new Spending.Sum(2, 1000, 10, 156, 0));
  }

  @Test
  void a_call_that_has_to_wait_is_put_off_and_not_in_the_book() throws Exception {
    var one = new Limits(1, null, null, ZoneOffset.UTC, 5, Duration.ofMinutes(1));
    var calls = calls();
    calls.ask(model("gpt-4o-mini"), one, Budget.NONE, purpose(), PROMPT);
    var outcome = calls.ask(model("gpt-4o-mini"), one, Budget.NONE, purpose(), prompt(1));

    assertThat(outcome).isInstanceOf(Outcome.PutOff.class);
    assertThat(spending().ofMonth(account).calls()).isEqualTo(1);
  }

  @Test
  void a_call_is_ready_when_a_place_becomes_free_and_no_more_are_under_way_than_places()
      throws Exception {
    var two = new Limits(null, null, null, ZoneOffset.UTC, 2, Duration.ofMinutes(1));
    var full = new CountDownLatch(2);
    hold =
        _ -> {
          full.countDown();
          meet(full);
        };
    var calls = calls();
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      var outcomes =
          callers.invokeAll(
              IntStream.range(0, 6)
                  .<Callable<Outcome>>mapToObj(i ->
                      () -> calls.ask(model("gpt-4o-mini"), two, Budget.NONE, purpose(), prompt(i)))
                  .toList());
      for (var outcome : outcomes) {
        assertThat(outcome.get()).isInstanceOf(Outcome.Replied.class);
      }
    }
    assertThat(most.get()).isEqualTo(2);
    assertThat(asked.get()).isEqualTo(6);
  }

  private static void meet(CountDownLatch latch) {
    try {
      assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String body(String content) {
    return "{\"choices\":[{\"finish_reason\":\"stop\",\"message\":{\"content\":\"%s\"}}],\"usage\":{\"prompt_tokens\":1000,\"completion_tokens\":10}}"
        .formatted(content);
  }

  private Outcome ask(ModelCalls calls, String model, Budget budget, Prompt prompt)
      throws InterruptedException {
    return calls.ask(model(model), LIMITS, budget, purpose(), prompt);
  }

  private Purpose purpose() {
    return new Purpose(account, screening, List.of(), 1);
  }

  private static Prompt prompt(int number) {
    return new Prompt("judge", "CV text:\n" + number, PROMPT.schema(), 100, "v1");
  }

  private Model model(String name) {
    var address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    return new Model(Provider.OPENAI, address, new ApiKey("k"), name, Duration.ofSeconds(60));
  }

  private ModelCalls calls() {
    var governor =
        new Governor(
            database.jdbc(), new JdbcTransactionManager(database.dataSource()), clock, "here");
    return new ModelCalls(
        database.tenancy(), models, governor, answers(), spending(), Prices.standard(), arrivals);
  }

  private KeptAnswers answers() {
    return new KeptAnswers(database.jdbc(), database.tenancy(), clock, Duration.ofDays(30));
  }

  private Spending spending() {
    return new Spending(database.jdbc(), database.tenancy(), new Ids(clock), clock);
  }
}
