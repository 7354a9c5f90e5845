package dev.shortlist.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shortlist.RunningShortlist;
import dev.shortlist.ai.FakeLlm;
import dev.shortlist.api.HttpCalls;
import dev.shortlist.api.HttpCalls.Multipart;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/// Against the stand-in provider, which fails in every way there is, and counts.
class FaultyProviderTest {
  @RegisterExtension static final RunningShortlist shortlist = new RunningShortlist(Map.of());

  private final HttpCalls api = new HttpCalls(shortlist.address());

  @Test
  void whatever_a_provider_does_no_score_is_made_up() throws Exception {
    try (var fake =
        new FakeLlm(
            "--error-rate", "0.15",
            "--malformed-rate", "0.15",
            "--cut-rate", "0.05",
            "--drop-rate", "0.1",
            "--refusal-rate", "0.1",
            "--fence-rate", "0.2")) {
      use(fake, 6000, 8);
      var screening = screen("faults", 12);
      completed(screening);

      for (var one : ranking(screening)) {
        var judged = one.path("judged");
        boolean read = judged.path("state").asString().equals("JUDGED");
        assertThat(one.path("score").asInt())
            .as(one.toString())
            .isEqualTo(judged.path(read ? "modelScore" : "localScore").asInt());
        assertThat(judged.path("why").isNull()).isEqualTo(read);
      }
      assertThat(fake.stats().path("repeats_after_success").asInt()).isZero();
    }
  }

  @Test
  void a_screening_keeps_within_a_providers_minute_and_calls_no_earlier_than_promised()
      throws Exception {
    try (var fake = new FakeLlm("--rpm", "40", "--window", "bucket", "--latency-ms", "50")) {
      use(fake, 40, 5);
      var screening = screen("limits", 7);
      completed(screening);

      var stats = fake.stats();
      assertThat(stats.path("denied_429").asInt()).as(stats.toString()).isLessThanOrEqualTo(2);
      assertThat(stats.path("before_retry_after").asInt()).isZero();
      assertThat(stats.path("repeats_after_success").asInt()).isZero();
      assertThat(state(screening).path("models").path("judged").asInt()).isPositive();
    }
  }

  private void use(FakeLlm fake, int perMinute, int concurrency) {
    var body =
        """
        {"provider": "OPENAI", "model": "fake-1", "baseUrl": "%s", "apiKey": "k", "cascade": "ALL",
         "requestsPerMinute": %d, "concurrency": %d, "cvsPerCall": 1, "readings": 1}
        """
            .formatted(fake.openAi().address(), perMinute, concurrency);
    var set =
        api.send(
            api.request("/api/v1/settings/model")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body)));
    assertThat(set.status()).as(set.response().body()).isEqualTo(200);
  }

  private String screen(String run, int cvs) {
    var body = new Multipart();
    IntStream.range(0, cvs).forEach(i -> body.file("files", i + ".txt", cv(run, i)));
    return api.post(
            "/api/v1/screenings",
            body.field("jobDescriptionText", "Clerk\n\nRequirements\n- SAP\n- Excel\n"))
        .json()
        .path("number")
        .asString();
  }

  private static String cv(String run, int number) {
    String name = "Person%c%c".formatted('a' + number / 26, 'a' + number % 26);
    return """
    %s Example
    %s.%s@example.com

    Experience
    Clerk, Northwind Traders
    01/2019 - 12/2024
    Kept the ledger of hall %d in SAP for %s.
    """
        .formatted(name, name.toLowerCase(Locale.ROOT), run, number, run);
  }

  private void completed(String screening) {
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> state(screening).path("state").asString().equals("COMPLETED"));
  }

  private JsonNode state(String screening) {
    return api.get("/api/v1/screenings/" + screening).json();
  }

  private JsonNode ranking(String screening) {
    return api.get("/api/v1/screenings/" + screening + "/applications").json().path("applications");
  }
}
