package dev.shortlist.intake;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// With these files the account would have sent or stored more bytes than it may, so nothing was
/// taken in.
public final class UploadLimitReached extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final long limit;
  private final @Nullable Duration retryAfter;

  UploadLimitReached(String setting, long limit, String span, @Nullable Duration retryAfter) {
    super(
        "The account may keep %,d bytes of CVs %s, and these would be more: %s, or have %s raised"
            .formatted(
                limit,
                span,
                retryAfter == null ? "have old screenings deleted" : "send them later",
                setting));
    this.limit = limit;
    this.retryAfter = retryAfter;
  }

  /// Bytes.
  public long limit() {
    return limit;
  }

  /// When to try again, where waiting helps.
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
