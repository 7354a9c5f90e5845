package dev.shortlist.ai;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The stand-in provider in a process of its own, on a free port, answering at once unless told
/// otherwise. Tests that need it are skipped where it or Python is absent.
public final class FakeLlm implements AutoCloseable {
  private final Process process;
  private final URI address;
  private final HttpClient client = HttpClient.newHttpClient();

  /// @param settings as on its command line: `--rpm`, `60`
  public FakeLlm(String... settings) throws IOException {
    var script =
        Path.of(System.getProperty("shortlist.shared", "../shared"), "fakellm", "fakellm.py");
    Assumptions.assumeTrue(Files.exists(script), "there is no stand-in provider at " + script);
    var command =
        new ArrayList<>(List.of("python3", script.toString(), "--port", "0", "--latency-ms", "0"));
    command.addAll(List.of(settings));
    process = start(command);
    var line =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
            .readLine();
    address = URI.create(line.substring(line.indexOf("http")).strip());
  }

  private static Process start(List<String> command) {
    try {
      return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    } catch (IOException e) {
      return Assumptions.abort("python3 does not start: " + e.getMessage());
    }
  }

  /// Its model in OpenAI's protocol.
  public Model openAi() {
    return new Model(
        Provider.OPENAI, address.resolve("/v1"), new ApiKey("k"), "fake-1", Duration.ofSeconds(60));
  }

  /// Its model in Gemini's.
  public Model gemini() {
    return new Model(Provider.GEMINI, address, new ApiKey("k"), "fake-1", Duration.ofSeconds(60));
  }

  /// Its numbers so far: `calls`, `admitted`, `denied_429`, `before_retry_after` and more.
  public JsonNode stats() throws IOException, InterruptedException {
    return JsonMapper.shared().readTree(send(HttpRequest.newBuilder(address.resolve("/stats"))));
  }

  public void configure(String json) throws IOException, InterruptedException {
    send(
        HttpRequest.newBuilder(address.resolve("/config"))
            .POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
  }

  @Override
  public void close() {
    process.destroy();
    client.close();
  }
}
