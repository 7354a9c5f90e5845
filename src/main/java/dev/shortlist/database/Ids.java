package dev.shortlist.database;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

/// Makes ids that sort by the time they were made: UUID version 7 of RFC 9562, with a counter where
/// one millisecond makes several.
public final class Ids {
  private static final int COUNTER_BITS = 12;

  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private long last;

  public Ids(Clock clock) {
    this.clock = clock;
  }

  /// An id above all that this object made before.
  public UUID next() {
    long stamp = next(clock.millis());
    long high = (stamp >>> COUNTER_BITS << 16) | 0x7000 | (stamp & 0xFFF);
    return new UUID(high, (random.nextLong() >>> 2) | (1L << 63));
  }

  /// Milliseconds and counter as one number that only rises, even when the clock goes back.
  private synchronized long next(long millis) {
    last = Math.max(last + 1, millis << COUNTER_BITS);
    return last;
  }
}
