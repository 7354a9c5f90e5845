package dev.shortlist.text;

import java.time.Duration;

/// How much one file, and one archive, may cost.
///
/// @param fileBytes size of one file, packed in an archive or not
/// @param time wall time to read one file; the child process is then killed
/// @param processor processor time to read one file; the child process is then killed
/// @param heapMegabytes heap of one child process
/// @param pages pages read of one file; the rest is left out with a notice
/// @param characters characters kept of one file; the rest is left out with a notice
/// @param filesPerChild files after which a child process is replaced by a fresh one
/// @param archiveEntries files in one archive
/// @param archiveBytes unpacked size of one archive, all files together
/// @param archiveRatio unpacked to packed size of one file; counted from one megabyte on
public record Limits(
    long fileBytes,
    Duration time,
    Duration processor,
    int heapMegabytes,
    int pages,
    int characters,
    int filesPerChild,
    int archiveEntries,
    long archiveBytes,
    int archiveRatio) {
  private static final long MEGABYTE = 1L << 20;

  public Limits {
    if (fileBytes < 1 || fileBytes > Integer.MAX_VALUE - 64) {
      throw new IllegalArgumentException("file size limit must be 1 byte to 2 GB: " + fileBytes);
    }
    if (time.toMillis() < 1 || processor.toMillis() < 1 || heapMegabytes < 32) {
      throw new IllegalArgumentException(
          "a child needs time and 32 MB of heap: %s, %s, %d MB"
              .formatted(time, processor, heapMegabytes));
    }
    if (pages < 1 || characters < 1 || filesPerChild < 1) {
      throw new IllegalArgumentException(
          "pages, characters, files per child must be positive: %d, %d, %d"
              .formatted(pages, characters, filesPerChild));
    }
    if (archiveEntries < 1 || archiveBytes < 1 || archiveRatio < 1) {
      throw new IllegalArgumentException(
          "archive limits must be positive: %d, %d, %d"
              .formatted(archiveEntries, archiveBytes, archiveRatio));
    }
  }

  /// 25 MB, 30 s, 20 s of processor time, 384 MB of heap, 100 pages and 1,000,000 characters a
  /// file, 400 files a child; 10,000 files, 4 GB and a ratio of 100 in an archive.
  public static Limits standard() {
    return new Limits(
        25 * MEGABYTE,
        Duration.ofSeconds(30),
        Duration.ofSeconds(20),
        384,
        100,
        1_000_000,
        400,
        10_000,
        4096 * MEGABYTE,
        100);
  }
}
