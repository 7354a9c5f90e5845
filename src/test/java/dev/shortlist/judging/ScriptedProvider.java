package dev.shortlist.judging;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/// A provider in OpenAI's protocol that answers what a test wants, and remembers what it was asked.
final class ScriptedProvider implements AutoCloseable {
  /// @param content of the answer; the whole body where the status is not 200
  record Said(int status, String content) {
    static Said answer(String content) {
      return new Said(200, content);
    }
  }

  private final HttpServer server;
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final List<String> keys = new CopyOnWriteArrayList<>();
  private volatile Function<String, Said> script = _ -> Said.answer("{\"ready\":true}");

  ScriptedProvider() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext(
        "/v1/chat/completions",
        exchange -> {
          var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          asked.add(body);
          keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
          var said = script.apply(body);
          var bytes =
              (said.status() == 200 ? wrapped(said.content()) : said.content())
                  .getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(said.status(), bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  private static String wrapped(String content) {
    var body = JsonMapper.shared().createObjectNode();
    body.putArray("choices")
        .addObject()
        .put("finish_reason", "stop")
        .putObject("message")
        .put("content", content);
    body.putObject("usage").put("prompt_tokens", 1000).put("completion_tokens", 100);
    return body.toString();
  }

  void script(Function<String, Said> says) {
    this.script = says;
  }

  String address() {
    return "http://127.0.0.1:%d/v1".formatted(server.getAddress().getPort());
  }

  /// The bodies it was sent.
  List<String> asked() {
    return asked;
  }

  List<String> keys() {
    return keys;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
