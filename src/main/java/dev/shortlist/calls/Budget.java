package dev.shortlist.calls;

import org.jspecify.annotations.Nullable;

/// What may be spent at most, in millionths of a dollar. A hard cap: a call that could pass it is
/// not made.
///
/// @param month of the account in a calendar month (UTC), absent for no cap
/// @param screening of one screening, absent for no cap
public record Budget(@Nullable Long month, @Nullable Long screening) {
  public static final Budget NONE = new Budget(null, null);

  public Budget {
    if ((month != null && month < 0) || (screening != null && screening < 0)) {
      throw new IllegalArgumentException("a budget must not be below 0");
    }
  }

  boolean isSet() {
    return month != null || screening != null;
  }
}
