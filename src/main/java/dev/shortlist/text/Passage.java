package dev.shortlist.text;

import java.util.List;

/// A piece of visible text and where it stands: what every point of a score is traced to.
///
/// @param quote the words exactly as in [VisibleText#text()]; across lines they are joined by a
///   line break
/// @param start index of the first character in [VisibleText#text()]
/// @param page page number from 1 on which the passage starts
/// @param boxes the lines it touches, in reading order; empty in formats without a fixed layout
public record Passage(String quote, int start, int page, List<Box> boxes) {
  public Passage {
    boxes = List.copyOf(boxes);
  }

  /// Index after the last character in [VisibleText#text()].
  public int end() {
    return start + quote.length();
  }
}
