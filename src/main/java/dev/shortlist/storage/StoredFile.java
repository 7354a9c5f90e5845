package dev.shortlist.storage;

import java.util.regex.Pattern;

/// A file that is kept.
///
/// @param hash SHA-256 of its content in lower-case hex: what it is called by
/// @param bytes its size
public record StoredFile(String hash, long bytes) {
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  static String requireHash(String hash) {
    if (!HASH.matcher(hash).matches()) {
      throw new IllegalArgumentException("not a SHA-256 in lower-case hex: " + hash);
    }
    return hash;
  }
}
