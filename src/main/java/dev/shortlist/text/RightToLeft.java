package dev.shortlist.text;

import java.text.Bidi;
import java.util.List;
import java.util.regex.Pattern;

/// Turns what is drawn from left to right into the order in which it is read, where Arabic, Hebrew
/// or the like is in it: the Unicode bidirectional algorithm, backwards.
final class RightToLeft {
  /// A telephone number or another run of groups of digits, which nobody turns round.
  private static final Pattern NUMBER =
      Pattern.compile(
          "[+(]?\\d[\\d()]{0,20}(?: \\(?\\d[\\d()]{0,20})+|\\+\\d[\\d() -]{4,24}|0\\d+(?:-\\d+)+");

  /// Before the first letter of Hebrew none is written from right to left.
  private static final char FIRST = 0x590;

  private static final String BRACKETS = "()[]{}<>«»";

  private RightToLeft() {}

  static boolean is(String letter) {
    if (letter.charAt(0) < FIRST) {
      return false;
    }
    byte kind = Character.getDirectionality(letter.codePointAt(0));
    return kind == Character.DIRECTIONALITY_RIGHT_TO_LEFT
        || kind == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
  }

  /// Whether most of the letters are written from right to left.
  static boolean isMost(List<Glyph> glyphs) {
    return isAny(glyphs) && strong(glyphs) > 0;
  }

  static boolean isAny(List<Glyph> glyphs) {
    for (int i = 0; i < glyphs.size(); i++) {
      if (is(glyphs.get(i).text)) {
        return true;
      }
    }
    return false;
  }

  private static int strong(List<Glyph> glyphs) {
    int strong = 0;
    for (var glyph : glyphs) {
      strong += is(glyph.text) ? 1 : Character.isLetter(glyph.text.codePointAt(0)) ? -1 : 0;
    }
    return strong;
  }

  /// @param drawn letters, blanks and tabs from left to right
  /// @param page whether the page is written from right to left
  static String read(List<String> drawn, boolean page) {
    var levels = levels(drawn, page);
    var pieces = drawn.toArray(String[]::new);
    var turned = new boolean[pieces.length];
    var order = new Integer[pieces.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
      turned[i] = levels[i] % 2 == 1;
    }
    Bidi.reorderVisually(levels, 0, order, 0, order.length);
    boolean mirrored = closesFirst(order, pieces, turned);
    var text = new StringBuilder();
    for (int i : order) {
      text.append(mirrored && turned[i] ? mirror(pieces[i]) : pieces[i]);
    }
    return text.toString();
  }

  private static byte[] levels(List<String> drawn, boolean page) {
    var kinds = new StringBuilder();
    int strong = 0;
    for (var piece : drawn) {
      kinds.append(piece.charAt(0));
      strong += is(piece) ? 1 : Character.isLetter(piece.codePointAt(0)) ? -1 : 0;
    }
    var number = NUMBER.matcher(kinds.toString());
    while (number.find()) {
      kinds.replace(number.start(), number.end(), "0".repeat(number.end() - number.start()));
    }
    boolean fromRight = page || strong >= 0;
    var bidi =
        new Bidi(
            kinds.toString(),
            fromRight ? Bidi.DIRECTION_RIGHT_TO_LEFT : Bidi.DIRECTION_LEFT_TO_RIGHT);
    var levels = new byte[kinds.length()];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = (byte) bidi.getLevelAt(i);
    }
    return levels;
  }

  /// Whether the file names brackets by their shape rather than by what they do.
  private static boolean closesFirst(Integer[] order, String[] pieces, boolean[] turned) {
    for (int i : order) {
      int at = turned[i] ? BRACKETS.indexOf(pieces[i]) : -1;
      if (at >= 0) {
        return at % 2 == 1;
      }
    }
    return false;
  }

  private static String mirror(String piece) {
    int at = BRACKETS.indexOf(piece);
    return at < 0 ? piece : BRACKETS.substring(at ^ 1, (at ^ 1) + 1);
  }
}
