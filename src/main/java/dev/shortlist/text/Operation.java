package dev.shortlist.text;

/// Operators of a content stream: the bytes of their names, the first one lowest.
///
/// Source: ISO 32000-1, annex A.
final class Operation {
  static final int UNUSUAL = 0;

  static final int SAVE = 'q';
  static final int RESTORE = 'Q';
  static final int TRANSFORM = 'c' | 'm' << 8;
  static final int STATE = 'g' | 's' << 8;
  static final int DRAW = 'D' | 'o' << 8;

  static final int BEGIN_MARK = 'B' | 'M' << 8 | 'C' << 16;
  static final int BEGIN_MARK_WITH_PROPERTIES = 'B' | 'D' << 8 | 'C' << 16;
  static final int END_MARK = 'E' | 'M' << 8 | 'C' << 16;

  static final int BEGIN_TEXT = 'B' | 'T' << 8;
  static final int END_TEXT = 'E' | 'T' << 8;
  static final int SPACING = 'T' | 'c' << 8;
  static final int WORD_SPACING = 'T' | 'w' << 8;
  static final int STRETCH = 'T' | 'z' << 8;
  static final int LEADING = 'T' | 'L' << 8;
  static final int FONT = 'T' | 'f' << 8;
  static final int MODE = 'T' | 'r' << 8;
  static final int RISE = 'T' | 's' << 8;
  static final int MOVE = 'T' | 'd' << 8;
  static final int MOVE_AND_LEAD = 'T' | 'D' << 8;
  static final int PLACE = 'T' | 'm' << 8;
  static final int NEXT_LINE = 'T' | '*' << 8;
  static final int SHOW = 'T' | 'j' << 8;
  static final int SHOW_ADJUSTED = 'T' | 'J' << 8;
  static final int SHOW_LINE = '\'';
  static final int SHOW_LINE_SPACED = '"';

  static final int POINT = 'm';
  static final int LINE = 'l';
  static final int CURVE = 'c';
  static final int CURVE_FROM_HERE = 'v';
  static final int CURVE_TO_END = 'y';
  static final int RECTANGLE = 'r' | 'e' << 8;
  static final int CLIP = 'W';
  static final int CLIP_EVEN_ODD = 'W' | '*' << 8;
  static final int FILL = 'f';
  static final int FILL_OLD = 'F';
  static final int FILL_EVEN_ODD = 'f' | '*' << 8;
  static final int FILL_STROKE = 'B';
  static final int FILL_STROKE_EVEN_ODD = 'B' | '*' << 8;
  static final int CLOSE_FILL_STROKE = 'b';
  static final int CLOSE_FILL_STROKE_EVEN_ODD = 'b' | '*' << 8;
  static final int END_PATH = 'n';
  static final int STROKE = 'S';
  static final int CLOSE_STROKE = 's';
  static final int SHADE = 's' | 'h' << 8;
  static final int PICTURE = 'B' | 'I' << 8;
  static final int GRAY = 'g';
  static final int RGB = 'r' | 'g' << 8;
  static final int CMYK = 'k';
  static final int COLOR_SPACE = 'c' | 's' << 8;
  static final int COLOR = 's' | 'c' << 8;
  static final int COLOR_OR_PATTERN = 's' | 'c' << 8 | 'n' << 16;

  private Operation() {}

  static int of(String name) {
    int operation = 0;
    for (int i = 0; i < name.length(); i++) {
      if (i == 3 || name.charAt(i) > 0x7F) {
        return UNUSUAL;
      }
      operation |= name.charAt(i) << (8 * i);
    }
    return operation;
  }
}
