package dev.shortlist.text;

/// What control words of RTF set until their group ends.
final class RtfState {
  private static final int USUAL_HALF_POINTS = 24;
  private static final int TINY_HALF_POINTS = 4;

  boolean skipped;
  boolean hidden;
  boolean bold;
  boolean shaded;
  int color;
  int halfPoints = USUAL_HALF_POINTS;

  /// Characters behind a Unicode character that stand for it where Unicode is not known.
  int unicodeSkip = 1;

  int font;

  /// What the text of the group is for, empty for text that is shown.
  String destination = "";

  RtfState copy() {
    var copy = new RtfState();
    copy.skipped = skipped;
    copy.hidden = hidden;
    copy.bold = bold;
    copy.shaded = shaded;
    copy.color = color;
    copy.halfPoints = halfPoints;
    copy.unicodeSkip = unicodeSkip;
    copy.font = font;
    copy.destination = destination;
    return copy;
  }

  void plain() {
    hidden = false;
    bold = false;
    color = 0;
    halfPoints = USUAL_HALF_POINTS;
  }

  boolean isTiny() {
    return halfPoints <= TINY_HALF_POINTS;
  }
}
