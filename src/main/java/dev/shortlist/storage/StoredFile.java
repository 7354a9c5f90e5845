package dev.shortlist.storage;

import java.util.regex.Pattern;

/// A file that is kept.
///
/// @param hash SHA-256 of its content in lower-case hex: what it is called by
/// @param bytes its size
public record StoredFile(String hash, long bytes) {
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  static boolean isHash(String name) {
    return HASH.matcher(name).matches();
  }

  static String requireHash(String hash) {
    if (!isHash(hash)) {
      throw new IllegalArgumentException("not a SHA-256 in lower-case hex: " + hash);
    }
    return hash;
  }
}
