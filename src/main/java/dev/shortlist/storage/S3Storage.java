package dev.shortlist.storage;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/// Keeps files in an S3 bucket: `files/` and the hash, below the prefix that is set.
///
/// Files on their way are in a folder of this machine, never in memory.
final class S3Storage implements Storage {
  static final String FILES = "files/";
  static final String GROWING = "growing/";
  private static final String TRIAL = "trial";
  private static final Duration LEFT_BEHIND = Duration.ofDays(1);
  private static final long TRIAL_NANOS = Duration.ofSeconds(30).toNanos();

  private final Bucket bucket;
  private final Path scratch;
  private volatile long tried = System.nanoTime() - TRIAL_NANOS;

  S3Storage(S3Settings settings, Path scratch) {
    this.bucket = new Bucket(settings);
    this.scratch = scratch;
  }

  @Override
  public StorageBatch batch() {
    return new S3Batch(bucket, scratch);
  }

  @Override
  public LocalFile borrow(String hash) throws IOException {
    var file = LocalFile.copy(scratch.resolve(UUID.randomUUID().toString()));
    try {
      bucket.get(FILES + StoredFile.requireHash(hash), file.path(), hash);
      return file;
    } catch (NoSuchFileException e) {
      file.close();
      throw new NoSuchFileException(hash, null, "is not in " + place());
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  @Override
  public void eachOld(Instant before, Consumer<List<String>> some) throws IOException {
    bucket.each(
        FILES,
        page -> {
          var old =
              page.stream()
                  .filter(kept -> kept.changed().isBefore(before))
                  .map(kept -> kept.key().substring(FILES.length()))
                  .filter(StoredFile::isHash)
                  .toList();
          some.accept(old);
        });
  }

  @Override
  public void delete(Collection<String> hashes) throws IOException {
    Together.each(hashes, hash -> bucket.delete(FILES + StoredFile.requireHash(hash)));
  }

  @Override
  public void dropUnfinished(Instant before) throws IOException {
    var old = before.minus(LEFT_BEHIND);
    bucket.each(
        GROWING,
        page -> {
          for (Bucket.Kept kept : page) {
            if (kept.changed().isBefore(old)) {
              bucket.delete(kept.key());
            }
          }
        });
    bucket.dropUnfinished(old);
  }

  @Override
  public Growing growing(UUID id) {
    return new GrowingObjects(bucket, scratch, id);
  }

  /// Asks at most twice a minute: each question costs, and every probe asks.
  @Override
  public void requireWritable() throws IOException {
    if (System.nanoTime() - tried >= TRIAL_NANOS) {
      bucket.put(TRIAL, new byte[] {1});
      tried = System.nanoTime();
    }
  }

  @Override
  public String place() {
    return bucket.place();
  }

  @Override
  public void close() {
    bucket.close();
  }
}
