package dev.shortlist.storage;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// A stored file as one of this machine, until it is closed.
public final class LocalFile implements AutoCloseable {
  private final Path path;
  private final boolean copy;

  private LocalFile(Path path, boolean copy) {
    this.path = path;
    this.copy = copy;
  }

  /// The stored file itself.
  static LocalFile itself(Path path) {
    return new LocalFile(path, false);
  }

  /// A copy, which goes when it is closed.
  static LocalFile copy(Path path) {
    return new LocalFile(path, true);
  }

  /// Where it is.
  public Path path() {
    return path;
  }

  /// Its bytes; closing them closes the file.
  InputStream open() throws IOException {
    return new FilterInputStream(Files.newInputStream(path)) {
      @Override
      public void close() throws IOException {
        super.close();
        LocalFile.this.close();
      }
    };
  }

  @Override
  public void close() throws IOException {
    if (copy) {
      Files.deleteIfExists(path);
    }
  }
}
