package dev.shortlist.storage;

import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Grows in the folder, which all nodes see.
record GrowingFile(Path place) implements Growing {

  @Override
  public void write(long offset, Path piece) throws IOException {
    try (var to = FileChannel.open(place, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var from = FileChannel.open(piece)) {
      to.truncate(offset);
      long size = from.size();
      for (long done = 0; done < size; ) {
        done += to.transferFrom(from.position(done), offset + done, size - done);
      }
      to.force(true);
    }
  }

  @Override
  public LocalFile whole(long bytes) throws IOException {
    if (Files.size(place) < bytes) {
      throw new EOFException("%d bytes should be there".formatted(bytes));
    }
    return LocalFile.itself(place);
  }

  @Override
  public void drop() throws IOException {
    Files.deleteIfExists(place);
  }
}
