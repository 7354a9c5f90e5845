package dev.shortlist.text;

import java.util.List;

/// A line that was read from a picture of a page, and which of its words may be seen.
///
/// @param box place of the line
/// @param size height of the letters in points, 0 when unknown
/// @param words in reading order
public record ScannedLine(Box box, float size, List<Word> words) {
  public ScannedLine {
    words = List.copyOf(words);
  }

  /// A word as it was read.
  public record Word(String text, boolean hidden) {}

  boolean hasHidden() {
    return words.stream().anyMatch(Word::hidden);
  }

  boolean endsHidden() {
    return !words.isEmpty() && words.getLast().hidden();
  }
}
