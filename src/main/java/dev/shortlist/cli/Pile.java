package dev.shortlist.cli;

import dev.shortlist.text.FileFinder;
import dev.shortlist.text.FoundFile;
import dev.shortlist.text.Limits;
import dev.shortlist.text.Reason;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// Every file that the paths of a command line hold, in the order they were found.
///
/// @param ignored number of files that systems leave behind, such as `.DS_Store`
record Pile(List<Item> items, int ignored) {
  Pile {
    items = List.copyOf(items);
  }

  /// One file, which ends up in exactly one place of the output.
  sealed interface Item {
    String path();
  }

  /// A file to be read.
  ///
  /// @param hash SHA-256 of its bytes, in hexadecimal
  record Fresh(String path, Path file, String hash) implements Item {}

  /// A file with the same bytes as an earlier one.
  record Copy(String path, String hash) implements Item {}

  /// A file that is not opened.
  record Refused(String path, Reason reason, String detail) implements Item {}

  /// Looks for files in `paths`; those inside archives are kept in `scratch`.
  static Pile of(List<Path> paths, Limits limits, Path scratch) {
    return new Collector(limits, scratch).collect(paths);
  }

  List<Fresh> fresh() {
    return items.stream().filter(Fresh.class::isInstance).map(Fresh.class::cast).toList();
  }

  /// The name of each item as a person finds it again: its file name where no other item has it,
  /// else its path.
  Map<Item, String> names() {
    var counts = new HashMap<String, Integer>();
    items.forEach(item -> counts.merge(fileName(item.path()), 1, Integer::sum));
    var names = new HashMap<Item, String>();
    for (var item : items) {
      var name = fileName(item.path());
      names.put(item, counts.getOrDefault(name, 0) == 1 ? name : item.path());
    }
    return names;
  }

  static String fileName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static final class Collector {
    private final FileFinder finder;
    private final Path unpacked;
    private final Path kept;
    private final List<Item> items = new ArrayList<>();
    private final Map<String, Fresh> byHash = new HashMap<>();
    private int ignored;

    Collector(Limits limits, Path scratch) {
      unpacked = scratch.resolve("unpacked");
      kept = scratch.resolve("kept");
      finder = new FileFinder(limits, unpacked);
    }

    Pile collect(List<Path> paths) {
      try {
        Files.createDirectories(kept);
      } catch (IOException e) {
        throw new CouldNotRun("cannot write to " + kept, e);
      }
      for (var path : paths) {
        finder.find(path.normalize().toString(), path, this::add);
      }
      return new Pile(items, ignored);
    }

    private void add(FoundFile found) {
      switch (found) {
        case FoundFile.Readable(var path, var file, _) -> items.add(readable(path, file));
        case FoundFile.Refused(var path, var reason, var detail) ->
            items.add(new Refused(path, reason, detail));
        case FoundFile.Ignored _ -> ignored++;
      }
    }

    private Item readable(String path, Path file) {
      try {
        var hash = hash(file);
        if (byHash.containsKey(hash)) {
          return new Copy(path, hash);
        }
        var fresh = new Fresh(path, keep(file, hash), hash);
        byHash.put(hash, fresh);
        return fresh;
      } catch (IOException e) {
        return new Refused(path, Reason.UNREADABLE, "it cannot be opened");
      }
    }

    // The finder deletes what it unpacked as soon as it has shown it.
    private Path keep(Path file, String hash) throws IOException {
      return file.startsWith(unpacked) ? Files.move(file, kept.resolve(hash)) : file;
    }

    private static String hash(Path file) throws IOException {
      try (var in = new DigestInputStream(Files.newInputStream(file), sha256())) {
        in.transferTo(OutputStream.nullOutputStream());
        return HexFormat.of().formatHex(in.getMessageDigest().digest());
      }
    }

    private static MessageDigest sha256() {
      try {
        return MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every JVM has SHA-256", e);
      }
    }
  }
}
