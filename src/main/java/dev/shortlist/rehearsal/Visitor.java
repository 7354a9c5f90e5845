package dev.shortlist.rehearsal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/// Asks a server for this and that; an answer that is no success is a fault.
final class Visitor {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final URI server;
  private final HttpClient client = HttpClient.newHttpClient();

  Visitor(URI server) {
    this.server = server;
  }

  String get(String path) throws IOException, InterruptedException {
    return send(request(path), BodyHandlers.ofString());
  }

  /// Opens what goes on until it is closed.
  InputStream open(String path) throws IOException, InterruptedException {
    return send(request(path), BodyHandlers.ofInputStream());
  }

  String post(String path, Form form) throws IOException, InterruptedException {
    return send(
        request(path).header("Content-Type", Form.TYPE).POST(form.body()), BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(server.resolve(path)).timeout(PATIENCE);
  }

  private <T> T send(HttpRequest.Builder request, BodyHandler<T> handler)
      throws IOException, InterruptedException {
    HttpResponse<T> answer = client.send(request.build(), handler);
    if (answer.statusCode() / 100 != 2) {
      throw new IOException("%s answered %d".formatted(answer.uri(), answer.statusCode()));
    }
    return answer.body();
  }
}
