package dev.shortlist.profile;

/// The strokes people write between two things.
final class Dashes {
  private Dashes() {}

  static boolean is(char c) {
    return "-‐‑‒–—―−­‧⁃~～〜→➔➝>".indexOf(c) >= 0;
  }
}
