package dev.shortlist.dialect.bulkscreen;

/// Where a score stands in this dialect. Its word "rejected" says "below the line"; nobody is
/// rejected by the machine.
enum Band {
  SHORTLISTED("shortlisted", 70),
  REVIEW("review", 45),
  REJECTED("rejected", 0);

  private final String word;
  private final int least;

  Band(String word, int least) {
    this.word = word;
    this.least = least;
  }

  String word() {
    return word;
  }

  /// @param score whole points, 0 to 100
  static Band of(int score) {
    for (Band band : values()) {
      if (score >= band.least) {
        return band;
      }
    }
    throw new IllegalArgumentException("score " + score);
  }
}
