package dev.shortlist.dialect.taskqueue;

import java.util.Locale;

/// Where a score stands in this dialect. Its word "rejected" says "below the line"; nobody is
/// rejected by the machine.
enum Drawer {
  SELECTED(7.0),
  CONSIDERED(4.0),
  REJECTED(0);

  private final double least;

  Drawer(double least) {
    this.least = least;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// @param score 0 to 10 with one decimal
  static Drawer of(double score) {
    for (Drawer drawer : values()) {
      if (score >= drawer.least) {
        return drawer;
      }
    }
    throw new IllegalArgumentException("score " + score);
  }
}
