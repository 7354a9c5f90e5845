package dev.shortlist.api;

import org.springframework.util.unit.DataSize;

/// How sizes read.
final class Sizes {
  private Sizes() {}

  /// `2 GB`, `25 MB`, `900 bytes`: the largest unit that says it whole.
  static String of(DataSize size) {
    long bytes = size.toBytes();
    if (bytes % (1 << 30) == 0) {
      return (bytes >> 30) + " GB";
    }
    if (bytes % (1 << 20) == 0) {
      return (bytes >> 20) + " MB";
    }
    return bytes % (1 << 10) == 0 ? (bytes >> 10) + " kB" : bytes + " bytes";
  }
}
