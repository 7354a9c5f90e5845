package dev.shortlist.skills;

import java.util.Arrays;

/// The edges of a trie: node and word to the next node. The root is node 0.
final class Edges {
  private static final long FREE = -1;

  private long[] keys = new long[1 << 15];
  private int[] targets = new int[1 << 15];
  private int nodes = 1;

  Edges() {
    Arrays.fill(keys, FREE);
  }

  int nodes() {
    return nodes;
  }

  /// The node behind `word`, or -1.
  int find(int node, int word) {
    int slot = slot(key(node, word));
    return keys[slot] == FREE ? -1 : targets[slot];
  }

  int add(int node, int word) {
    long key = key(node, word);
    int slot = slot(key);
    if (keys[slot] != FREE) {
      return targets[slot];
    }
    keys[slot] = key;
    targets[slot] = nodes++;
    if (nodes * 2 > keys.length) {
      grow();
    }
    return nodes - 1;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldTargets = targets;
    keys = new long[oldKeys.length * 2];
    targets = new int[keys.length];
    Arrays.fill(keys, FREE);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != FREE) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        targets[slot] = oldTargets[i];
      }
    }
  }

  private static long key(int node, int word) {
    return ((long) node << 32) | word;
  }

  private int slot(long key) {
    long mixed = key * 0x9E3779B97F4A7C15L;
    int mask = keys.length - 1;
    int slot = (int) (mixed >>> 40) & mask;
    while (keys[slot] != FREE && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }
}
