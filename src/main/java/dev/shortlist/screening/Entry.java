package dev.shortlist.screening;

import dev.shortlist.text.Reason;

/// An application as it enters a screening.
public sealed interface Entry {
  ApplicationId id();

  /// Where its file was found: `anna.pdf`, `cvs.zip/2026/anna.pdf`.
  String file();

  /// One whose file is kept and is to be read.
  ///
  /// @param documentHash SHA-256 of its file
  record Kept(ApplicationId id, String file, String documentHash) implements Entry {}

  /// One whose file was refused unread: it needs review.
  record Refused(ApplicationId id, String file, Reason reason, String detail) implements Entry {}
}
