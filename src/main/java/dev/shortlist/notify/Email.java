package dev.shortlist.notify;

import dev.shortlist.screening.ApplicationId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A mail of an account.
///
/// @param message what it says, and to whom
/// @param attempts how often the mail server was asked to take it
/// @param sendAfter until then it can be taken back; when it is tried again, while it was refused
/// @param error why it was not sent, absent when nothing is wrong
/// @param bounce what was reported after the mail server had taken it, absent for nothing
public record Email(
    UUID id,
    Message message,
    State state,
    int attempts,
    Instant createdAt,
    Instant sendAfter,
    @Nullable Instant sentAt,
    @Nullable String error,
    @Nullable Bounce bounce) {

  public String category() {
    return message.category();
  }

  public String recipient() {
    return message.recipient();
  }

  public String subject() {
    return message.subject();
  }

  public String body() {
    return message.body();
  }

  /// Whether it never went, and can still be taken back.
  public boolean isWaiting() {
    return state == State.QUEUED;
  }

  /// What a mail says.
  ///
  /// @param category what it is about, in the sender's words: `selected`
  /// @param fromName beside the sender's address, empty for nothing
  /// @param replyTo where answers go, absent for the sender's address
  /// @param application whose mail it is, absent when it is to somebody of ours
  /// @param by who had it sent, as in the audit log; empty when the program did
  public record Message(
      String category,
      String recipient,
      String subject,
      String body,
      String fromName,
      @Nullable String replyTo,
      @Nullable ApplicationId application,
      String by) {

    /// Of the installation itself.
    Message(String category, String recipient, String subject, String body) {
      this(category, recipient, subject, body, "", null, null, "");
    }
  }

  /// How far it is.
  public enum State {
    QUEUED,
    /// Given to the mail server, whose answer is not known yet.
    SENDING,
    SENT,
    /// The mail server refused it for good, or was asked for a day. It can be sent again.
    FAILED,
    CANCELLED,
    /// It came back after the mail server had taken it. It can be sent again.
    BOUNCED
  }
}
