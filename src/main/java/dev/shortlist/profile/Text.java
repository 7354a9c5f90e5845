package dev.shortlist.profile;

import java.util.Set;
import java.util.regex.Pattern;

/// Questions about the shape of a few words.
final class Text {
  /// A blank where no word ends: Chinese and Japanese part things by it.
  static final String BETWEEN_IDEOGRAPHS =
      "(?<=[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}）]) (?=[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}])";

  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
  private static final Set<String> ABBREVIATIONS =
      Set.of("inc", "ltd", "co", "corp", "llc", "pvt", "univ", "a", "s", "dept", "engg", "b", "v");

  private Text() {}

  static int words(String text) {
    int words = 0;
    boolean inside = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = isLetterOrDigit(c);
      if (letter && !inside) {
        words++;
      }
      inside = letter || (inside && !Character.isWhitespace(c));
    }
    return words;
  }

  private static boolean isLetterOrDigit(char c) {
    return c < 0x80
        ? (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
        : Character.isLetterOrDigit(c);
  }

  /// Whether all letters that can be are capitals, and there are at least three.
  static boolean isCaps(String text) {
    int capitals = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isLowerCase(c)) {
        return false;
      }
      if (Character.isUpperCase(c)) {
        capitals++;
      }
    }
    return capitals >= 3;
  }

  /// Whether most longer words begin with a small letter, as in sentences and unlike in names.
  static boolean isMostlyLower(String text) {
    int lower = 0;
    int upper = 0;
    boolean inside = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = Character.isLetter(c);
      if (letter && !inside && i + 3 < text.length() && Character.isLetter(text.charAt(i + 3))) {
        lower += Character.isLowerCase(c) ? 1 : 0;
        upper += Character.isUpperCase(c) ? 1 : 0;
      }
      inside = letter;
    }
    return lower > upper * 1.5;
  }

  static boolean endsAbbreviated(String text) {
    int end = text.length() - 1;
    int start = end;
    while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
      start--;
    }
    boolean letter = end - start == 1;
    return letter
        || ABBREVIATIONS.contains(Vocabulary.fold(text.substring(start, Math.max(start, end))));
  }

  static String single(String text) {
    return isSingle(text) ? text.strip() : BLANKS.matcher(text).replaceAll(" ").strip();
  }

  /// Whether blanks are plain ones, and none stands beside another.
  private static boolean isSingle(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean second = c == ' ' && i > 0 && text.charAt(i - 1) == ' ';
      if (second || c < ' ' || (c >= 0x80 && Character.isSpaceChar(c))) {
        return false;
      }
    }
    return true;
  }

  static boolean hasLetter(String text) {
    return text.codePoints().anyMatch(Character::isLetter);
  }
}
