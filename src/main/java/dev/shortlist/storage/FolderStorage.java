package dev.shortlist.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Keeps files in a folder only the user may enter.
public final class FolderStorage implements Storage {
  private static final Duration LEFT_BEHIND = Duration.ofDays(1);
  private static final Pattern SHELF = Pattern.compile("[0-9a-f]{2}");

  private final Path folder;
  private final Path unfinished;

  FolderStorage(Path folder) {
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
    clear(Files.getLastModifiedTime(unfinished).toInstant().minus(LEFT_BEHIND));
  }

  private void clear(Instant before) throws IOException {
    try (var files = Files.newDirectoryStream(unfinished)) {
      for (Path file : files) {
        if (isOld(file, before)) {
          Files.deleteIfExists(file);
        }
      }
    } catch (NoSuchFileException e) {
      // another node finished it, or was quicker to delete it
    }
  }

  @Override
  public void requireWritable() throws IOException {
    Path trial = Files.createTempFile(unfinished, "", "");
    Files.write(trial, new byte[] {1});
    Files.delete(trial);
  }

  @Override
  public StorageBatch batch() {
    return new FolderBatch(this);
  }

  @Override
  public LocalFile borrow(String hash) throws IOException {
    Path place = place(hash);
    String found;
    try {
      found = Digests.sha256(place);
    } catch (NoSuchFileException e) {
      requireFolder(e);
      throw e;
    }
    if (!found.equals(hash)) {
      throw new IOException("the stored file %s has changed on disk".formatted(hash));
    }
    return LocalFile.itself(place);
  }

  /// A share that is not mounted looks like a folder without files.
  private void requireFolder(NoSuchFileException e) throws StorageAway {
    if (!Files.isDirectory(unfinished)) {
      throw new StorageAway("the folder %s is not there: mount it".formatted(folder), e);
    }
  }

  @Override
  public void eachOld(Instant before, Consumer<List<String>> some) throws IOException {
    for (Path shelf : shelves()) {
      var old = new ArrayList<String>();
      for (Path file : sorted(shelf)) {
        if (StoredFile.isHash("" + file.getFileName()) && isOld(file, before)) {
          old.add("" + file.getFileName());
        }
      }
      some.accept(old);
    }
  }

  private static boolean isOld(Path file, Instant before) throws IOException {
    try {
      return Files.getLastModifiedTime(file).toInstant().isBefore(before);
    } catch (NoSuchFileException e) {
      return false; // another node was quicker to delete it
    }
  }

  @Override
  public void delete(Collection<String> hashes) throws IOException {
    for (String hash : hashes) {
      Files.deleteIfExists(place(hash));
    }
  }

  @Override
  public void dropUnfinished(Instant before) throws IOException {
    clear(before.minus(LEFT_BEHIND));
  }

  @Override
  public Growing growing(UUID id) {
    return new GrowingFile(unfinished.resolve("growing-" + id));
  }

  @Override
  public String place() {
    return "the folder " + folder;
  }

  /// Each file that is kept, in the order of their hashes.
  void each(FileVisit visit) throws IOException {
    for (Path shelf : shelves()) {
      for (Path file : sorted(shelf)) {
        visit.visit(file);
      }
    }
  }

  /// Others may put things beside them: a disk of its own has its `lost+found`.
  private List<Path> shelves() throws IOException {
    return sorted(folder).stream()
        .filter(place -> SHELF.matcher("" + place.getFileName()).matches())
        .filter(Files::isDirectory)
        .toList();
  }

  private static List<Path> sorted(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  @FunctionalInterface
  interface FileVisit {
    void visit(Path file) throws IOException;
  }

  Path folder() {
    return folder;
  }

  Path unfinished() {
    return unfinished;
  }

  Path place(String hash) {
    return shelf(StoredFile.requireHash(hash)).resolve(hash);
  }

  /// Two letters of the hash, so that no folder grows without end.
  private Path shelf(String hash) {
    return folder.resolve(hash.substring(0, 2));
  }
}
