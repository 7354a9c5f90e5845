package dev.shortlist.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shortlist.RunningShortlist;
import dev.shortlist.api.HttpCalls.Answer;
import dev.shortlist.api.HttpCalls.Multipart;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

@Tag("slow")
class LifeCycleApiTest {
  @RegisterExtension static final RunningShortlist shortlist = new RunningShortlist(Map.of());

  private final HttpCalls api = new HttpCalls(shortlist.address());

  @Test
  void a_screening_is_paused_resumed_and_cancelled() {
    String screening = screening("SAP");
    add(screening, 120);

    assertThat(placesOfThoseThatWait(screening)).isNotEmpty().allMatch(place -> place > 0);
    assertThat(state(post(screening + "/pause"))).isEqualTo("PAUSED");
    assertThat(api.get(screening).json().path("remainingSeconds").isNull()).isTrue();
    assertThat(state(post(screening + "/pause"))).isEqualTo("PAUSED");
    assertThat(state(post(screening + "/resume"))).isEqualTo("RUNNING");
    var cancelled = post(screening + "/cancel").json();
    assertThat(cancelled.path("state").asString()).isEqualTo("CANCELLED");
    assertThat(cancelled.path("counts").path("byStage").path("CANCELLED").asInt()).isPositive();
  }

  @Test
  void what_the_state_does_not_allow_is_refused_with_what_is_possible() {
    String screening = screening("SAP");
    post(screening + "/cancel");

    var refused = post(screening + "/resume");

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.type()).isEqualTo("application/problem+json");
    assertThat(refused.json().path("type").asString())
        .isEqualTo("urn:shortlist:problem:not-allowed-now");
    assertThat(refused.json().path("state").asString()).isEqualTo("CANCELLED");
    assertThat(refused.json().path("possible").isArray()).isTrue();
  }

  @Test
  void what_is_completed_is_not_paused() {
    String screening = screening("SAP");
    add(screening, 1);
    awaitCompleted(screening);

    var refused = post(screening + "/pause");

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.json().path("detail").asString())
        .contains("is completed and does not take pause", "possible now: add");
    assertThat(api.get(screening).json().path("state").asString()).isEqualTo("COMPLETED");
  }

  @Test
  void its_priority_changes_and_must_be_one_there_is() {
    String screening = screening("SAP");

    assertThat(patch(screening, "{\"priority\": \"high\"}").json().path("priority").asString())
        .isEqualTo("HIGH");
    var refused = patch(screening, "{\"priority\": \"urgent\"}");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().path("detail").asString()).contains("LOW, NORMAL, HIGH", "urgent");
  }

  @Test
  void what_was_read_is_matched_with_another_job_description() {
    String screening = screening("SAP");
    add(screening, 2);
    awaitCompleted(screening);
    var job =
        api.postJson(
            "/api/v1/job-descriptions",
            "{\"text\": \"Cook\\n\\nRequirements\\n- Baking\\n\", \"reference\": \"cook\"}");
    assertThat(job.status()).isEqualTo(201);

    var restarted = api.postJson(screening + "/rematch", "{\"jobDescription\": \"cook\"}").json();

    assertThat(restarted.path("restarted").asInt()).isEqualTo(2);
    assertThat(restarted.path("jobDescription").asString())
        .isEqualTo(job.json().path("id").asString());
    awaitCompleted(screening);
    assertThat(api.postJson(screening + "/rematch", "{\"jobDescription\": \"none\"}").status())
        .isEqualTo(404);
  }

  @Test
  void what_cannot_be_tried_again_says_why() {
    String screening = screening("SAP");
    var body = new Multipart().file("files", "noise.pdf", "%PDF-1.7 this is no PDF");
    body.file("files", "ann.txt", "Ann Archer\nSAP");
    assertThat(api.post(screening + "/files", body).status()).isEqualTo(200);
    awaitCompleted(screening);
    var tray = api.get(screening + "/applications?stage=NEEDS_REVIEW").json();
    String noise = tray.path("applications").get(0).path("id").asString();
    String ann =
        api.get(screening + "/applications?stage=COMPLETED")
            .json()
            .path("applications")
            .get(0)
            .path("id")
            .asString();

    assertThat(post("/api/v1/applications/" + noise + "/retry").status()).isEqualTo(200);
    awaitCompleted(screening);
    assertThat(post(screening + "/retry").json().path("restarted").asInt()).isEqualTo(1);
    awaitCompleted(screening);
    assertThat(post("/api/v1/applications/" + ann + "/retry").status()).isEqualTo(409);
    assertThat(post("/api/v1/applications/00000000-0000-0000-0000-000000000000/retry").status())
        .isEqualTo(404);
  }

  private List<Integer> placesOfThoseThatWait(String screening) {
    return api
        .get(screening + "/applications?stage=QUEUED&limit=500")
        .json()
        .path("applications")
        .findValuesAsString("id")
        .reversed()
        .stream()
        .limit(20)
        .map(id -> api.get("/api/v1/applications/" + id).json().path("place"))
        .filter(place -> !place.isNull())
        .map(JsonNode::asInt)
        .toList();
  }

  private static String state(Answer answer) {
    assertThat(answer.status()).isEqualTo(200);
    return answer.json().path("state").asString();
  }

  private Answer post(String path) {
    return api.send(api.request(path).POST(BodyPublishers.noBody()));
  }

  private Answer patch(String path, String json) {
    return api.send(
        api.request(path)
            .header("Content-Type", "application/json")
            .method("PATCH", BodyPublishers.ofString(json)));
  }

  private String screening(String asked) {
    var created =
        api.postJson(
            "/api/v1/screenings",
            "{\"jobDescriptionText\": \"Accountant\\n\\nRequirements\\n- %s\\n\"}"
                .formatted(asked));
    assertThat(created.status()).isEqualTo(201);
    return created.header("Location");
  }

  private void add(String screening, int cvs) {
    var body = new Multipart();
    IntStream.range(0, cvs)
        .forEach(
            i -> body.file("files", i + ".txt", "Ann Archer %d\nAccountant\nSAP".formatted(i)));
    assertThat(api.post(screening + "/files", body).status()).isEqualTo(200);
  }

  private void awaitCompleted(String screening) {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> api.get(screening).json().path("state").asString().equals("COMPLETED"));
  }
}
