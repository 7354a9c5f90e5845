package dev.shortlist.report;

import dev.shortlist.text.Reason;

/// A file in the review tray: it was not read, so it has no score.
///
/// @param file name as a person finds it again
/// @param detail what was found, for a person; may be empty
public record Unread(String file, Reason reason, String detail) {

  /// Why, and what was found.
  public String why() {
    return detail.isEmpty() ? reason.meaning() : reason.meaning() + ": " + detail;
  }
}
