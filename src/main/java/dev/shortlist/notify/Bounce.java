package dev.shortlist.notify;

import java.time.Instant;

/// A mail that was taken by the mail server and not delivered after all.
///
/// @param status as [RFC 3463](https://www.rfc-editor.org/rfc/rfc3463) has it: `5.1.1`
/// @param at when it was read here
public record Bounce(Kind kind, String status, Instant at) {

  /// Whether it may come to its end another time.
  public enum Kind {
    /// For good: the same mail to the same address will come back again.
    HARD,
    /// Not this time: the mailbox was full, its server away for days.
    SOFT,
    /// Not yet; it is still being tried.
    DELAYED
  }

  /// Why.
  public enum Cause {
    ADDRESS("the address does not exist"),
    FULL("the mailbox is full"),
    TOO_LARGE("the mail is too large"),
    REFUSED("the server of the recipient does not want it"),
    UNREACHABLE("the server of the recipient was not reached"),
    OTHER("it could not be delivered");

    private final String words;

    Cause(String words) {
      this.words = words;
    }
  }

  public Cause cause() {
    return cause(status);
  }

  static Cause cause(String status) {
    String[] parts = status.split("\\.", 3);
    return switch (parts[1] + "." + parts[2]) {
      case "1.7", "1.8" -> Cause.REFUSED; // the sender's address, not the recipient's
      case "2.1" -> Cause.ADDRESS;
      case "2.2" -> Cause.FULL;
      case "2.3", "3.4" -> Cause.TOO_LARGE;
      default ->
          switch (parts[1]) {
            case "1" -> Cause.ADDRESS;
            case "4" -> Cause.UNREACHABLE;
            case "7" -> Cause.REFUSED;
            default -> Cause.OTHER;
          };
    };
  }

  /// In English, without names and addresses: `it came back: the mailbox is full (5.2.2)`.
  public String words() {
    return "%s: %s (%s)"
        .formatted(kind == Kind.DELAYED ? "it is delayed" : "it came back", cause().words, status);
  }
}
