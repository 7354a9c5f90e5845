package dev.shortlist.intake;

import dev.shortlist.accounts.AccessSettings;
import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.Accounts;
import dev.shortlist.accounts.InsufficientCredits;
import dev.shortlist.tasks.QueueFull;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Looks for files in the watched folder and hands those that are whole to be taken in. Its
/// sub-folders are named after screenings and job descriptions; where people sign in, one
/// sub-folder for each account holds these.
///
/// Run on one node at a time. What a file looked like before is known to the node that looked.
@Component
class WatchedFolder {
  private static final int DEEPEST = 8;
  private static final int AT_ONCE = 500;
  private static final Set<String> OURS = Set.of(WatchedFile.DONE, WatchedFile.REJECTED);
  private static final List<String> PARTIAL =
      List.of(".part", ".tmp", ".temp", ".filepart", ".crdownload", ".download", ".partial");
  private static final Logger log = LoggerFactory.getLogger(WatchedFolder.class);

  private final WatchSettings settings;
  private final AccessSettings access;
  private final Accounts accounts;
  private final WatchedFiles taking;
  private final Clock clock;
  private final Map<Path, Seen> seen = new ConcurrentHashMap<>();

  WatchedFolder(
      WatchSettings settings,
      AccessSettings access,
      Accounts accounts,
      WatchedFiles taking,
      Clock clock) {
    this.settings = settings;
    this.access = access;
    this.accounts = accounts;
    this.taking = taking;
    this.clock = clock;
  }

  /// What a file looked like.
  ///
  /// @param since when it was first seen like this
  private record Seen(long bytes, Instant changed, Instant since) {}

  /// Takes in what is whole. What cannot be taken in now stays for the next look.
  void look() {
    Path folder = settings.folder();
    if (folder == null) {
      return;
    }
    try {
      var root = folder.toRealPath();
      var present = new HashSet<Path>();
      if (access.signIn()) {
        for (Path one : folders(root)) {
          accounts.find(name(one)).ifPresent(account -> look(account, one, present));
        }
      } else {
        look(accounts.local(), root, present);
      }
      seen.keySet().retainAll(present);
    } catch (IOException | UncheckedIOException e) {
      log.warn(
          "the watched folder cannot be read: see SHORTLIST_WATCH_FOLDER cause={}",
          "" + e.getMessage());
    }
  }

  private void look(AccountId account, Path root, Set<Path> present) {
    var files = files(root);
    present.addAll(files);
    taking.forgetOthers(account, root, files);
    try {
      files.stream()
          .filter(this::isWhole)
          .limit(AT_ONCE)
          .forEach(file -> taking.take(account, new WatchedFile(root, file)));
    } catch (QueueFull | InsufficientCredits | UploadLimitReached | UncheckedIOException e) {
      log.warn(
          "files in the watched folder wait account={} cause={}", account, "" + e.getMessage());
    }
  }

  private boolean isWhole(Path file) {
    var now = clock.instant();
    var attributes = attributes(file);
    if (attributes == null) {
      return false; // gone meanwhile
    }
    var changed = attributes.lastModifiedTime().toInstant();
    var before = seen.get(file);
    if (before == null
        || before.bytes() != attributes.size()
        || !before.changed().equals(changed)) {
      seen.put(file, new Seen(attributes.size(), changed, now));
      return settings.settle().isZero();
    }
    return !before.since().plus(settings.settle()).isAfter(now);
  }

  private static @Nullable BasicFileAttributes attributes(Path file) {
    try {
      return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    } catch (IOException e) {
      return null;
    }
  }

  /// All that is no folder, in order of names; no link is followed.
  private static List<Path> files(Path root) {
    var found = new ArrayList<Path>();
    try (var top = Files.list(root)) {
      for (Path one : top.filter(WatchedFolder::isTheirs).sorted().toList()) {
        if (!OURS.contains(name(one))) {
          try (Stream<Path> below = Files.walk(one, DEEPEST, new FileVisitOption[0])) {
            below
                .filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
                .filter(file -> isTheirs(root, file))
                .sorted()
                .forEach(found::add);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  private static List<Path> folders(Path root) throws IOException {
    try (var all = Files.list(root)) {
      return all.filter(one -> Files.isDirectory(one, LinkOption.NOFOLLOW_LINKS))
          .filter(WatchedFolder::isTheirs)
          .sorted()
          .toList();
    }
  }

  private static boolean isTheirs(Path root, Path file) {
    for (Path part : root.relativize(file)) {
      if (!isTheirs(part)) {
        return false;
      }
    }
    return true;
  }

  /// Hidden files and those that programs are still writing are left alone.
  private static boolean isTheirs(Path path) {
    String name = name(path).toLowerCase(Locale.ROOT);
    return !name.startsWith(".")
        && !name.startsWith("~$")
        && PARTIAL.stream().noneMatch(name::endsWith);
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }
}
