package dev.shortlist;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("slow")
class WatchingTest {
  @RegisterExtension static final RunningShortlist shortlist = new RunningShortlist(Map.of());

  @Test
  void health_and_readiness_say_up() throws Exception {
    for (String group : new String[] {"", "/liveness", "/readiness"}) {
      var answer = get("/actuator/health" + group);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).contains("UP");
    }
  }

  @Test
  void prometheus_reads_queue_and_nodes_by_lane_and_no_account() throws Exception {
    var answer = get("/actuator/prometheus");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains(
            "shortlist_queue_due{lane=\"CPU\"}",
            "shortlist_queue_oldest_seconds{lane=\"CPU\"}",
            "shortlist_nodes")
        .doesNotContain("00000000-0000-7000-8000-000000000001");
  }

  private static HttpResponse<String> get(String path) throws Exception {
    var request = HttpRequest.newBuilder(URI.create(shortlist.address() + path)).build();
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request, BodyHandlers.ofString());
    }
  }
}
