package dev.shortlist.text;

/// Counts what a document is drawn with, so that none takes for ever.
final class Steps {
  private static final int MOST = 1_000_000;
  private static final int MOST_GLYPHS = 400_000;

  private int done;

  /// @param glyphs letters on the page so far
  /// @throws Unreadable if it is more than any honest document has
  void next(int glyphs) throws Unreadable {
    if (++done > MOST || glyphs > MOST_GLYPHS) {
      throw new Unreadable(Reason.TOO_COSTLY, "a page is drawn in millions of steps");
    }
  }
}
