package dev.shortlist.github;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// A server that answers as GitHub's REST API does, and as it does on bad days.
final class GithubServer implements AutoCloseable {
  private final HttpServer server;
  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private final AtomicInteger remaining = new AtomicInteger(1000);
  private final CountDownLatch end = new CountDownLatch(1);
  private volatile Day day = Day.GOOD;
  private volatile int status = 500;
  private volatile Map<String, String> headers = Map.of();

  /// How it behaves.
  enum Day {
    GOOD,
    /// Answers with [#refuse]'s status to everything.
    BAD,
    SILENT,
    /// Promises more bytes than it sends.
    CUT
  }

  /// @param path with query
  record Call(String path, @Nullable String etag, @Nullable String authorization, int status) {}

  GithubServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /// A person with one repository a line: `name language pushed [fork]`.
  void person(String login, String... repositories) {
    account(login, "User", repositories);
  }

  void account(String login, String type, String... repositories) {
    answers.put(
        "/users/" + login,
        """
        {"login":"%1$s","type":"%2$s","html_url":"https://github.com/%1$s","url":"%3$s/users/%1$s",
         "name":"Somebody Else","email":"%1$s@example.com","location":"Bern",
         "created_at":"2015-03-02T10:00:00Z"}\
        """
            .formatted(login, type, address()));
    var list = new StringBuilder("[");
    for (String repository : repositories) {
      String[] words = repository.split(" ", -1);
      list.append(list.length() == 1 ? "" : ",")
          .append(
              """
              {"name":"%1$s","html_url":"https://github.com/%2$s/%1$s","language":%3$s,
               "pushed_at":"%4$sT09:00:00Z","fork":%5$s,"private":false,"stargazers_count":7,
               "description":"secret of %2$s"}\
              """
                  .formatted(
                      words[0],
                      login,
                      words[1].equals("-") ? "null" : "\"" + words[1] + "\"",
                      words[2],
                      words.length > 3));
    }
    answers.put("/users/" + login + "/repos?per_page=100", list.append("]").toString());
  }

  void body(String path, String body) {
    answers.put(path, body);
  }

  void is(Day how) {
    day = how;
  }

  /// From now on every call is refused.
  void refuse(int code, Map<String, String> with) {
    status = code;
    headers = with;
    day = Day.BAD;
  }

  void remaining(int calls) {
    remaining.set(calls);
  }

  List<Call> calls() {
    return List.copyOf(calls);
  }

  void forget() {
    calls.clear();
  }

  @Override
  public void close() {
    end.countDown();
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    switch (day) {
      case GOOD -> good(exchange);
      case BAD -> {
        headers.forEach(exchange.getResponseHeaders()::set);
        send(exchange, status, "{\"message\":\"no\"}");
      }
      case SILENT -> {
        try {
          end.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
        exchange.close();
      }
      case CUT -> {
        note(exchange, 200);
        exchange.sendResponseHeaders(200, 5000);
        exchange.getResponseBody().write("{\"login\":".getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
        exchange.close();
      }
    }
  }

  private void good(HttpExchange exchange) throws IOException {
    String body = answers.get(exchange.getRequestURI().toString());
    if (body == null) {
      send(exchange, 404, "{\"message\":\"Not Found\"}");
      return;
    }
    String etag = "\"" + Integer.toHexString(body.hashCode()) + "\"";
    exchange.getResponseHeaders().set("ETag", etag);
    if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
      exchange.getResponseHeaders().set("X-RateLimit-Remaining", "" + remaining.get());
      note(exchange, 304);
      exchange.sendResponseHeaders(304, -1);
      exchange.close();
      return;
    }
    send(exchange, 200, body);
  }

  private void send(HttpExchange exchange, int code, String body) throws IOException {
    var all = exchange.getResponseHeaders();
    all.putIfAbsent("X-RateLimit-Remaining", List.of("" + remaining.decrementAndGet()));
    all.putIfAbsent("X-RateLimit-Reset", List.of("4000000000"));
    note(exchange, code);
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(code, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private void note(HttpExchange exchange, int code) {
    calls.add(
        new Call(
            exchange.getRequestURI().toString(),
            exchange.getRequestHeaders().getFirst("If-None-Match"),
            exchange.getRequestHeaders().getFirst("Authorization"),
            code));
  }
}
