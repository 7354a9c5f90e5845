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
import tools.jackson.core.JacksonException;

/// Asks models over HTTP: one call, one [Reply], and nothing is tried again here.
///
/// Safe for many threads. A model gets no tools, and the answer is read as data only.
public final class LanguageModel implements AutoCloseable {
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
    var wire = model.provider().wire();
    var answer = client.sendAsync(request(wire, model, prompt), LanguageModel::bounded);
    try {
      // The client's own limit ends with the headers; an answer that stops half-way would hang.
      return read(
          wire, answer.get(model.timeout().toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS));
    } catch (java.util.concurrent.TimeoutException _) {
      return new Reply.Unreachable(Reply.Failure.TIMEOUT);
    } catch (java.util.concurrent.ExecutionException e) {
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

  private static HttpResponse.BodySubscriber<String> bounded(HttpResponse.ResponseInfo info) {
    return HttpResponse.BodySubscribers.limiting(
        HttpResponse.BodySubscribers.ofString(StandardCharsets.UTF_8), LONGEST_ANSWER);
  }

  private Reply read(Wire wire, HttpResponse<String> response) {
    if (response.statusCode() != 200) {
      return Errors.read(
          response.statusCode(), response.headers(), response.body(), clock.instant());
    }
    try {
      return wire.read(Wire.JSON.readTree(response.body()));
    } catch (JacksonException _) {
      return new Reply.Malformed("something that is not JSON");
    }
  }

  private static Reply.Failure failure(@org.jspecify.annotations.Nullable Throwable cause) {
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
