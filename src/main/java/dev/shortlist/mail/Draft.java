package dev.shortlist.mail;

import dev.shortlist.screening.ApplicationId;
import java.util.List;

/// A mail as it would be sent to one candidate.
///
/// @param number what the application is called while its name is hidden
/// @param shown whether name and address may be seen; else they are covered here, and right in the
///   mail
/// @param recipient empty when no address is known
/// @param hindrances why it cannot be sent, none when it can
public record Draft(
    ApplicationId application,
    int number,
    boolean shown,
    String recipient,
    String subject,
    String body,
    List<Hindrance> hindrances) {
  public Draft {
    hindrances = List.copyOf(hindrances);
  }

  /// Whether it can be sent.
  public boolean isReady() {
    return hindrances.isEmpty();
  }

  /// Why a mail cannot be sent.
  public enum Hindrance {
    /// The CV is not read yet, or cannot be.
    NOT_READ,
    NO_ADDRESS,
    NO_NAME,
    /// The account has not said who writes.
    NO_LETTERHEAD,
    /// A rejection that no person decided.
    NOT_REJECTED,
    /// A person rejected the application.
    REJECTED,
    /// One of its kind waits already.
    WAITS
  }
}
