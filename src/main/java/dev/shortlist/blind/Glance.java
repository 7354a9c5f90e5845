package dev.shortlist.blind;

import java.util.Set;

/// What a text shows at a first look: enough to say which patterns cannot be in it, at a small part
/// of what looking for them costs. It never says no where the pattern would be found.
final class Glance {
  private static final int ASCII = 128;

  private final String text;
  private final String folded;
  private final boolean[] signs = new boolean[ASCII];
  private int digits;

  Glance(String text) {
    this.text = text;
    var letters = new StringBuilder(text.length());
    for (int at = 0; at < text.length(); ) {
      int letter = text.codePointAt(at);
      at += Character.charCount(letter);
      if (letter < ASCII) {
        signs[letter] = true;
        digits += letter >= '0' && letter <= '9' ? 1 : 0;
      }
      letters.appendCodePoint(fold(letter));
    }
    this.folded = letters.toString();
  }

  /// As patterns compare in any case.
  static String fold(String text) {
    return new Glance(text).folded;
  }

  private static int fold(int letter) {
    return Character.toLowerCase(Character.toUpperCase(letter));
  }

  String text() {
    return text;
  }

  /// Number of ASCII digits.
  int digits() {
    return digits;
  }

  /// Whether it has one of these ASCII signs.
  boolean hasAny(String wanted) {
    for (int i = 0; i < wanted.length(); i++) {
      if (signs[wanted.charAt(i)]) {
        return true;
      }
    }
    return false;
  }

  /// Whether it has these words, letter for letter.
  boolean has(String words) {
    return text.contains(words);
  }

  /// Whether it has one of these, letter for letter.
  boolean hasOneOf(String... words) {
    for (String one : words) {
      if (text.contains(one)) {
        return true;
      }
    }
    return false;
  }

  /// Whether it has words that were folded, in any case.
  boolean hasFolded(String words) {
    return folded.contains(words);
  }

  /// Whether it has one of these that were folded, in any case.
  boolean hasFoldedOf(String... words) {
    for (String one : words) {
      if (folded.contains(one)) {
        return true;
      }
    }
    return false;
  }

  /// Whether one of its words, from the first letter to the last, is one of these folded ones.
  boolean hasWord(Set<String> words) {
    for (int at = 0; at < text.length(); ) {
      int end = wordEnd(at);
      if (end > at && words.contains(folded.substring(at, end))) {
        return true;
      }
      at = Math.max(end, at + 1);
    }
    return false;
  }

  private int wordEnd(int from) {
    int end = from;
    while (end < text.length() && isOfWord(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /// Not a half of a letter that takes two: patterns that look behind them do not see a letter.
  private static boolean isOfWord(char letter) {
    if (letter < ASCII) {
      return (letter >= 'a' && letter <= 'z') || isCapital(letter);
    }
    return Character.isLetter(letter) || isMark(letter);
  }

  private static boolean isMark(char letter) {
    int type = Character.getType(letter);
    return type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }

  /// Whether a slash ends letters behind a point, as in `example.com/anna`.
  boolean hasPath() {
    for (int slash = text.indexOf('/'); slash >= 0; slash = text.indexOf('/', slash + 1)) {
      int first = slash;
      while (first > 0 && isOfWord(text.charAt(first - 1))) {
        first--;
      }
      if (first < slash && first > 0 && text.charAt(first - 1) == '.') {
        return true;
      }
    }
    return false;
  }

  /// Whether two capitals of ASCII stand beside each other.
  boolean hasCapitals() {
    for (int at = 1; at < text.length(); at++) {
      if (isCapital(text.charAt(at)) && isCapital(text.charAt(at - 1))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isCapital(char letter) {
    return letter >= 'A' && letter <= 'Z';
  }
}
