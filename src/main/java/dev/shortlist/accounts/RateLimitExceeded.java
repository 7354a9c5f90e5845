package dev.shortlist.accounts;

import java.time.Duration;

/// A client asked more often than it may.
public final class RateLimitExceeded extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String limit;
  private final Duration retryAfter;

  RateLimitExceeded(String limit, Duration retryAfter) {
    super("Rate limit exceeded: " + limit);
    this.limit = limit;
    this.retryAfter = retryAfter;
  }

  /// The limit in words: `10 per 1 minute`.
  public String limit() {
    return limit;
  }

  /// Whole seconds, at least one, after which there is a permit again.
  public Duration retryAfter() {
    return retryAfter;
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
