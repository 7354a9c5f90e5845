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

  @Test
  void a_request_has_an_id_that_stands_in_the_problem_too() throws Exception {
    var answer = get("/api/v1/screenings/none");

    String id = answer.headers().firstValue("X-Request-Id").orElseThrow();
    assertThat(id).hasSize(8);
    assertThat(answer.body()).contains("\"requestId\":\"%s\"".formatted(id));
  }

  @Test
  void an_id_that_comes_along_is_kept_unless_it_is_none() throws Exception {
    assertThat(get("/", "X-Request-Id", "proxy-17").headers().firstValue("X-Request-Id"))
        .hasValue("proxy-17");
    assertThat(get("/", "X-Request-Id", "name=Ann Archer").headers().firstValue("X-Request-Id"))
        .isPresent()
        .get()
        .asString()
        .hasSize(8);
  }

  private static HttpResponse<String> get(String path, String... headers) throws Exception {
    var builder = HttpRequest.newBuilder(URI.create(shortlist.address() + path));
    var request = (headers.length == 0 ? builder : builder.headers(headers)).build();
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request, BodyHandlers.ofString());
    }
  }
}
