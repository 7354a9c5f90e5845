package dev.shortlist.accounts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/// A random secret that is handed out once. The database keeps its hash: as it has 256 random bits,
/// nothing slower than SHA-256 is needed.
public record Secret(String value) {
  private static final SecureRandom RANDOM = new SecureRandom();

  static Secret create(String prefix) {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return new Secret(prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  String hash() {
    return hash(value);
  }

  static String hash(String value) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(value.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  /// Without the value, which must not reach a log.
  @Override
  public String toString() {
    return "Secret";
  }
}
