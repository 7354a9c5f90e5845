package dev.shortlist.ai;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// Asks models over HTTP: one call, one [Reply], and nothing is tried again here.
///
/// Safe for many threads. A model gets no tools, and the answer is read as data only.
public final class LanguageModel implements AutoCloseable {
  private static final int OK = 200;
  private static final int LONGEST_ANSWER = 2_000_000;

  private final Clock clock;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  public LanguageModel(Clock clock) {
    this.clock = clock;
  }

  /// Makes one call.
  ///
  /// @throws InterruptedException if the thread is interrupted while the answer is awaited
  public Reply ask(Model model, Prompt prompt) throws InterruptedException {
    return ask(model, prompt, _ -> {});
  }

  /// Makes one call.
  ///
  /// @param received is given an answer's body as soon as it is there, on the thread that has it,
  ///   before anything of it is read; not what comes in place of an answer
  /// @throws InterruptedException if the thread is interrupted while the answer is awaited
  public Reply ask(Model model, Prompt prompt, Consumer<byte[]> received)
      throws InterruptedException {
    var wire = model.provider().wire();
    var answer = client.sendAsync(request(wire, model, prompt), info -> body(info, received));
    try {
      // The client's own limit ends with the headers; an answer that stops half-way would hang.
      return read(wire, answer.get(model.timeout().toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException _) {
      return new Reply.Unreachable(Reply.Failure.TIMEOUT);
    } catch (ExecutionException e) {
      return new Reply.Unreachable(failure(e.getCause()));
    } finally {
      answer.cancel(true);
    }
  }

  private static HttpRequest request(Wire wire, Model model, Prompt prompt) {
    var request =
        HttpRequest.newBuilder(model.at(wire.path(model)))
            .timeout(model.timeout())
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(wire.body(model, prompt).toString()));
    var headers = wire.headers(model);
    return (headers.length == 0 ? request : request.headers(headers)).build();
  }

  private static HttpResponse.BodySubscriber<String> body(
      HttpResponse.ResponseInfo info, Consumer<byte[]> received) {
    return HttpResponse.BodySubscribers.mapping(
        HttpResponse.BodySubscribers.limiting(
            HttpResponse.BodySubscribers.ofByteArray(), LONGEST_ANSWER),
        body -> {
          if (info.statusCode() == OK) {
            received.accept(body);
          }
          return new String(body, StandardCharsets.UTF_8);
        });
  }

  private Reply read(Wire wire, HttpResponse<String> response) {
    return response.statusCode() == OK
        ? read(wire, response.body())
        : Errors.read(response.statusCode(), response.headers(), response.body(), clock.instant());
  }

  /// Reads the body of an answer `model` gave before.
  public static Reply read(Model model, String body) {
    return read(model.provider().wire(), body);
  }

  private static Reply read(Wire wire, String body) {
    try {
      return wire.read(Wire.JSON.readTree(body));
    } catch (JacksonException _) {
      return new Reply.Malformed("something that is not JSON");
    }
  }

  private static Reply.Failure failure(@Nullable Throwable cause) {
    for (var e = cause; e != null; e = e.getCause()) {
      if (e instanceof UnknownHostException || e instanceof UnresolvedAddressException) {
        return Reply.Failure.UNKNOWN_HOST;
      }
      if (e instanceof HttpConnectTimeoutException) {
        return Reply.Failure.NO_CONNECTION;
      }
      if (e instanceof HttpTimeoutException) {
        return Reply.Failure.TIMEOUT;
      }
    }
    return cause instanceof ConnectException
        ? Reply.Failure.NO_CONNECTION
        : Reply.Failure.BROKEN_CONNECTION;
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
