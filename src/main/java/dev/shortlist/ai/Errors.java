package dev.shortlist.ai;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Reads what providers say when they do not answer, and how long they ask to wait.
///
/// The time stands in `retry-after-ms`, in `Retry-After` as seconds or as a date, in Gemini's
/// `RetryInfo`, or in OpenAI's sentence "try again in 1m2.5s".
final class Errors {
  private static final Pattern IN_WORDS =
      Pattern.compile(
          "(?:try again|retry) in (?:(\\d+)h)?(?:(\\d+)m(?!s))?(?:(\\d+(?:\\.\\d+)?)(ms|s))?");
  private static final Pattern DAILY = Pattern.compile("per ?day|\\brpd\\b|\\btpd\\b");
  private static final Pattern SCHEMA =
      Pattern.compile(
          "schema|response_?format|output_config|structured output|responsemimetype|json mode");

  private Errors() {}

  static Reply read(int status, HttpHeaders headers, String body, Instant now) {
    String words = body.toLowerCase(Locale.ROOT);
    if (words.contains("insufficient_quota") || status == 402) {
      return new Reply.NotPaid();
    }
    if (status == 429) {
      var window = DAILY.matcher(words).find() ? Reply.Window.DAY : Reply.Window.MINUTE;
      return new Reply.RateLimited(window, wait(headers, body, now));
    }
    if (status >= 500) {
      return new Reply.Overloaded(status, wait(headers, body, now));
    }
    return rejected(status, words);
  }

  private static Reply rejected(int status, String words) {
    if (status == 401
        || status == 403
        || words.contains("api_key_invalid")
        || words.contains("api key not valid")) {
      return new Reply.Unauthorised(status);
    }
    if (status == 404 || words.contains("model_not_found")) {
      return new Reply.UnknownModel();
    }
    boolean schema = status == 400 && SCHEMA.matcher(words).find();
    return schema ? new Reply.SchemaRefused() : new Reply.NotAccepted(status);
  }

  static @Nullable Duration wait(HttpHeaders headers, String body, Instant now) {
    return headers
        .firstValue("retry-after-ms")
        .flatMap(value -> seconds(value).map(millis -> millis.dividedBy(1000)))
        .or(() -> headers.firstValue("retry-after").flatMap(value -> retryAfter(value, now)))
        .or(() -> retryInfo(body))
        .or(() -> inWords(body))
        .filter(wait -> !wait.isNegative())
        .orElse(null);
  }

  private static Optional<Duration> retryAfter(String value, Instant now) {
    try {
      var date = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME);
      return Optional.of(Duration.between(now, date));
    } catch (DateTimeParseException _) {
      return seconds(value);
    }
  }

  private static Optional<Duration> retryInfo(String body) {
    try {
      return Wire.JSON
          .readTree(body)
          .path("error")
          .path("details")
          .valueStream()
          .map(detail -> detail.path("retryDelay"))
          .filter(JsonNode::isString)
          .map(delay -> delay.asString().replaceAll("s$", ""))
          .findFirst()
          .flatMap(Errors::seconds);
    } catch (JacksonException _) {
      return Optional.empty();
    }
  }

  private static Optional<Duration> inWords(String body) {
    var found = IN_WORDS.matcher(body);
    if (!found.find()) {
      return Optional.empty();
    }
    var wait = seconds(found.group(3)).orElse(Duration.ZERO);
    if ("ms".equals(found.group(4))) {
      wait = wait.dividedBy(1000);
    }
    wait = wait.plusHours(whole(found.group(1))).plusMinutes(whole(found.group(2)));
    return wait.isZero() ? Optional.empty() : Optional.of(wait);
  }

  private static long whole(@Nullable String digits) {
    return digits == null || digits.length() > 6 ? 0 : Long.parseLong(digits);
  }

  private static Optional<Duration> seconds(@Nullable String value) {
    if (value == null || !value.strip().matches("\\d{1,9}(\\.\\d{1,9})?")) {
      return Optional.empty();
    }
    return Optional.of(
        Duration.ofMillis((long) Math.ceil(Double.parseDouble(value.strip()) * 1000)));
  }
}
