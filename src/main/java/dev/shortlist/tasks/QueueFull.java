package dev.shortlist.tasks;

import java.time.Duration;

/// More work waits than the settings allow, so nothing was taken in. Try again after a while.
public final class QueueFull extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final Whose whose;
  private final Duration retryAfter;

  QueueFull(Whose whose, int limit, Duration retryAfter) {
    super(
        switch (whose) {
          case ACCOUNT ->
              "%,d CVs of this account wait already, which is the most: wait until some are through, or raise shortlist.tasks.queue.account"
                  .formatted(limit);
          case ALL ->
              "%,d CVs wait already, which is the most: wait until some are through, or raise shortlist.tasks.queue.all"
                  .formatted(limit);
        });
    this.whose = whose;
    this.retryAfter = retryAfter;
  }

  public Whose whose() {
    return whose;
  }

  /// When to try again at the earliest.
  public Duration retryAfter() {
    return retryAfter;
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }

  /// Whose limit was reached: the account's own, or that of all together.
  public enum Whose {
    ACCOUNT,
    ALL
  }
}
