package dev.shortlist.notify;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One message for a webhook. Its id goes with it and is the same at every attempt.
///
/// @param number position in the log
/// @param body JSON
/// @param nextAt when it is sent, or sent again, unless its webhook is held
/// @param endedAt when it was delivered or given up
/// @param status of the last answer, absent when there was none
/// @param error what went wrong last
public record Delivery(
    UUID id,
    long number,
    UUID webhook,
    String event,
    String body,
    State state,
    int attempts,
    Instant nextAt,
    Instant createdAt,
    @Nullable Instant endedAt,
    @Nullable Integer status,
    @Nullable String error) {

  /// How far it is.
  public enum State {
    WAITING,
    DELIVERED,
    /// Given up after a day of trying. It can be sent again.
    DEAD
  }
}
