package dev.shortlist.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/// Copies all files of a folder into a bucket, and reads each back. Begun again, it sends what is
/// missing only: once while the program runs, and once more when it stands still.
public final class Move {
  private static final int AT_ONCE = 1000;

  private final FolderStorage from;
  private final S3Settings settings;

  /// From a folder to the bucket of the settings.
  ///
  /// @throws IllegalArgumentException if no bucket is set
  public Move(FolderStorage from, S3Settings settings) {
    if (settings.bucket() == null) {
      throw new IllegalArgumentException("no bucket is set");
    }
    this.from = from;
    this.settings = settings;
  }

  /// What was moved. The folder stays as it was.
  ///
  /// @param sent files that were not in the bucket
  /// @param bytes of the files that were sent
  /// @param there files that were in the bucket already
  /// @param damaged files that are not what they were when they were kept; they are not sent
  public record Moved(long sent, long bytes, long there, List<String> damaged) {
    public Moved {
      damaged = List.copyOf(damaged);
    }
  }

  /// Copies and reads back.
  ///
  /// @throws StorageAway if the bucket does not answer; what was sent stays
  /// @throws IOException if the folder cannot be read
  public Moved run() throws IOException {
    try (var bucket = new Bucket(settings)) {
      var count = new Count(new AtomicLong(), new AtomicLong(), new AtomicLong());
      var damaged = Collections.synchronizedList(new ArrayList<String>());
      var some = new ArrayList<Path>();
      from.each(file -> {
        some.add(file);
        if (some.size() == AT_ONCE) {
          Together.each(some, one -> moveIfThere(one, bucket, count, damaged));
          some.clear();
        }
      });
      Together.each(some, one -> moveIfThere(one, bucket, count, damaged));
      return new Moved(count.sent().get(), count.bytes().get(), count.there().get(), damaged);
    }
  }

  /// Whoever still works in the folder may delete a file meanwhile.
  private void moveIfThere(Path file, Bucket bucket, Count count, List<String> damaged)
      throws IOException {
    try {
      move(file, bucket, count, damaged);
    } catch (IOException | UncheckedIOException e) {
      if (Files.exists(file)) {
        throw e;
      }
    }
  }

  private void move(Path file, Bucket bucket, Count count, List<String> damaged)
      throws IOException {
    String hash = "" + file.getFileName();
    var outgoing = Outgoing.of(file);
    if (!outgoing.stored().hash().equals(hash)) {
      damaged.add(hash);
      return;
    }
    String key = S3Storage.FILES + hash;
    var there = bucket.head(key);
    if (there == null || there.contentLength() != outgoing.stored().bytes()) {
      outgoing.send(bucket, key);
      count.sent().incrementAndGet();
      count.bytes().addAndGet(outgoing.stored().bytes());
    } else {
      count.there().incrementAndGet();
    }
    verify(bucket, key, hash);
  }

  private void verify(Bucket bucket, String key, String hash) throws IOException {
    Path copy = from.unfinished().resolve(UUID.randomUUID().toString());
    try {
      bucket.get(key, copy, hash);
    } finally {
      Files.deleteIfExists(copy);
    }
  }

  private record Count(AtomicLong sent, AtomicLong bytes, AtomicLong there) {}
}
