package dev.shortlist.notify;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.IntSupplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A server that takes webhooks' messages, or does not.
final class Receiver implements AutoCloseable {
  private final HttpServer server;
  private final List<Message> messages = new CopyOnWriteArrayList<>();
  private volatile IntSupplier status = () -> 200;
  private volatile String location = "";

  Receiver() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          var headers = exchange.getRequestHeaders();
          messages.add(
              new Message(
                  headers.getFirst("webhook-id"),
                  headers.getFirst("webhook-timestamp"),
                  headers.getFirst("webhook-signature"),
                  body,
                  exchange.getRequestURI().getPath()));
          if (!location.isEmpty()) {
            exchange.getResponseHeaders().set("Location", location);
          }
          exchange.sendResponseHeaders(status.getAsInt(), -1);
          exchange.close();
        });
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
  }

  void answer(int code) {
    status = () -> code;
  }

  void answer(IntSupplier codes) {
    status = codes;
  }

  void redirect(String to) {
    location = to;
    answer(302);
  }

  List<Message> messages() {
    return List.copyOf(messages);
  }

  void forget() {
    messages.clear();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  record Message(String id, String timestamp, String signature, String body, String path) {
    JsonNode json() {
      return JsonMapper.shared().readTree(body);
    }

    String type() {
      return json().path("type").asString();
    }
  }
}
