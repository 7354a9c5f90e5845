package dev.shortlist.database;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;

/// Finds the master key, or makes one.
final class MasterKey {
  private static final int BYTES = 32;
  private static final Set<PosixFilePermission> OWNER =
      PosixFilePermissions.fromString("rw-------");

  private MasterKey() {}

  /// @throws DatabaseUnusable if the key is none, or others may read its file
  static SecretKeySpec of(SecretsSettings settings) {
    String key = settings.key();
    if (key != null && !key.isBlank()) {
      return parse(key, "SHORTLIST_SECRETS_KEY");
    }
    try {
      if (!Files.exists(settings.file())) {
        create(settings.file());
      }
      requirePrivate(settings.file());
      return parse(Files.readString(settings.file()), settings.file().toString());
    } catch (IOException e) {
      throw new DatabaseUnusable(
          "the master key %s cannot be read or made (%s): see to its folder, or set SHORTLIST_SECRETS_KEY"
              .formatted(settings.file(), e.getMessage()));
    }
  }

  private static SecretKeySpec parse(String text, String source) {
    try {
      byte[] key = Base64.getDecoder().decode(text.strip());
      if (key.length == BYTES) {
        return new SecretKeySpec(key, "AES");
      }
    } catch (IllegalArgumentException _) {
      // said below, without the key
    }
    throw new DatabaseUnusable(
        "%s is no key: it has to be 32 bytes in Base64, as \"openssl rand -base64 32\" makes them"
            .formatted(source));
  }

  private static void requirePrivate(Path file) throws IOException {
    if (Files.getFileStore(file).supportsFileAttributeView("posix")
        && !OWNER.containsAll(Files.getPosixFilePermissions(file))) {
      throw new DatabaseUnusable(
          "others than its owner may read the master key: chmod 600 %s".formatted(file));
    }
  }

  private static void create(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    Path unfinished =
        Files.createTempFile(
            file.toAbsolutePath().getParent(),
            "key",
            ".new",
            PosixFilePermissions.asFileAttribute(OWNER));
    Files.writeString(
        unfinished, Base64.getEncoder().encodeToString(key) + "\n", StandardOpenOption.SYNC);
    try {
      // A link is made whole or not at all, and never in place of another node's.
      Files.createLink(file, unfinished);
    } catch (FileAlreadyExistsException _) {
      // another process was quicker; its key counts
    } catch (UnsupportedOperationException | IOException _) {
      if (!Files.exists(file)) {
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
      }
    }
    Files.deleteIfExists(unfinished);
  }
}
