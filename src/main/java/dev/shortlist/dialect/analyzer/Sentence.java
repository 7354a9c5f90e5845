package dev.shortlist.dialect.analyzer;

/// What this dialect says about a score.
enum Sentence {
  EXCELLENT(80, "Excellent match - Highly recommended for interview"),
  GOOD(65, "Good match - Recommended for interview"),
  MODERATE(45, "Moderate match - Consider for interview"),
  WEAK(25, "Weak match - Review manually"),
  POOR(0, "Poor match - Review manually");

  private final int least;
  private final String words;

  Sentence(int least, String words) {
    this.least = least;
    this.words = words;
  }

  /// @param score 0 to 100
  static String about(double score) {
    for (Sentence sentence : values()) {
      if (score >= sentence.least) {
        return sentence.words;
      }
    }
    throw new IllegalArgumentException("score " + score);
  }
}
