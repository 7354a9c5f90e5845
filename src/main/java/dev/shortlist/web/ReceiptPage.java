package dev.shortlist.web;

import dev.shortlist.mail.Letterhead;
import dev.shortlist.opening.Arrival;
import dev.shortlist.opening.Fate;
import dev.shortlist.opening.Opening;

/// What somebody who applied keeps.
///
/// @param fate how far it is
/// @param open whether another file can be sent now
/// @param mailed whether a mail says the same
record ReceiptPage(
    Opening opening,
    Letterhead letterhead,
    Arrival arrival,
    Fate fate,
    boolean open,
    boolean mailed) {

  /// Whether a better file is wanted and can be sent.
  boolean asksAgain() {
    return fate == Fate.UNREADABLE && open;
  }
}
