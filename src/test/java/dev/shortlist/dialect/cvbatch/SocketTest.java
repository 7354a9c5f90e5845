package dev.shortlist.dialect.cvbatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shortlist.RunningShortlist;
import dev.shortlist.accounts.Accounts;
import dev.shortlist.api.HttpCalls;
import dev.shortlist.api.HttpCalls.Multipart;
import dev.shortlist.dialect.Api;
import dev.shortlist.dialect.Cvs;
import dev.shortlist.dialect.Shape;
import dev.shortlist.screening.ApplicationId;
import dev.shortlist.screening.Applications;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Tag("slow")
class SocketTest {
  private static final String PROCESSING = "/api/v1/cv-processing/";

  @RegisterExtension
  static final RunningShortlist shortlist =
      new RunningShortlist(Map.of("shortlist.dialects.heartbeat", "1s"));

  private final HttpCalls calls = new HttpCalls(shortlist.address());
  private final Api api = new Api(calls);

  @Test
  void every_cv_is_told_stage_by_stage_and_the_batch_after_each_cv() throws Exception {
    String batch = batch();
    try (var ear = new Ear();
        var other = new Ear()) {
      upload(batch, "Ann Archer", "Bob Baker", "Cid Carter");
      process(batch);
      ear.until(one -> isOver(one, batch));
      other.until(one -> isOver(one, batch));

      var told = ear.of(batch);
      for (String cv : cvs(told)) {
        var steps = told.stream().filter(one -> one.path("cv_id").asString().equals(cv)).toList();
        assertThat(steps.stream().map(one -> one.path("stage").asString()))
            .containsExactly(
                "QUEUED",
                "DOWNLOADING",
                "EXTRACTING",
                "ANALYZING_STRUCTURE",
                "PARSING_WITH_AI",
                "MATCHING_JD",
                "FINALIZING",
                "COMPLETED");
        assertThat(steps.stream().map(one -> one.path("progress").asInt()))
            .containsExactly(0, 10, 20, 30, 50, 70, 90, 100);
        Shape.same("cvbatch-cv-progress", steps.getFirst());
        Shape.same("cvbatch-cv-completed", steps.getLast());
        var next = told.get(told.indexOf(steps.getLast()) + 1);
        assertThat(next.path("type").asString()).isEqualTo("batch_progress");
      }
      Shape.same("cvbatch-batch-progress", told.getLast());
      assertThat(cvs(other.of(batch))).hasSize(3);
    }
  }

  @Test
  void a_batch_is_never_told_to_be_further_than_its_cvs() throws Exception {
    String batch = batch();
    try (var ear = new Ear()) {
      upload(batch, "Dora Dean", "Ed East", "Flo Frost", "Gus Gold");
      process(batch);
      ear.until(one -> isOver(one, batch));

      int ended = 0;
      for (var one : ear.of(batch)) {
        ended += one.path("stage").asString("").equals("COMPLETED") ? 1 : 0;
        if (one.path("type").asString().equals("batch_progress")) {
          assertThat(one.path("completed").asInt()).isEqualTo(ended);
        }
      }
      assertThat(ended).isEqualTo(4);
    }
  }

  @Test
  void a_cv_that_fails_is_told_with_the_reason() throws Exception {
    String batch = batch();
    try (var ear = new Ear()) {
      calls.post(
          "/api/v1/cv-batches/" + batch + "/upload",
          new Multipart().file("files", "broken.pdf", Cvs.broken()));
      process(batch);
      ear.until(one -> isOver(one, batch));

      var failed =
          ear.of(batch).stream()
              .filter(one -> one.path("stage").asString("").equals("FAILED"))
              .toList();
      assertThat(failed).hasSize(1);
      Shape.same("cvbatch-cv-failed", failed.getFirst());
      assertThat(failed.getFirst().path("error").asString()).contains("damaged");
    }
  }

