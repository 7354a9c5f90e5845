package dev.shortlist.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Keeps files by their content, in a folder only the user may enter.
///
/// A file has its final name when it is whole and on the disk. Equal contents are kept once.
public final class Storage {
  private static final Duration LEFT_BEHIND = Duration.ofDays(1);
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  private final Path folder;
  private final Path unfinished;

  /// @throws UncheckedIOException if the folder cannot be made or entered
  public Storage(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
    this.unfinished = this.folder.resolve("unfinished");
    try {
      Files.createDirectories(unfinished);
      Files.setPosixFilePermissions(this.folder, PosixFilePermissions.fromString("rwx------"));
      clear();
    } catch (IOException e) {
      throw new UncheckedIOException("the folder %s cannot be used".formatted(folder), e);
    }
  }

  /// Deletes what a process that was killed long ago left.
  private void clear() throws IOException {
    var lastUse = Files.getLastModifiedTime(unfinished).toInstant();
    var before = FileTime.from(lastUse.minus(LEFT_BEHIND));
    try (var files = Files.newDirectoryStream(unfinished)) {
      for (Path file : files) {
        if (Files.getLastModifiedTime(file).compareTo(before) < 0) {
          Files.deleteIfExists(file);
        }
      }
    } catch (NoSuchFileException e) {
      // another node finished it, or was quicker to delete it
    }
  }

  /// Keeps a copy of `file`, which is streamed.
  public StoredFile keep(Path file) throws IOException {
    try (var batch = batch()) {
      var stored = batch.add(file);
      batch.commit();
      return stored;
    }
  }

  /// Tries to write.
  ///
  /// @throws IOException if no file can be kept, as when the disk is full
  void requireWritable() throws IOException {
    Path trial = Files.createTempFile(unfinished, "", "");
    Files.write(trial, new byte[] {1});
    Files.delete(trial);
  }

  /// For files that are to be kept together.
  public StorageBatch batch() {
    return new StorageBatch(this);
  }

  /// The file that is kept as `hash`, after making sure that its bytes are still those.
  ///
  /// @throws NoSuchFileException if there is none
  /// @throws IOException if its content has changed, or it cannot be read
  public Path path(String hash) throws IOException {
    Path place = place(hash);
    var digest = sha256();
    try (var in = new DigestInputStream(Files.newInputStream(place), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    if (!HexFormat.of().formatHex(digest.digest()).equals(hash)) {
      throw new IOException("the stored file %s has changed on disk".formatted(hash));
    }
    return place;
  }

  /// The content that is kept as `hash`.
  public InputStream open(String hash) throws IOException {
    return Files.newInputStream(path(hash));
  }

  /// Removes files that nobody refers to.
  ///
  /// @param before how long they must have lain there; keeping a content again starts its time anew
  /// @param known which of some hashes somebody refers to
  /// @return how many were removed
  public int sweep(Instant before, Function<Collection<String>, Set<String>> known)
      throws IOException {
    return new Sweep(folder, unfinished, before, known).run();
  }

  /// Where a file may grow in pieces before it is kept; what is not touched for a day is deleted.
  public Path growing(UUID id) {
    return unfinished.resolve("growing-" + id);
  }

  Path folder() {
    return folder;
  }

  Path unfinished() {
    return unfinished;
  }

  Path place(String hash) {
    if (!HASH.matcher(hash).matches()) {
      throw new IllegalArgumentException("not a SHA-256 in lower-case hex: " + hash);
    }
    return shelf(hash).resolve(hash);
  }

  /// Two letters of the hash, so that no folder grows without end.
  private Path shelf(String hash) {
    return folder.resolve(hash.substring(0, 2));
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
