package dev.shortlist.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Sums of bytes, and the names stored files go by.
public final class Digests {
  private Digests() {}

  /// Begins a sum.
  public static MessageDigest sha256() {
    return digest("SHA-256");
  }

  /// What every S3 server checks an upload with; no protection against anybody.
  static MessageDigest md5() {
    return digest("MD5");
  }

  /// In lower case, after which the sum begins anew.
  public static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  /// SHA-256 in lower-case hex.
  static String sha256(Path file) throws IOException {
    var digest = sha256();
    try (var in = Files.newInputStream(file)) {
      through(in, digest);
    }
    return hex(digest);
  }

  /// SHA-256 of words in UTF-8, in lower-case hex.
  public static String sha256(String words) {
    var digest = sha256();
    digest.update(words.getBytes(StandardCharsets.UTF_8));
    return hex(digest);
  }

  static void through(InputStream in, MessageDigest digest) throws IOException {
    new DigestInputStream(in, digest).transferTo(OutputStream.nullOutputStream());
  }

  private static MessageDigest digest(String name) {
    try {
      return MessageDigest.getInstance(name);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has " + name, e);
    }
  }
}
