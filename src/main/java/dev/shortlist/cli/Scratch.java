package dev.shortlist.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/// A private folder that is gone when the command ends, also by Ctrl-C.
final class Scratch implements AutoCloseable {
  private final Path folder;
  private final Thread atExit = new Thread(this::delete);

  Scratch() {
    try {
      folder = Files.createTempDirectory("shortlist");
    } catch (IOException e) {
      throw new CouldNotRun(
          "cannot write to the folder for temporary files, %s: make room, or set TMPDIR"
              .formatted(System.getProperty("java.io.tmpdir")),
          e);
    }
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  Path folder() {
    return folder;
  }

  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(atExit);
    delete();
  }

  private void delete() {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      // The system's own cleaning takes what is left.
    }
  }
}
