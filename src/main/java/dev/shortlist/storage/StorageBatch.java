package dev.shortlist.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/// Files that are kept together: written one after the other, and then made safe all at once, which
/// takes a thousand files as long as a few.
///
/// Until [#commit] nothing is kept; what is not committed is deleted at the end.
public interface StorageBatch extends AutoCloseable {

  /// Copies `file`, which may be deleted afterwards.
  default StoredFile add(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return add(in);
    }
  }

  /// Copies what `bytes` gives up to its end.
  StoredFile add(InputStream bytes) throws IOException;

  /// How many files are added and not committed.
  int size();

  /// What the files that are added and not committed will be called by.
  Set<String> hashes();

  /// Keeps all files that were added: they survive a crash from now on.
  void commit() throws IOException;

  /// Deletes what is not kept.
  @Override
  void close() throws IOException;
}
