package dev.shortlist.text;

import java.nio.charset.Charset;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// Makes raw characters readable: ligatures become letters, icons and invisible characters go,
/// spaces become single, and those around a tab become the tab.
final class CleanText {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  /// The bytes E2 80 and a third one, for the signs from U+2010 to U+2026.
  private static final Pattern MISREAD_SIGN =
      Pattern.compile("â[€\\u0080][\\u0090-\\u0094\\u0098-\\u009d\\u00a2\\u00a6‘’“”–—˜™š›œ]");

  /// Others of three bytes, of which only the first and at most one more is left.
  private static final Pattern MISREAD_BULLET =
      Pattern.compile("(?<![\\p{L}\\p{N}])â(?:\\u009e)?¢|^\\s*â[\\u0080-\\u009f]{0,2}[ª¦]?(?=\\s)");

  private final StringBuilder text = new StringBuilder();
  private int invisible;

  private CleanText() {}

  static CleanText of(String written) {
    var clean = new CleanText();
    var raw = wellDecoded(written);
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

  /// Bullets, dashes and quotation marks of UTF-8 that somebody's program took for Latin letters:
  /// `â€¢` is a bullet to whoever reads it.
  static String wellDecoded(String text) {
    if (text.indexOf('â') < 0) {
      return text;
    }
    var signs = MISREAD_SIGN.matcher(text).replaceAll(sign -> decoded(sign.group()));
    return MISREAD_BULLET.matcher(signs).replaceAll("•");
  }

  private static String decoded(String sign) {
    char last = sign.charAt(sign.length() - 1);
    int third = last < 0x100 ? last : Character.toString(last).getBytes(WINDOWS)[0] & 0xFF;
    return Character.toString(0x2000 + third - 0x80);
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
