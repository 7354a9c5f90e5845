package dev.shortlist.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shortlist.RunningShortlist;
import dev.shortlist.api.HttpCalls.Multipart;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Tag("slow")
@Timeout(180)
class EventsTest {
  @RegisterExtension static final RunningShortlist shortlist = new RunningShortlist(Map.of());

  private static final JsonMapper JSON = JsonMapper.shared();
  private final HttpCalls api = new HttpCalls(shortlist.address());
  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void a_stream_begins_with_a_snapshot_and_tells_every_change_up_to_the_end() throws Exception {
    String screening = screening();
    var events = new ArrayList<JsonNode>();
    try (var stream = stream(screening + "/events")) {
      events.add(stream.next());
      assertThat(events.getFirst().path("screening").path("state").asString()).isEqualTo("CREATED");
      add(screening, "Ann", "Ben");
      while (!isCompleted(events.getLast())) {
        events.add(stream.next());
      }
    }
    assertThat(events.getLast().path("screening").path("percent").asInt()).isEqualTo(100);
    assertThat(events)
        .flatExtracting(event -> event.path("changed").findValuesAsString("file"))
        .contains("Ann.txt", "Ben.txt");
    assertThat(api.get(screening).json()).isEqualTo(events.getLast().path("screening"));
  }

  @Test
  void whoever_comes_back_names_its_last_event_and_gets_what_it_missed() throws Exception {
    String screening = screening();
    add(screening, "Ann");
    JsonNode last;
    try (var stream = stream(screening + "/events")) {
      last = stream.next();
      while (!isCompleted(last)) {
        last = stream.next();
      }
    }
    try (var stream = stream(screening + "/events", "Last-Event-ID", "999999999")) {
      var event = stream.next();
      assertThat(isCompleted(event)).isTrue();
      assertThat(event.path("changed")).isEmpty();
    }
    try (var stream =
        stream(screening + "/events", "Last-Event-ID", last.path("position").asString())) {
      assertThat(isCompleted(stream.next())).isTrue();
    }
  }

  @Test
  void a_screening_that_is_not_there_has_no_events() {
    var answer = api.get("/api/v1/screenings/none/events");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.type()).isEqualTo("application/problem+json");
  }

  @Test
  void a_socket_tells_what_it_subscribes_to_and_says_what_it_does_not_understand()
      throws Exception {
    String screening = screening();
    String key = api.get(screening).json().path("number").asString();
    var heard = new Heard();
    var socket = socket(heard);

    socket.sendText("{\"subscribe\": \"none\"}", true).join();
    assertThat(heard.next().path("type").asString()).isEqualTo("urn:shortlist:problem:not-found");
    socket.sendText("hello", true).join();
    assertThat(heard.next().path("type").asString())
        .isEqualTo("urn:shortlist:problem:unreadable-request");

    socket.sendText("{\"subscribe\": \"%s\"}".formatted(key), true).join();
    var event = heard.next();
    assertThat(event.path("screening").path("state").asString()).isEqualTo("CREATED");
    add(screening, "Ann");
    while (!isCompleted(event)) {
      event = heard.next();
    }
    assertThat(event.path("screening").path("number").asString()).isEqualTo(key);
    socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
  }

  @Test
  void a_socket_may_hear_of_all_screenings() throws Exception {
    var heard = new Heard();
    var socket = socket(heard);
    String screening = screening();
    socket.sendText("{\"subscribe\": \"*\"}", true).join();
    String id = api.get(screening).json().path("id").asString();
    add(screening, "Ann");
    var event = heard.next();
    while (!event.path("screening").path("id").asString().equals(id) || !isCompleted(event)) {
      event = heard.next();
    }
    socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
  }

  @Test
  void a_page_of_another_site_opens_no_socket() {
    assertThatThrownBy(() ->
            client
                .newWebSocketBuilder()
                .header("Origin", "https://elsewhere.example")
                .buildAsync(address(), new Heard())
                .join())
        .hasRootCauseMessage("Unexpected HTTP response status code 403");
  }

  private URI address() {
    return URI.create(shortlist.address().replace("http:", "ws:") + "/api/v1/events");
  }

  private WebSocket socket(Heard heard) {
    return client.newWebSocketBuilder().buildAsync(address(), heard).join();
  }

  private String screening() {
    var created =
        api.postJson(
            "/api/v1/screenings",
            "{\"jobDescriptionText\": \"Accountant\\n\\nRequirements\\n- SAP\\n- Excel\\n\"}");
    assertThat(created.status()).isEqualTo(201);
    return created.header("Location");
  }

  private void add(String screening, String... names) {
    var body = new Multipart();
    for (String name : names) {
      body.file(
          "files",
          name + ".txt",
          "%s Archer\n\nExperience\nAccountant, Northwind, January 2018 - May 2024\nSAP"
              .formatted(name));
    }
    assertThat(api.post(screening + "/files", body).status()).isEqualTo(200);
  }

  private static boolean isCompleted(JsonNode event) {
    return event.path("screening").path("state").asString().equals("COMPLETED");
  }

  private Stream stream(String path, String... headers) throws Exception {
    var request = api.request(path).header("Accept", "text/event-stream");
    var response =
        client.send(
            (headers.length == 0 ? request : request.headers(headers)).build(),
            BodyHandlers.ofInputStream());
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/event-stream");
    return new Stream(response.body());
  }

  private record Stream(InputStream body, BufferedReader lines) implements AutoCloseable {
    Stream(InputStream body) {
      this(body, new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8)));
    }

    JsonNode next() throws IOException {
      String line = lines.readLine();
      while (line != null && !line.startsWith("data:")) {
        line = lines.readLine();
      }
      return JSON.readTree(String.valueOf(line).substring("data:".length()));
    }

    @Override
    public void close() throws IOException {
      body.close();
    }
  }

  private static final class Heard implements WebSocket.Listener {
    private final BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
    private final StringBuilder part = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      part.append(data);
      if (last) {
        messages.add(JSON.readTree(part.toString()));
        part.setLength(0);
      }
      socket.request(1);
      return null;
    }

    JsonNode next() throws InterruptedException {
      var message = messages.poll(60, TimeUnit.SECONDS);
      assertThat(message).isNotNull();
      return message;
    }
  }
}
