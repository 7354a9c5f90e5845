package dev.shortlist.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/// A file the command line names.
final class GivenFile {
  private GivenFile() {}

  /// @throws CouldNotRun if there is something there already
  static Path toWrite(Path file) {
    if (Files.exists(file)) {
      throw new CouldNotRun("%s exists: name a file that does not".formatted(file));
    }
    return file;
  }

  /// @throws CouldNotRun if nobody can read it
  static Path toRead(Path file) {
    if (!Files.isReadable(file)) {
      throw new CouldNotRun("%s is not there or cannot be read".formatted(file));
    }
    return file;
  }
}
