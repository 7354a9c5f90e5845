package dev.shortlist.retention;

import dev.shortlist.accounts.AccountId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Removes what a module keeps as long as a screening would be kept. Every bean of this type is
/// asked for each account, in a transaction of its own.
public interface Expirer {

  /// Removes what is over at `now`.
  ///
  /// @param standard how long a thing is kept when no rule of its own says, absent for ever
  void expire(AccountId account, Instant now, @Nullable Duration standard);
}
