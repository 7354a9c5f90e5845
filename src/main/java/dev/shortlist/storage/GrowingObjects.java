package dev.shortlist.storage;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Grows as one object for each piece; its key ends with where it begins, how long it is and what
/// it sums up to.
record GrowingObjects(Bucket bucket, Path scratch, UUID id) implements Growing {

  @Override
  public void write(long offset, Path piece) throws IOException {
    var file = Outgoing.of(piece);
    var before = pieces().stream().filter(one -> one.offset() >= offset).toList();
    var now = new Piece(offset, file.stored());
    file.send(bucket, now.key(start()));
    for (Piece one : before) {
      if (!one.equals(now)) {
        bucket.delete(one.key(start()));
      }
    }
  }

  @Override
  public LocalFile whole(long bytes) throws IOException {
    var whole = LocalFile.copy(scratch.resolve(UUID.randomUUID().toString()));
    try {
      long arrived = 0;
      Files.createFile(whole.path());
      for (Piece piece : pieces()) {
        if (piece.offset() == arrived && arrived < bytes) {
          append(piece, whole.path());
          arrived += piece.file().bytes();
        }
      }
      if (arrived < bytes) {
        throw new EOFException("%d of %d bytes are there".formatted(arrived, bytes));
      }
      return whole;
    } catch (IOException | RuntimeException e) {
      whole.close();
      throw e;
    }
  }

  private void append(Piece piece, Path whole) throws IOException {
    try (var part = LocalFile.copy(scratch.resolve(UUID.randomUUID().toString()))) {
      bucket.get(piece.key(start()), part.path(), piece.file().hash());
      try (var out = Files.newOutputStream(whole, StandardOpenOption.APPEND)) {
        Files.copy(part.path(), out);
      }
    }
  }

  @Override
  public void drop() throws IOException {
    for (Piece piece : pieces()) {
      bucket.delete(piece.key(start()));
    }
  }

  private List<Piece> pieces() throws IOException {
    var pieces = new ArrayList<Piece>();
    bucket.each(start(), page -> page.forEach(one -> pieces.add(Piece.of(one.key()))));
    return pieces;
  }

  private String start() {
    return S3Storage.GROWING + id + "/";
  }

  private record Piece(long offset, StoredFile file) {
    static Piece of(String key) {
      var parts = key.substring(key.lastIndexOf('/') + 1).split("-", 3);
      return new Piece(
          Long.parseLong(parts[0]), new StoredFile(parts[2], Long.parseLong(parts[1])));
    }

    /// Keys are in the order of their letters, so offsets have their zeros.
    String key(String start) {
      return "%s%019d-%d-%s".formatted(start, offset, file.bytes(), file.hash());
    }
  }
}
