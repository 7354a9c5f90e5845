package dev.shortlist.skills;

/// Numbers for folded words, from 0 up.
///
/// An open hash table over characters, so that looking up a word of a text makes no string.
final class Vocabulary {
  static final int UNKNOWN = -1;

  private String[] words = new String[1 << 14];
  private int[] hashes = new int[1 << 14];
  private int[] ids = new int[1 << 14];
  private int size;

  int size() {
    return size;
  }

  int find(char[] chars, int length) {
    int slot = slot(chars, length, hash(chars, length));
    return words[slot] == null ? UNKNOWN : ids[slot];
  }

  int add(char[] chars, int length) {
    int hash = hash(chars, length);
    int slot = slot(chars, length, hash);
    if (words[slot] != null) {
      return ids[slot];
    }
    words[slot] = new String(chars, 0, length);
    hashes[slot] = hash;
    ids[slot] = size++;
    if (size * 2 > words.length) {
      grow();
    }
    return size - 1;
  }

  private void grow() {
    String[] oldWords = words;
    int[] oldHashes = hashes;
    int[] oldIds = ids;
    words = new String[oldWords.length * 2];
    hashes = new int[words.length];
    ids = new int[words.length];
    for (int i = 0; i < oldWords.length; i++) {
      if (oldWords[i] != null) {
        int slot = oldHashes[i] & (words.length - 1);
        while (words[slot] != null) {
          slot = (slot + 1) & (words.length - 1);
        }
        words[slot] = oldWords[i];
        hashes[slot] = oldHashes[i];
        ids[slot] = oldIds[i];
      }
    }
  }

  private static int hash(char[] chars, int length) {
    int hash = 0;
    for (int i = 0; i < length; i++) {
      hash = 31 * hash + chars[i];
    }
    return hash ^ (hash >>> 15);
  }

  private int slot(char[] chars, int length, int hash) {
    int mask = words.length - 1;
    int slot = hash & mask;
    while (words[slot] != null && !(hashes[slot] == hash && same(words[slot], chars, length))) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private static boolean same(String word, char[] chars, int length) {
    if (word.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (word.charAt(i) != chars[i]) {
        return false;
      }
    }
    return true;
  }
}
