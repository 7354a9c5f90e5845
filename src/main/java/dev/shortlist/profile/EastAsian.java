package dev.shortlist.profile;

import java.util.Set;

/// Words of Chinese, Japanese and Korean, which are written without blanks between them.
final class EastAsian {
  private static final int LONGEST_WORD = 6;

  private EastAsian() {}

  static boolean is(int c) {
    return switch (Character.UnicodeScript.of(c)) {
      case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
      default -> c == 'ー';
    };
  }

  /// Whether `text` ends with one of the `words`, as `软件工程师` with `工程师`.
  static boolean ends(String text, Set<String> words) {
    int length = text.length();
    if (length < 2 || !is(text.codePointBefore(length))) {
      return false;
    }
    for (int size = 2; size <= Math.min(LONGEST_WORD, length); size++) {
      if (words.contains(text.substring(length - size))) {
        return true;
      }
    }
    return false;
  }

  /// Whether `text` begins with one of the `words`, as `株式会社見本` with `株式会社`.
  static boolean begins(String text, Set<String> words) {
    if (text.length() < 2 || !is(text.codePointAt(0))) {
      return false;
    }
    for (int size = 2; size <= Math.min(LONGEST_WORD, text.length()); size++) {
      if (words.contains(text.substring(0, size))) {
        return true;
      }
    }
    return false;
  }
}
