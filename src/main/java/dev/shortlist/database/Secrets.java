package dev.shortlist.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/// The passwords of the embedded database, made once, in a file only the user may read.
record Secrets(String superuser, String owner, String application) {

  static Secrets in(Path file) throws IOException {
    if (!Files.exists(file)) {
      create(file);
    }
    var passwords = new Properties();
    try (var in = Files.newBufferedReader(file)) {
      passwords.load(in);
    }
    return new Secrets(
        password(passwords, "superuser", file),
        password(passwords, "owner", file),
        password(passwords, "application", file));
  }

  private static void create(Path file) throws IOException {
    var random = new SecureRandom();
    Path unfinished = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(unfinished);
    Files.createFile(
        unfinished,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(
        unfinished,
        "superuser=%s\nowner=%s\napplication=%s\n"
            .formatted(password(random), password(random), password(random)),
        StandardOpenOption.SYNC);
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static String password(SecureRandom random) {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String password(Properties passwords, String role, Path file) {
    String password = passwords.getProperty(role);
    if (password == null || password.isEmpty()) {
      throw new UncheckedIOException(
          new IOException("%s has no password for %s".formatted(file, role)));
    }
    return password;
  }

  /// Without the passwords, which must not reach a log.
  @Override
  public String toString() {
    return "Secrets";
  }
}
