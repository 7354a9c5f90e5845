package dev.shortlist.tasks;

import java.time.Instant;

/// Nothing was done, as it may not be done before a certain time: thrown by a handler, it has the
/// task wait until then. It is no failure and does not count as an attempt.
public final class NotYet extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final Instant until;

  /// @param until in the time of [Engine#clock]
  public NotYet(Instant until) {
    super("not before " + until);
    this.until = until;
  }

  Instant until() {
    return until;
  }
}
