package dev.shortlist.rehearsal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.Executors;
import tools.jackson.databind.json.JsonMapper;

/// Stands in for a language model on this machine, in the protocol of OpenAI: answers at once, by
/// the schema of the request, with words of the CV.
final class StandInModel implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final HttpServer server;

  StandInModel() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/v1/chat/completions", StandInModel::answer);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  /// What a server is told so that it asks this model about every CV.
  Map<String, String> settings() {
    return Map.of(
        "SHORTLIST_AI_PROVIDER", "openai",
        "SHORTLIST_AI_BASE_URL", "http://127.0.0.1:%d/v1".formatted(server.getAddress().getPort()),
        "SHORTLIST_AI_MODEL", "stand-in",
        "SHORTLIST_AI_API_KEY", "none",
        "SHORTLIST_AI_CASCADE", "all",
        "SHORTLIST_AI_REQUESTS_PER_MINUTE", "1000000",
        "SHORTLIST_AI_CONCURRENCY", "16");
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private static void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var answer = completion(exchange.getRequestBody().readAllBytes());
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  private static byte[] completion(byte[] request) {
    var asked = JSON.readTree(request);
    var schema = asked.path("response_format").path("json_schema").path("schema");
    String material = asked.path("messages").path(1).path("content").asString("");
    var said = new SchemaAnswer(schema, material).toString();
    var completion = JSON.createObjectNode();
    completion
        .putArray("choices")
        .addObject()
        .put("finish_reason", "stop")
        .putObject("message")
        .put("role", "assistant")
        .put("content", said);
    completion
        .putObject("usage")
        .put("prompt_tokens", material.length() / 4)
        .put("completion_tokens", said.length() / 4);
    return JSON.writeValueAsBytes(completion);
  }
}
