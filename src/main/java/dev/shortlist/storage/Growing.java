package dev.shortlist.storage;

import java.io.IOException;
import java.nio.file.Path;

/// A file that arrives in pieces, on any node. Somebody else remembers how much arrived.
public interface Growing {

  /// Puts a piece where `offset` bytes end; what an attempt before left there is written over.
  void write(long offset, Path piece) throws IOException;

  /// The first `bytes` as one file.
  ///
  /// @throws IOException if they are not all there
  LocalFile whole(long bytes) throws IOException;

  /// Deletes all pieces.
  void drop() throws IOException;
}