  @Test
  void only_the_cv_that_is_named_is_matched_again() {
    String batch = batch();
    upload(batch, "Hal Hart", "Ivy Innes");
    var cvs = process(batch).path("task_ids");
    api.awaiting(
        PROCESSING + "batch/" + batch + "/queue-status",
        one -> one.path("percentage").asDouble() == 100);
    var named = finishedAt(cvs.get(0));
    var other = finishedAt(cvs.get(1));

    calls.post(PROCESSING + "cv/" + cvs.get(0).asString() + "/match", new Multipart());

    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> finishedAt(cvs.get(0)), again -> again.isPresent() && !again.equals(named));
    assertThat(finishedAt(cvs.get(1))).isEqualTo(other);
  }

  private static Optional<Instant> finishedAt(JsonNode cv) {
    var application =
        shortlist
            .get(Applications.class)
            .find(
                shortlist.get(Accounts.class).local(),
                new ApplicationId(UUID.fromString(cv.asString())))
            .orElseThrow()
            .application();
    return Optional.ofNullable(application.finishedAt());
  }

  @Test
  void a_ping_is_answered_and_silence_is_broken_by_a_heartbeat() throws Exception {
    try (var ear = new Ear()) {
      ear.socket.sendText("ping", true).join();
      ear.until(one -> one.toString().equals("{\"type\":\"pong\"}"));
      ear.until(one -> one.toString().equals("{\"type\":\"heartbeat\"}"));
    }
  }

  @Test
  void who_comes_back_after_the_end_of_a_batch_hears_nothing_of_it() throws Exception {
    String batch = batch();
    upload(batch, "Jon Joyce");
    try (var before = new Ear()) {
      process(batch);
      before.until(one -> isOver(one, batch)); // the end is told a moment after it can be asked for
    }
    try (var ear = new Ear()) {
      ear.until(one -> one.path("type").asString().equals("heartbeat"));

      assertThat(cvs(ear.of(batch))).isEmpty();
    }
  }

  private String batch() {
    String job = api.job("socket-" + UUID.randomUUID()).path("id").asString();
    return calls
        .postJson(
            "/api/v1/cv-batches", Api.json(Map.of("title", "Told", "job_description_id", job)))
        .json()
        .path("id")
        .asString();
  }

  private void upload(String batch, String... names) {
    var body = new Multipart();
    for (String name : names) {
      body.file("files", name + ".txt", Cvs.of(name, "SAP, Excel"));
    }
    calls.post("/api/v1/cv-batches/" + batch + "/upload", body);
  }

  private JsonNode process(String batch) {
    return calls.post(PROCESSING + "batch/" + batch + "/process", new Multipart()).json();
  }

  private static List<String> cvs(List<JsonNode> told) {
    return told.stream()
        .map(one -> one.path("cv_id").asString(""))
        .filter(id -> !id.isEmpty())
        .distinct()
        .toList();
  }

  private static boolean isOver(JsonNode one, String batch) {
    return one.path("type").asString().equals("batch_progress")
        && one.path("batch_id").asString().equals(batch)
        && one.path("total_cvs").asInt() > 0
        && one.path("percentage").asDouble() == 100;
  }

  /// A client that listens.
  private static final class Ear implements WebSocket.Listener, AutoCloseable {
    private final List<JsonNode> heard = new CopyOnWriteArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final HttpClient client = HttpClient.newHttpClient();
    private final WebSocket socket;

    Ear() {
      socket =
          client
              .newWebSocketBuilder()
              .buildAsync(
                  URI.create(
                      shortlist.address().replace("http", "ws")
                          + PROCESSING
                          + "ws/"
                          + shortlist.get(Accounts.class).local()),
                  this)
              .join();
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        heard.add(JsonMapper.shared().readTree(text.toString()));
        text.setLength(0);
      }
      from.request(1);
      return null;
    }

    void until(Predicate<JsonNode> enough) {
      await().atMost(Duration.ofSeconds(60)).until(() -> heard.stream().anyMatch(enough));
    }

    List<JsonNode> of(String batch) {
      return heard.stream().filter(one -> one.path("batch_id").asString("").equals(batch)).toList();
    }

    @Override
    public void close() {
      socket.abort();
      client.shutdownNow();
    }
  }
}
