package dev.shortlist.intake;

import dev.shortlist.screening.ApplicationId;
import dev.shortlist.text.Reason;

/// What became of one uploaded file, or of one entry of an uploaded ZIP.
public sealed interface Received {

  /// Where the file was found: `anna.pdf`, `cvs.zip/2026/anna.pdf`.
  String path();

  /// It is an application now.
  record Accepted(String path, ApplicationId application) implements Received {}

  /// The screening already has a file with the same content.
  ///
  /// @param application the application of that file
  /// @param original where that file was found
  record Duplicate(String path, ApplicationId application, String original) implements Received {}

  /// It is an application that needs review, and was not stored.
  record Refused(String path, ApplicationId application, Reason reason, String detail)
      implements Received {}

  /// A system file that is nobody's CV, such as `.DS_Store`.
  record Ignored(String path) implements Received {}
}
