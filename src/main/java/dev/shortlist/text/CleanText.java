package dev.shortlist.text;

import java.text.Normalizer;
import java.util.Locale;

/// Makes raw characters readable: ligatures become letters, icons and invisible characters go,
/// spaces become single, and those around a tab become the tab.
final class CleanText {
  private final StringBuilder text = new StringBuilder();
  private int invisible;

  private CleanText() {}

  static CleanText of(String raw) {
    var clean = new CleanText();
    for (int i = 0; i < raw.length(); ) {
      char plain = raw.charAt(i);
      if (plain > ' ' && plain < 0x7F) {
        clean.text.append(plain);
        i++;
        continue;
      }
      int c = raw.codePointAt(i);
      int length = Character.charCount(c);
      clean.add(
          c,
          i > 0 ? raw.codePointBefore(i) : ' ',
          i + length < raw.length() ? raw.codePointAt(i + length) : ' ');
      i += length;
    }
    int end = clean.text.length();
    if (end > 0 && isBlank(clean.text.charAt(end - 1))) {
      clean.text.setLength(end - 1);
    }
    return clean;
  }

  String text() {
    return text.toString();
  }

  /// Number of characters that can carry or break words unseen: tags, direction overrides,
  /// zero-width characters within words, control characters.
  int invisible() {
    return invisible;
  }

  private void add(int c, int before, int after) {
    if (isSpace(c)) {
      space(c == '\t' ? '\t' : ' ');
    } else if (isUnseen(c, before, after)) {
      invisible += isSuspicious(c, before, after) ? 1 : 0;
    } else if (isCompatibilityForm(c)) {
      text.append(Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC));
    } else {
      text.appendCodePoint(c);
    }
  }

  private void space(char space) {
    int last = text.length() - 1;
    if (last < 0 || !isBlank(text.charAt(last))) {
      text.append(last < 0 ? "" : space);
    } else if (space == '\t') {
      text.setCharAt(last, space);
    }
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  static boolean isSpace(int c) {
    return (c <= ' ' && c != 0 && Character.isWhitespace(c))
        || Character.isSpaceChar(c)
        || c == 0x3000
        || c == 0x85;
  }

  /// Private use characters are icons: no letter stands for them.
  static boolean isIcon(int c) {
    return Character.getType(c) == Character.PRIVATE_USE;
  }

  private static boolean isUnseen(int c, int before, int after) {
    if (c == 0x200C || c == 0x200D) {
      return !joins(before) && !joins(after);
    }
    int type = Character.getType(c);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.PRIVATE_USE
        || type == Character.SURROGATE
        || type == Character.UNASSIGNED
        || c == 0xFFFD
        || (c >= 0xFE00 && c <= 0xFE0F)
        || (c >= 0xFFF0 && c <= 0xFFFB)
        || c == 0x115F
        || c == 0x1160
        || c == 0x3164;
  }

  private static boolean isSuspicious(int c, int before, int after) {
    if ((c >= 0xE0000 && c <= 0xE007F) || c == 0x202D || c == 0x202E) {
      return true;
    }
    if (c < ' ' || c == 0x7F) {
      return true;
    }
    boolean zeroWidth = (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF;
    return zeroWidth && Character.isLetter(before) && Character.isLetter(after);
  }

  /// Scripts in which a zero-width joiner changes what is seen, and emoji.
  private static boolean joins(int c) {
    return switch (Character.UnicodeScript.of(c)) {
      case ARABIC, SYRIAC, DEVANAGARI, BENGALI, GURMUKHI, GUJARATI, ORIYA -> true;
      case TAMIL, TELUGU, KANNADA, MALAYALAM, SINHALA, KHMER, MYANMAR, MONGOLIAN -> true;
      default -> Character.isEmoji(c) && c > 0xFF;
    };
  }

  /// Ligatures, forms of Arabic letters, and radicals of Chinese, which some fonts have for the
  /// word.
  private static boolean isCompatibilityForm(int c) {
    return (c >= 0x2E80 && c <= 0x2FDF)
        || (c >= 0xF900 && c <= 0xFAFF)
        || (c >= 0xFB00 && c <= 0xFDFF)
        || (c >= 0xFE70 && c <= 0xFEFC);
  }

  /// First characters of `text` for a notice.
  static String shortened(String text) {
    return text.length() <= 300 ? text : text.substring(0, 299) + "…";
  }

  static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
