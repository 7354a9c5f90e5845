package dev.shortlist.skills;

/// Numbers for folded words, from 0 up.
///
/// An open hash table over characters, so that looking up a word of a text makes no string.
final class Vocabulary {
  static final int UNKNOWN = -1;

  private String[] words = new String[1 << 14];
  private int[] ids = new int[1 << 14];
  private int size;

  int size() {
    return size;
  }

  int find(char[] chars, int length) {
    int slot = slot(chars, length);
    return words[slot] == null ? UNKNOWN : ids[slot];
  }

  int add(char[] chars, int length) {
    int slot = slot(chars, length);
    if (words[slot] != null) {
      return ids[slot];
    }
    words[slot] = new String(chars, 0, length);
    ids[slot] = size++;
    if (size * 2 > words.length) {
      grow();
    }
    return size - 1;
  }

  private void grow() {
    String[] oldWords = words;
    int[] oldIds = ids;
    words = new String[oldWords.length * 2];
    ids = new int[words.length];
    for (int i = 0; i < oldWords.length; i++) {
      String word = oldWords[i];
      if (word != null) {
        int slot = slot(word.toCharArray(), word.length());
        words[slot] = word;
        ids[slot] = oldIds[i];
      }
    }
  }

  private int slot(char[] chars, int length) {
    int hash = 0;
    for (int i = 0; i < length; i++) {
      hash = 31 * hash + chars[i];
    }
    int mask = words.length - 1;
    int slot = (hash ^ (hash >>> 15)) & mask;
    while (words[slot] != null && !same(words[slot], chars, length)) {
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
