package dev.shortlist.notify;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Sends a message to a webhook: one request, no redirect, no cookie, nothing of the answer but its
/// status.
@Component
class WebhookClient implements AutoCloseable {
  private static final Duration MOST_PATIENT = Duration.ofHours(6);

  private final CloseableHttpClient http;
  private final long mostMillis;
  // The timeouts are for each byte; this ends what comes drop by drop.
  private final ScheduledExecutorService deadlines =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("webhook-deadline").factory());
  private final Clock clock;

  WebhookClient(WebhookSettings settings, Clock clock) {
    this.clock = clock;
    this.mostMillis = settings.timeout().multipliedBy(2).toMillis();
    var timeout = Timeout.of(settings.timeout());
    var connections =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setDnsResolver(new PublicAddresses(settings.allow()))
            .setMaxConnTotal(50)
            .setDefaultConnectionConfig(
                ConnectionConfig.custom()
                    .setConnectTimeout(timeout)
                    .setSocketTimeout(timeout)
                    .build())
            .build();
    this.http =
        HttpClients.custom()
            .setConnectionManager(connections)
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setConnectionRequestTimeout(timeout)
                    .setResponseTimeout(timeout)
                    .build())
            .setUserAgent("Shortlist-Webhooks")
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableCookieManagement()
            .disableContentCompression()
            .disableAuthCaching()
            .build();
  }

  Answer send(URI url, List<String> secrets, Delivery delivery) {
    var now = clock.instant();
    var post = new HttpPost(url);
    String id = delivery.id().toString();
    post.setHeader("webhook-id", id);
    post.setHeader("webhook-timestamp", Long.toString(now.getEpochSecond()));
    post.setHeader("webhook-signature", Signature.of(secrets, id, now, delivery.body()));
    post.setEntity(new StringEntity(delivery.body(), ContentType.APPLICATION_JSON));
    var deadline = deadlines.schedule(post::cancel, mostMillis, TimeUnit.MILLISECONDS);
    try (var response = http.executeOpen(HttpHost.create(url), post, null)) {
      return answer(response, now);
    } catch (PublicAddresses.Closed e) {
      return new Answer(null, String.valueOf(e.getMessage()), null);
    } catch (IOException e) {
      return new Answer(null, reason(e), null);
    } finally {
      deadline.cancel(false);
    }
  }

  @Override
  public void close() throws IOException {
    deadlines.shutdownNow();
    http.close();
  }

  /// The body is not looked at: the connection is closed instead of reading on, however long it is.
  private static Answer answer(ClassicHttpResponse response, Instant now) {
    int status = response.getCode();
    boolean redirect = status >= 300 && status < 400;
    String error =
        status >= 200 && status < 300
            ? null
            : "it answered %d%s".formatted(status, redirect ? "; redirects are not followed" : "");
    return new Answer(status, error, retryAfter(response.getFirstHeader("Retry-After"), now));
  }

  private static String reason(IOException e) {
    return switch (e) {
      case UnknownHostException ignored -> "its host is not known";
      case SocketTimeoutException ignored -> "it did not answer in time";
      case SSLException ignored -> "no secure connection could be made";
      default -> "no connection could be made, or it broke";
    };
  }

  private static @Nullable Duration retryAfter(@Nullable Header header, Instant now) {
    if (header == null) {
      return null;
    }
    String value = header.getValue().strip();
    try {
      var wait =
          value.matches("\\d{1,9}")
              ? Duration.ofSeconds(Long.parseLong(value))
              : Duration.between(
                  now,
                  ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
      return wait.compareTo(MOST_PATIENT) < 0 ? wait : MOST_PATIENT;
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  /// @param status absent when there was no answer
  /// @param error what went wrong, absent when it was taken
  /// @param retryAfter how long it wants to be left alone
  record Answer(@Nullable Integer status, @Nullable String error, @Nullable Duration retryAfter) {
    boolean isTaken() {
      return error == null;
    }

    /// Whether the address is given up for good, as its owner says.
    boolean isGone() {
      return status != null && status == 410;
    }
  }
}
