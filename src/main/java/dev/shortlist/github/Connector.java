package dev.shortlist.github;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.kohsuke.github.connector.GitHubConnector;
import org.kohsuke.github.connector.GitHubConnectorRequest;
import org.kohsuke.github.connector.GitHubConnectorResponse;
import tools.jackson.core.JacksonException;

/// Carries the library's calls: to the one host of the settings, within time, size and quota, and
/// with what is remembered of the answer before.
final class Connector implements GitHubConnector {
  private static final int MOST_BYTES = 8 << 20;

  private final HttpClient http;
  private final URI base;
  private final Duration timeout;
  private final String token;
  private final Quota quota;
  private final Remembered remembered;

  /// @param token empty without
  Connector(
      HttpClient http,
      URI base,
      Duration timeout,
      String token,
      Quota quota,
      Remembered remembered) {
    this.http = http;
    this.base = base;
    this.timeout = timeout;
    this.token = token;
    this.quota = quota;
    this.remembered = remembered;
  }

  @Override
  public GitHubConnectorResponse send(GitHubConnectorRequest request) throws IOException {
    var address = address(request);
    String path =
        address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
    quota.require(token);
    var before = remembered.find(path);
    var asking = HttpRequest.newBuilder(address).GET().timeout(timeout);
    asking.header("User-Agent", "Shortlist");
    request
        .allHeaders()
        .forEach((name, values) -> {
          if (!name.equalsIgnoreCase("Accept-Encoding") && !name.equalsIgnoreCase("User-Agent")) {
            values.forEach(value -> asking.header(name, value));
          }
        });
    before.ifPresent(answer -> asking.header("If-None-Match", answer.etag()));
    var response = exchange(asking.build());
    quota.note(token, response.statusCode(), response.headers());
    return answer(request, path, response, before.orElse(null));
  }

  private GitHubConnectorResponse answer(
      GitHubConnectorRequest request,
      String path,
      HttpResponse<byte[]> response,
      Remembered.@Nullable Answer before)
      throws IOException {
    int status = response.statusCode();
    if (status >= 500 || (status >= 300 && status < 400 && status != 304 && noWhere(response))) {
      throw new NotReached("it answered " + status, null);
    }
    if (status == 304 && before != null) {
      return Answered.of(request, 200, before);
    }
    if (status != 200) {
      return new Answered(request, status, response.headers().map(), response.body());
    }
    var now =
        new Remembered.Answer(
            response.headers().firstValue("ETag").orElse(""),
            response.headers().firstValue("Link").orElse(""),
            trimmed(response.body()));
    if (!now.etag().isEmpty()) {
      remembered.keep(path, now);
    }
    return Answered.of(request, 200, now);
  }

  private static boolean noWhere(HttpResponse<byte[]> response) {
    return response.headers().firstValue("Location").isEmpty();
  }

  private static String trimmed(byte[] body) throws NotReached {
    try {
      return UsedFields.of(body);
    } catch (JacksonException e) {
      throw new NotReached("it answered something that is not JSON", e);
    }
  }

  /// Pages and redirects name addresses of their own: none of them leads elsewhere.
  private URI address(GitHubConnectorRequest request) throws IOException {
    var address = URI.create(request.url().toString());
    boolean known =
        base.getScheme().equalsIgnoreCase(address.getScheme())
            && base.getRawAuthority().equalsIgnoreCase(address.getRawAuthority());
    if (!known || !request.method().equals("GET")) {
      throw new NotReached("it named another host", null);
    }
    return address;
  }

  private HttpResponse<byte[]> exchange(HttpRequest request) throws IOException {
    var coming =
        http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
    try {
      return coming.get(2 * timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new NotReached("no connection, or it broke", e.getCause());
    } catch (TimeoutException e) {
      throw new NotReached("it did not answer in time", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NotReached("interrupted", e);
    } finally {
      coming.cancel(true);
    }
  }

  /// An answer for the library.
  private static final class Answered extends GitHubConnectorResponse.ByteArrayResponse {
    private final byte[] body;

    Answered(
        GitHubConnectorRequest request,
        int status,
        Map<String, List<String>> headers,
        byte[] body) {
      super(request, status, headers);
      this.body = body;
    }

    static Answered of(GitHubConnectorRequest request, int status, Remembered.Answer answer) {
      return new Answered(
          request,
          status,
          answer.link().isEmpty() ? Map.of() : Map.of("Link", List.of(answer.link())),
          answer.body().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    protected InputStream rawBodyStream() {
      return new ByteArrayInputStream(body);
    }
  }
}
