package dev.shortlist.text;

import java.nio.file.Path;

/// A file that [FileFinder] came upon: every one is accounted for.
public sealed interface FoundFile {

  /// Name for people: `cvs/ann.pdf` in a folder, `cvs.zip/2026/ann.pdf` in an archive; without
  /// control characters.
  String path();

  /// A file to be read.
  ///
  /// @param file where its bytes are; of an archive's file only until the consumer returns
  /// @param bytes its size, at least 1
  @SuppressWarnings("AvoidCommonTypeNames") // a name of the agreement, never used unqualified
  record Readable(String path, Path file, long bytes) implements FoundFile {}

  /// A file, or a whole archive or folder, that is not opened.
  ///
  /// @param detail what was found, for a person; may be empty
  record Refused(String path, Reason reason, String detail) implements FoundFile {}

  /// A file that systems leave behind, such as `.DS_Store`: nobody's CV.
  record Ignored(String path) implements FoundFile {}
}
