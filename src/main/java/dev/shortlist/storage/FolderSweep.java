package dev.shortlist.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// Removes files that nobody refers to, while other nodes may keep the same content anew.
///
/// @param before how long a file must have lain there
/// @param known which of some hashes somebody refers to
record FolderSweep(
    Path folder, Path unfinished, Instant before, Function<Collection<String>, Set<String>> known) {

  /// Says how many were removed.
  int run() throws IOException {
    int removed = 0;
    try (var shelves = Files.newDirectoryStream(folder)) {
      for (Path shelf : shelves) {
        if (!shelf.equals(unfinished)) {
          removed += run(shelf);
        }
      }
    }
    return removed;
  }

  private int run(Path shelf) throws IOException {
    var old = old(shelf);
    if (old.isEmpty()) {
      return 0;
    }
    old.keySet().removeAll(known.apply(Set.copyOf(old.keySet())));
    int removed = 0;
    for (Path file : old.values()) {
      removed += remove(file) ? 1 : 0;
    }
    return removed;
  }

  private Map<String, Path> old(Path shelf) throws IOException {
    var old = new HashMap<String, Path>();
    try (var files = Files.newDirectoryStream(shelf)) {
      for (Path file : files) {
        if (isOld(file)) {
          old.put(file.getFileName().toString(), file);
        }
      }
    }
    return old;
  }

  /// Takes it away first and looks again: it may be kept anew just now.
  private boolean remove(Path file) throws IOException {
    Path away = unfinished.resolve(file.getFileName() + ".away");
    try {
      Files.move(file, away, StandardCopyOption.ATOMIC_MOVE);
      if (isOld(away)) {
        return Files.deleteIfExists(away);
      }
      Files.move(away, file, StandardCopyOption.ATOMIC_MOVE);
      return false;
    } catch (NoSuchFileException e) {
      return false; // another node was quicker
    }
  }

  private boolean isOld(Path file) throws IOException {
    try {
      return Files.getLastModifiedTime(file).toInstant().isBefore(before);
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  /// Starts the time of a file anew; false if there is none.
  static boolean touched(Path file, FileTime now) throws IOException {
    try {
      Files.setLastModifiedTime(file, now);
      return true;
    } catch (NoSuchFileException e) {
      return false;
    }
  }
}
