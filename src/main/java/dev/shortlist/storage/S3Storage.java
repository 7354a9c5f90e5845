package dev.shortlist.storage;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

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
  public int sweep(Instant before, Function<Collection<String>, Set<String>> known)
      throws IOException {
    var removed = new int[1];
    bucket.each(FILES, page -> removed[0] += sweep(old(page, before), before, known));
    bucket.each(
        GROWING,
        page -> {
          for (String key : old(page, before.minus(LEFT_BEHIND)).values()) {
            bucket.delete(key);
          }
        });
    bucket.dropUnfinished(before.minus(LEFT_BEHIND));
    return removed[0];
  }

  private int sweep(
      Map<String, String> old, Instant before, Function<Collection<String>, Set<String>> known)
      throws IOException {
    if (old.isEmpty()) {
      return 0;
    }
    old.keySet().removeAll(known.apply(Set.copyOf(old.keySet())));
    int removed = 0;
    for (String key : old.values()) {
      var now = bucket.head(key);
      if (now != null && now.lastModified().isBefore(before)) { // not kept anew meanwhile
        bucket.delete(key);
        removed++;
      }
    }
    return removed;
  }

  /// Keys by what stands after the last slash.
  private static Map<String, String> old(Collection<Bucket.Kept> page, Instant before) {
    var old = new HashMap<String, String>();
    for (Bucket.Kept kept : page) {
      if (kept.changed().isBefore(before)) {
        old.put(kept.key().substring(kept.key().indexOf('/') + 1), kept.key());
      }
    }
    return old;
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
