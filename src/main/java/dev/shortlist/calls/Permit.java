package dev.shortlist.calls;

import java.time.Instant;
import java.util.UUID;

/// Whether a call may be made now.
public sealed interface Permit {

  /// It may, and has to be settled.
  record Granted(UUID call) implements Permit {}

  /// Not before `until`; then it is asked again.
  record Wait(Instant until, Reason reason) implements Permit {}

  enum Reason {
    /// Calls are spread evenly over the minute.
    PACE,
    TOKENS,
    CONCURRENCY,
    /// Another account that shares the key is next.
    TURN,
    /// The provider named a time.
    PROMISED,
    /// The day's calls are used up.
    DAY,
    /// The provider does not answer.
    OUTAGE,
    /// It has not for so long that nobody should wait for it.
    LONG_OUTAGE
  }
}
