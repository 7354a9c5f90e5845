package dev.shortlist.intake;

import dev.shortlist.storage.Digests;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.util.Objects;

/// A file in the watched folder.
///
/// @param root the account's folder, without links
/// @param path below it
record WatchedFile(Path root, Path path) {
  static final String DONE = "done";
  static final String REJECTED = "rejected";

  /// Name of the sub-folder it lies in; empty when it lies in none.
  String folder() {
    var way = root.relativize(path);
    return way.getNameCount() < 2 ? "" : way.getName(0).toString();
  }

  /// Its way from that sub-folder.
  String name() {
    var way = root.relativize(path);
    return way.getNameCount() < 2
        ? way.toString()
        : way.subpath(1, way.getNameCount()).toString().replace('\\', '/');
  }

  /// Copies it, so that nobody can change it while it is read, and not through a link.
  ///
  /// @param most bytes
  /// @return the copy's SHA-256
  /// @throws Refused if it is not to be read
  String copy(Path target, long most) throws IOException {
    if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
      throw new Refused("it is no plain file, or a link: put the file itself here");
    }
    Path folder = path.getParent();
    if (folder == null || !folder.toRealPath().equals(folder)) {
      throw new Refused("its folder is a link: put the files themselves here");
    }
    var digest = Digests.sha256();
    try (var in = Files.newInputStream(path, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
        var out = new DigestOutputStream(Files.newOutputStream(target), digest)) {
      if (copyAtMost(in, out, most) > most) {
        throw new Refused(
            "it is longer than %d MB: split it, or have the operator raise SHORTLIST_WATCH_MOST"
                .formatted(most >> 20));
      }
    }
    return Digests.hex(digest);
  }

  /// Moves it aside, beside what was moved there under its name before.
  ///
  /// @return where it is now
  Path moveTo(String aside) throws IOException {
    var target = root.resolve(aside).resolve(root.relativize(path));
    var folder = Files.createDirectories(Objects.requireNonNull(target.getParent()));
    if (!folder.toRealPath().startsWith(root)) {
      throw new IOException("the folder %s leads elsewhere".formatted(aside));
    }
    var free = target;
    for (int i = 2; Files.exists(free, LinkOption.NOFOLLOW_LINKS); i++) {
      free = target.resolveSibling(numbered(String.valueOf(target.getFileName()), i));
    }
    return Files.move(path, free, StandardCopyOption.ATOMIC_MOVE);
  }

  /// `ann (2).pdf`.
  private static String numbered(String name, int number) {
    int dot = name.lastIndexOf('.');
    return dot <= 0
        ? "%s (%d)".formatted(name, number)
        : "%s (%d)%s".formatted(name.substring(0, dot), number, name.substring(dot));
  }

  /// Copies as much as may be.
  ///
  /// @return bytes copied, more than `most` when there are more
  private static long copyAtMost(InputStream in, OutputStream out, long most) throws IOException {
    var buffer = new byte[1 << 16];
    long copied = 0;
    for (int read = in.read(buffer); read >= 0 && copied <= most; read = in.read(buffer)) {
      out.write(buffer, 0, read);
      copied += read;
    }
    return copied;
  }

  /// Why a file is not taken in, for whoever put it there.
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    Refused(String message) {
      super(message);
    }

    @Override
    public String getMessage() {
      return String.valueOf(super.getMessage());
    }
  }
}
