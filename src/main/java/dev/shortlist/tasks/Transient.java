package dev.shortlist.tasks;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// It did not work now and may work later.
public class Transient extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final @Nullable Duration retryAfter;

  /// @param retryAfter how long the other side asked to wait, absent when it did not say
  public Transient(String message, @Nullable Duration retryAfter, @Nullable Throwable cause) {
    super(message, cause);
    this.retryAfter = retryAfter;
  }

  @Nullable Duration retryAfter() {
    return retryAfter;
  }
}
