package dev.shortlist.text;

import java.util.HashMap;
import java.util.Map;

/// Finds letters drawn twice on the same spot, the poor man's bold and shadow.
final class Twins {
  private static final float GRID = 4;

  private final Map<Long, Glyph> drawn = new HashMap<>();

  boolean isTwin(Glyph glyph) {
    int column = Math.round(glyph.x / GRID);
    int row = Math.round(glyph.y / GRID);
    for (int dx = -1; dx <= 1; dx++) {
      for (int dy = -1; dy <= 1; dy++) {
        var other = drawn.get(key(glyph.text, column + dx, row + dy));
        if (other != null && isSameSpot(glyph, other)) {
          return true;
        }
      }
    }
    drawn.put(key(glyph.text, column, row), glyph);
    return false;
  }

  private static boolean isSameSpot(Glyph glyph, Glyph other) {
    float near = Math.min(glyph.width * 0.3f, glyph.size * 0.15f);
    return glyph.text.equals(other.text)
        && Math.abs(glyph.x - other.x) < near
        && Math.abs(glyph.y - other.y) < glyph.size * 0.12f;
  }

  private static long key(String text, int column, int row) {
    return ((long) text.hashCode() << 32) ^ ((column & 0xFFFFL) << 16) ^ (row & 0xFFFFL);
  }
}
