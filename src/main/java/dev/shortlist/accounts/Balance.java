package dev.shortlist.accounts;

/// What an account may still spend.
public sealed interface Balance {
  /// Nobody counts.
  record Unlimited() implements Balance {}

  /// So much is left.
  ///
  /// @param available credits that can still be reserved
  /// @param reserved credits held for work that has not ended
  record Limited(int available, int reserved) implements Balance {}
}
