package dev.shortlist.github;

import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Calls GitHub still allows, as it said last. It counts the calls of all nodes.
final class Quota {
  private static final Duration LONGEST = Duration.ofMinutes(65); // an hour, and clocks apart
  private static final Duration USUAL = Duration.ofSeconds(61);

  private final Clock clock;
  private final int reserve;
  private final Map<String, Instant> closed = new ConcurrentHashMap<>();
  private final Map<String, GithubCalls> said = new ConcurrentHashMap<>();

  /// @param reserve calls that are left to others
  Quota(Clock clock, int reserve) {
    this.clock = clock;
    this.reserve = reserve;
  }

  /// @param whose the token, empty without
  /// @throws Limited if the calls are used up
  void require(String whose) throws Limited {
    var until = closed.get(whose);
    if (until != null && until.isAfter(clock.instant())) {
      throw new Limited(until);
    }
  }

  /// What GitHub said last; empty before this node asked.
  Optional<GithubCalls> said(String whose) {
    return Optional.ofNullable(said.get(whose));
  }

  /// @throws Limited if this answer says that there are to be no calls
  void note(String whose, int status, HttpHeaders headers) throws Limited {
    boolean refused = status == 429 || (status == 403 && saysWhen(headers));
    long remaining = headers.firstValueAsLong("X-RateLimit-Remaining").orElse(Long.MAX_VALUE);
    remember(whose, headers);
    if (!refused && remaining > reserve) {
      return;
    }
    var until = until(headers, remaining);
    closed.put(whose, until);
    if (refused) {
      throw new Limited(until);
    }
  }

  private void remember(String whose, HttpHeaders headers) {
    var left = headers.firstValueAsLong("X-RateLimit-Remaining");
    var reset = headers.firstValue("X-RateLimit-Reset").filter(value -> value.matches("\\d{1,12}"));
    if (left.isPresent() && reset.isPresent()) {
      said.put(
          whose,
          new GithubCalls(
              left.getAsLong(),
              headers.firstValueAsLong("X-RateLimit-Limit").orElse(0),
              Instant.ofEpochSecond(Long.parseLong(reset.get())),
              clock.instant()));
    }
  }

  private static boolean saysWhen(HttpHeaders headers) {
    return headers.firstValue("Retry-After").isPresent()
        || headers.firstValueAsLong("X-RateLimit-Remaining").orElse(1) == 0;
  }

  private Instant until(HttpHeaders headers, long remaining) {
    var now = clock.instant();
    var asked = headers.firstValue("Retry-After").filter(value -> value.matches("\\d{1,7}"));
    var reset = headers.firstValue("X-RateLimit-Reset").filter(value -> value.matches("\\d{1,12}"));
    var until =
        asked
            .map(value -> now.plusSeconds(Long.parseLong(value)))
            .or(() ->
                reset
                    .filter(value -> remaining <= reserve)
                    .map(value -> Instant.ofEpochSecond(Long.parseLong(value))))
            .orElse(now.plus(USUAL));
    var latest = now.plus(LONGEST);
    return until.isAfter(latest) ? latest : until;
  }
}
