package dev.shortlist.text;

/// How long callers have waited of late, all together: what they waited is added, and half of the
/// time that passes is taken off, so that it grows where somebody waits more than half of the time.
final class Waiting {
  private final long patience;
  private long waited;
  private long counted;

  /// @param patience nanoseconds that may be waited
  Waiting(long patience) {
    this.patience = patience;
  }

  /// @param nanos what a caller has waited
  /// @param now nanoseconds of the clock that durations are taken from
  void add(long nanos, long now) {
    waited = at(now) + nanos;
    counted = now;
  }

  /// Nanoseconds that may still be waited.
  long left(long now) {
    return patience - at(now);
  }

  /// Begins anew, as somebody was helped.
  void forgive() {
    waited = 0;
  }

  private long at(long now) {
    return waited == 0 ? 0 : Math.max(0, waited - (now - counted) / 2);
  }
}
