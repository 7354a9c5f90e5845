package dev.shortlist.text;

/// One drawn character of a PDF page.
///
/// Positions are in points from the upper left corner; `x`, `y` follow the direction of writing, so
/// that text set sideways can be laid out like any other; `seen` is the place on the page.
final class Glyph {
  /// Why it may not be seen.
  enum Visibility {
    VISIBLE,
    /// Whether it stands out can only be told from the painted page.
    DOUBTFUL,
    /// Not drawn, but over a picture: the text layer of a scan, or a trick.
    OVER_PICTURE,
    /// The painted page shows nothing here.
    UNSEEN,
    /// Not drawn, transparent, tiny, clipped, off the page or on a hidden layer.
    HIDDEN;

    boolean isDoubtful() {
      return this == DOUBTFUL || this == OVER_PICTURE;
    }
  }

  final String text;
  final float x;
  final float y;
  final float width;
  final float size;
  final int direction;
  final boolean bold;
  final float spacing;
  final Box seen;
  final float centerX;
  final float centerY;
  private final boolean blank;
  Visibility visibility = Visibility.VISIBLE;

  /// @param y baseline
  /// @param centerX where its middle is in the coordinates of the [Canvas]
  /// @param spacing extra space that the writer put between all letters here
  Glyph(
      String text,
      float x,
      float y,
      float width,
      float size,
      int direction,
      boolean bold,
      float spacing,
      Box seen,
      float centerX,
      float centerY) {
    this.text = text;
    this.x = x;
    this.y = y;
    this.width = width;
    this.size = size;
    this.direction = direction;
    this.bold = bold;
    this.spacing = spacing;
    this.seen = seen;
    this.centerX = centerX;
    this.centerY = centerY;
    this.blank = text.isBlank();
  }

  float end() {
    return x + width;
  }

  boolean blank() {
    return blank;
  }
}
