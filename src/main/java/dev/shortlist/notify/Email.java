package dev.shortlist.notify;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A mail of an account.
///
/// @param category what it is about, in the sender's words: `selected`
/// @param sendAfter until then it can be taken back
/// @param error why it was not sent, absent when nothing is wrong
public record Email(
    UUID id,
    String category,
    String recipient,
    String subject,
    String body,
    State state,
    Instant sendAfter,
    @Nullable Instant sentAt,
    @Nullable String error) {

  /// How far it is.
  public enum State {
    QUEUED,
    /// Given to the mail server, whose answer is not known yet.
    SENDING,
    SENT,
    FAILED,
    CANCELLED
  }
}
