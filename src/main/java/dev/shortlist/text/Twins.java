package dev.shortlist.text;

import org.jspecify.annotations.Nullable;

/// Finds letters drawn twice on the same spot, the poor man's bold and shadow.
final class Twins {
  private static final float GRID = 4;
  private static final int MIX = 0x9E3779B9;

  /// The letter drawn last in each cell of the page, by letter and cell: a hash table with open
  /// addressing, for every letter of a page comes by here.
  private @Nullable Glyph[] drawn;

  private long[] keys;
  private int count;

  /// @param letters how many may come by
  Twins(int letters) {
    int slots = 2 * Integer.highestOneBit(Math.max(16, letters));
    drawn = new Glyph[slots];
    keys = new long[slots];
  }

  boolean isTwin(Glyph glyph) {
    float nearX = Math.min(glyph.width * 0.3f, glyph.size * 0.15f);
    float nearY = glyph.size * 0.12f;
    long letter = (long) glyph.text.hashCode() << 32;
    int column = Math.round(glyph.x / GRID);
    int row = Math.round(glyph.y / GRID);
    int left = Math.max(column - 1, Math.round((glyph.x - nearX) / GRID));
    int right = Math.min(column + 1, Math.round((glyph.x + nearX) / GRID));
    int top = Math.max(row - 1, Math.round((glyph.y - nearY) / GRID));
    int bottom = Math.min(row + 1, Math.round((glyph.y + nearY) / GRID));
    for (int x = left; x <= right; x++) {
      for (int y = top; y <= bottom; y++) {
        var other = drawn[slot(key(letter, x, y))];
        if (other != null
            && Math.abs(glyph.x - other.x) < nearX
            && Math.abs(glyph.y - other.y) < nearY
            && glyph.text.equals(other.text)) {
          return true;
        }
      }
    }
    keep(key(letter, column, row), glyph);
    return false;
  }

  private void keep(long key, Glyph glyph) {
    if (count > drawn.length / 2) {
      grow();
    }
    int slot = slot(key);
    count += drawn[slot] == null ? 1 : 0;
    keys[slot] = key;
    drawn[slot] = glyph;
  }

  private void grow() {
    var oldDrawn = drawn;
    var oldKeys = keys;
    drawn = new Glyph[oldDrawn.length * 2];
    keys = new long[drawn.length];
    for (int i = 0; i < oldDrawn.length; i++) {
      if (oldDrawn[i] != null) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        drawn[slot] = oldDrawn[i];
      }
    }
  }

  /// Where `key` is, or would be.
  private int slot(long key) {
    int slot = (((int) (key ^ (key >>> 32)) * MIX) >>> 8) & (drawn.length - 1);
    while (drawn[slot] != null && keys[slot] != key) {
      slot = (slot + 1) & (drawn.length - 1);
    }
    return slot;
  }

  private static long key(long letter, int column, int row) {
    return letter ^ ((column & 0xFFFFL) << 16) ^ (row & 0xFFFFL);
  }
}
