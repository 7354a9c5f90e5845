package dev.shortlist.text;

/// Tells which words of a DOCX nobody sees, and keeps them apart.
final class DocxSight {
  private static final int TINY_HALF_POINTS = 4;

  /// A painted shape may lie under the paragraphs that follow the one it hangs on.
  private static final int NEAR_A_SHAPE = 6;

  private final StringBuilder hidden = new StringBuilder();
  private int sinceShape = NEAR_A_SHAPE + 1;

  void nextParagraph() {
    sinceShape++;
  }

  void paintedShape() {
    sinceShape = 0;
  }

  /// @param shaded whether paragraph, cell or shape paint a background
  boolean isUnseen(DocxStyles.Look look, boolean shaded) {
    if (Boolean.TRUE.equals(look.hidden())) {
      return true;
    }
    boolean tiny = look.halfPoints() != null && look.halfPoints() <= TINY_HALF_POINTS;
    boolean white = look.color() != null && DocxStyles.isWhite(look.color());
    boolean ground = shaded || Boolean.TRUE.equals(look.shaded()) || sinceShape <= NEAR_A_SHAPE;
    return tiny || (white && !ground);
  }

  void keepApart(String words) {
    hidden.append(words);
  }

  /// All words that were kept apart.
  String hidden() {
    return hidden.toString();
  }
}
