package dev.shortlist.calls;

import dev.shortlist.ai.ApiKey;
import dev.shortlist.ai.LanguageModel;
import dev.shortlist.ai.Model;
import dev.shortlist.ai.Prompt;
import dev.shortlist.ai.Provider;
import dev.shortlist.database.TestDatabase;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.springframework.jdbc.support.JdbcTransactionManager;

/// Calls a provider for some time from some nodes at once; the provider counts.
///
/// Arguments: base URL, calls per minute, nodes, seconds.
final class GovernorEvaluation {
  private static final int WORKERS = 5;

  private GovernorEvaluation() {}

  public static void main(String[] args) throws Exception {
    var database = new TestDatabase();
    database.beforeAll(null);
    var clock = Clock.systemUTC();
    var model =
        new Model(
            Provider.OPENAI, URI.create(args[0]), new ApiKey("k"), "m", Duration.ofSeconds(30));
    var limits =
        new Limits(
            Integer.valueOf(args[1]), null, null, ZoneOffset.UTC, WORKERS, Duration.ofMinutes(1));
    int nodes = Integer.parseInt(args[2]);
    var end = clock.instant().plusSeconds(Long.parseLong(args[3]));
    var running = new CountDownLatch(nodes * WORKERS);
    try (var models = new LanguageModel(clock)) {
      for (int node = 0; node < nodes; node++) {
        var governor =
            new Governor(
                database.jdbc(), new JdbcTransactionManager(database.dataSource()), clock, "here");
        for (int worker = 0; worker < WORKERS; worker++) {
          String name = node + " " + worker;
          Thread.ofVirtual()
              .start(() -> {
                work(new Caller(models, governor, model, limits, clock), name, end);
                running.countDown();
              });
        }
      }
      running.await();
    }
    database.afterAll(null);
  }

  private record Caller(
      LanguageModel models, Governor governor, Model model, Limits limits, Clock clock) {}

  private static void work(Caller caller, String name, Instant end) {
    var account = UUID.randomUUID();
    for (int i = 0; caller.clock().instant().isBefore(end); ) {
      switch (caller.governor().ask(caller.model(), caller.limits(), account, 100)) {
        case Permit.Wait wait -> sleep(caller, wait.until().isBefore(end) ? wait.until() : end);
        case Permit.Granted granted -> call(caller, granted, name + " " + i++);
      }
    }
  }

  private static void sleep(Caller caller, Instant until) {
    LockSupport.parkNanos(Math.max(1, Duration.between(caller.clock().instant(), until).toNanos()));
  }

  private static void call(Caller caller, Permit.Granted granted, String text) {
    try {
      var prompt = new Prompt("x", "CV text:\n" + text, "{\"type\":\"object\"}", 10, "v");
      var reply = caller.models().ask(caller.model(), prompt);
      caller
          .governor()
          .settle(caller.model(), caller.limits(), granted, reply.spent().total(), reply);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
