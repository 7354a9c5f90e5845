package dev.shortlist.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.URL;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/// PostgreSQL's programs, unpacked from the class path into a folder only the user may enter.
///
/// @param folder what holds `bin`, `lib` and `share`
record PostgresBinaries(Path folder) {
  private static final String UNPACKING = ".unpacking-";
  private static final Pattern VERSION = Pattern.compile("-(\\d+(?:\\.\\d+)+)\\.jar");

  Path program(String name) {
    return folder.resolve("bin").resolve(name);
  }

  /// Unpacks the programs below `parent` unless they are there.
  ///
  /// A folder with its final name is whole: it gets the name when everything is in it. The caller
  /// holds the lock of `parent`, so what is left half unpacked is nobody's.
  static PostgresBinaries unpack(Path parent) throws IOException {
    URL archive = archive();
    Path folder = parent.resolve("postgresql-" + version(archive));
    if (Files.isDirectory(folder)) {
      return new PostgresBinaries(folder);
    }
    try (var leftovers = Files.newDirectoryStream(parent, UNPACKING + "*")) {
      for (Path leftover : leftovers) {
        delete(leftover);
      }
    }
    Path unpacking = Files.createTempDirectory(parent, UNPACKING);
    try (var tar =
        new TarArchiveInputStream(
            new XZInputStream(new BufferedInputStream(archive.openStream())))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpack(tar, entry, unpacking);
      }
    }
    Files.move(unpacking, folder, StandardCopyOption.ATOMIC_MOVE);
    return new PostgresBinaries(folder);
  }

  private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path root)
      throws IOException {
    Path target = root.resolve(entry.getName()).normalize();
    if (!target.startsWith(root)) {
      throw new IOException("the archive of PostgreSQL leaves its folder: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, target);
    boolean program = (entry.getMode() & 0100) != 0;
    Files.setPosixFilePermissions(
        target, PosixFilePermissions.fromString(program ? "rwx------" : "rw-------"));
  }

  private static URL archive() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    @Nullable URL archive =
        PostgresBinaries.class.getResource(
            "/postgres-%s-%s.txz"
                .formatted(
                    system.startsWith("mac") ? "darwin" : system.split(" ", 2)[0],
                    machine.equals("aarch64") ? "arm_64" : machine.replace("amd64", "x86_64")));
    if (archive == null) {
      throw new DatabaseUnusable(
          "there is no embedded PostgreSQL for %s on %s: set SHORTLIST_DATABASE_URL to a PostgreSQL 15 or newer"
              .formatted(system, machine));
    }
    return archive;
  }

  /// Version in the name of the jar, else the archive's size, which changes with it.
  private static String version(URL archive) throws IOException {
    var matcher = VERSION.matcher(archive.toString());
    return matcher.find()
        ? matcher.group(1)
        : Long.toString(archive.openConnection().getContentLengthLong());
  }

  static void delete(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
