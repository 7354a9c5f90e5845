package dev.shortlist.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.RunningShortlist;
import dev.shortlist.api.HttpCalls.Multipart;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EngineApiTest {
  @RegisterExtension static final RunningShortlist shortlist = new RunningShortlist(Map.of());

  private final HttpCalls api = new HttpCalls(shortlist.address());

  @Test
  void the_nodes_are_told_and_which_of_them_answers() {
    var nodes = api.get("/api/v1/nodes").json();

    assertThat(nodes.path("nodes")).hasSize(1);
    assertThat(nodes.at("/nodes/0/name")).isEqualTo(nodes.path("self"));
    assertThat(nodes.at("/nodes/0/roles").valueStream().map(role -> role.asString()))
        .containsExactlyInAnyOrder("WEB", "WORKER");
  }

  @Test
  void the_queue_is_told_lane_by_lane() {
    var lanes = api.get("/api/v1/queue").json().path("lanes");

    assertThat(lanes.findValuesAsString("lane")).startsWith("CPU");
    assertThat(lanes.get(0).path("due").isInt()).isTrue();
    assertThat(lanes.get(0).path("running").isInt()).isTrue();
    assertThat(lanes.get(1).path("oldestSeconds").isNull()).as("nothing waits").isTrue();
  }

  @Test
  void what_was_done_is_told_with_the_time_it_took() {
    var made =
        api.post(
            "/api/v1/screenings",
            new Multipart()
                .field("jobDescriptionText", "Accountant\n\nRequirements\n- SAP\n- Excel\n")
                .file("files", "ann.txt", "Ann Archer\n\nSkills\nSAP, Excel\n")
                .file("files", "empty.txt", ""));
    String screening = made.header("Location");
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> api.get(screening).json().path("state").asString().equals("COMPLETED"));

    var usage = api.get("/api/v1/usage").json();

    assertThat(usage.path("cvs").asInt()).isEqualTo(2);
    assertThat(usage.path("screenings").asInt()).isEqualTo(1);
    assertThat(usage.path("completed").asInt()).isEqualTo(1);
    assertThat(usage.path("review").asInt()).isEqualTo(1);
    assertThat(usage.path("storedBytes").asLong()).isPositive();
    assertThat(usage.at("/stages/EXTRACTING/cvs").asInt()).isEqualTo(1);
    assertThat(usage.at("/stages/MATCHING/meanMillis").asDouble()).isNotNegative();
    assertThat(usage.at("/credits/unlimited").asBoolean()).isTrue();
    assertThat(api.get("/api/v1/usage?from=2000-01-01&to=2000-01-31").json().path("cvs").asInt())
        .isZero();
    assertThat(api.get("/api/v1/usage?from=2000-02-01&to=2000-01-31").status()).isEqualTo(400);
  }
}
