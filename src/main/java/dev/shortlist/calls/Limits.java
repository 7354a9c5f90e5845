package dev.shortlist.calls;

import java.time.Duration;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// What a provider allows for one key and model.
///
/// @param requestsPerMinute absent for no limit, as the next two
/// @param tokensPerMinute tokens sent and received
/// @param day where the provider's day begins: Gemini's in California
/// @param concurrency calls under way at once
/// @param longest time after which a call that was not settled is given up: its node is gone
public record Limits(
    @Nullable Integer requestsPerMinute,
    @Nullable Integer tokensPerMinute,
    @Nullable Integer requestsPerDay,
    ZoneId day,
    int concurrency,
    Duration longest) {
  public Limits {
    requireAboveZero("REQUESTS_PER_MINUTE", requestsPerMinute);
    requireAboveZero("TOKENS_PER_MINUTE", tokensPerMinute);
    requireAboveZero("REQUESTS_PER_DAY", requestsPerDay);
    requireAboveZero("CONCURRENCY", concurrency);
  }

  private static void requireAboveZero(String name, @Nullable Integer value) {
    if (value != null && value < 1) {
      throw new IllegalArgumentException(
          "SHORTLIST_AI_%s must be at least 1 but is %d: to use no language model set SHORTLIST_AI_PROVIDER=none"
              .formatted(name, value));
    }
  }
}
