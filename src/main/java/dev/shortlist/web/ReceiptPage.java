package dev.shortlist.web;

import dev.shortlist.mail.Letterhead;
import dev.shortlist.opening.Arrival;
import dev.shortlist.opening.Opening;

/// What somebody who applied keeps.
///
/// @param mailed whether a mail says the same
record ReceiptPage(Opening opening, Letterhead letterhead, Arrival arrival, boolean mailed) {}
