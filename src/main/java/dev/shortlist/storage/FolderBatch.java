package dev.shortlist.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/// Writes to the folder; the disk is asked to keep all files at once.
final class FolderBatch implements StorageBatch {
  private static final int SYNCS_AT_ONCE = 128;

  private final FolderStorage storage;
  private final List<Copy> copies = new ArrayList<>();

  FolderBatch(FolderStorage storage) {
    this.storage = storage;
  }

  @Override
  public StoredFile add(InputStream bytes) throws IOException {
    // Its own name instead of a temporary file that is replaced: each name costs the disk.
    Path copy = storage.unfinished().resolve(UUID.randomUUID().toString());
    var digest = Digests.sha256();
    long length;
    try (var out = Files.newOutputStream(copy, StandardOpenOption.CREATE_NEW)) {
      length = new DigestInputStream(bytes, digest).transferTo(out);
    } catch (IOException e) {
      Files.deleteIfExists(copy);
      throw e;
    }
    var stored = new StoredFile(Digests.hex(digest), length);
    copies.add(new Copy(copy, stored.hash()));
    return stored;
  }

  @Override
  public int size() {
    return copies.size();
  }

  @Override
  public Set<String> hashes() {
    return copies.stream().map(Copy::hash).collect(Collectors.toSet());
  }

  @Override
  public void commit() throws IOException {
    var shelves = new TreeSet<Path>();
    var missing = new LinkedHashSet<Copy>();
    for (Copy copy : copies) {
      Path place = storage.place(copy.hash());
      shelves.add(place.getParent());
      if (!touched(place, Files.getLastModifiedTime(copy.file()))) {
        missing.add(copy);
      }
    }
    sync(missing.stream().map(Copy::file).toList(), StandardOpenOption.WRITE);
    for (Path shelf : shelves) {
      Files.createDirectories(shelf);
    }
    for (Copy copy : missing) {
      Files.move(copy.file(), storage.place(copy.hash()), StandardCopyOption.ATOMIC_MOVE);
    }
    copies.removeAll(missing);
    // Also those of files that were there: who moved them may not have come to this point yet.
    shelves.add(storage.folder());
    sync(shelves, StandardOpenOption.READ);
    close();
  }

  @Override
  public void close() throws IOException {
    for (Copy copy : copies) {
      Files.deleteIfExists(copy.file());
    }
    copies.clear();
  }

  /// The disk takes syncs that come together in one go.
  private static void sync(Collection<Path> paths, StandardOpenOption mode) throws IOException {
    if (paths.size() <= 1) {
      for (Path path : paths) {
        sync(path, mode);
      }
      return;
    }
    try (var threads = Executors.newFixedThreadPool(Math.min(SYNCS_AT_ONCE, paths.size()))) {
      var syncs = new ArrayList<Future<?>>();
      for (Path path : paths) {
        syncs.add(
            threads.submit(() -> {
              sync(path, mode);
              return path;
            }));
      }
      for (Future<?> sync : syncs) {
        await(sync);
      }
    }
  }

  private static void await(Future<?> sync) throws IOException {
    try {
      sync.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while files were written", e);
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case IOException io -> throw io;
        case UncheckedIOException io -> throw io.getCause();
        case null, default -> throw new IOException(e);
      }
    }
  }

  private static void sync(Path path, StandardOpenOption mode) throws IOException {
    try (var channel = FileChannel.open(path, mode)) {
      channel.force(true);
    }
  }

  /// Starts the time of a file anew; false if there is none.
  private static boolean touched(Path file, FileTime now) throws IOException {
    try {
      Files.setLastModifiedTime(file, now);
      return true;
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  private record Copy(Path file, String hash) {}
}
