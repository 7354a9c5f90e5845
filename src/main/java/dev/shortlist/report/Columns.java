package dev.shortlist.report;

import java.util.Arrays;

/// Text in the cells of a terminal, where a Chinese character or an emoji takes two and a combining
/// accent none.
final class Columns {
  private static final String ELLIPSIS = "…";

  // The blocks of East Asian Width W and F in Unicode's EastAsianWidth.txt, without their gaps.
  private static final int[][] WIDE = {
    {0x1100, 0x115F},
    {0x2E80, 0x303E},
    {0x3040, 0xA4CF},
    {0xA960, 0xA97F},
    {0xAC00, 0xD7A3},
    {0xF900, 0xFAFF},
    {0xFE30, 0xFE6F},
    {0xFF00, 0xFF60},
    {0xFFE0, 0xFFE6},
    {0x20000, 0x3FFFD}
  };

  private Columns() {}

  /// One line without characters that could steer a terminal.
  static String plain(String text) {
    return text.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}\\s]+", " ").replaceAll("\\p{Cf}", "").strip();
  }

  static int width(String text) {
    return text.codePoints().map(Columns::width).sum();
  }

  /// `text` in exactly `width` cells: filled up with spaces, or cut with an ellipsis.
  static String left(String text, int width) {
    var cut = cut(text, width);
    return cut + " ".repeat(width - width(cut));
  }

  /// As [#left], with the spaces in front.
  static String right(String text, int width) {
    var cut = cut(text, width);
    return " ".repeat(width - width(cut)) + cut;
  }

  static String cut(String text, int width) {
    if (width(text) <= width) {
      return text;
    }
    var kept = new StringBuilder();
    int used = 1;
    for (int at = 0; at < text.length(); ) {
      int character = text.codePointAt(at);
      used += width(character);
      if (used > width) {
        break;
      }
      kept.appendCodePoint(character);
      at += Character.charCount(character);
    }
    return width < 1 ? "" : kept.toString().stripTrailing() + ELLIPSIS;
  }

  private static int width(int character) {
    return switch (Character.getType(character)) {
      case Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.FORMAT,
          Character.CONTROL ->
          0;
      default -> isWide(character) ? 2 : 1;
    };
  }

  private static boolean isWide(int character) {
    return character >= WIDE[0][0]
        && (Character.isEmojiPresentation(character)
            || Arrays.stream(WIDE)
                .anyMatch(block -> character >= block[0] && character <= block[1]));
  }
}
