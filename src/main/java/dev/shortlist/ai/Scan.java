package dev.shortlist.ai;

import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds what a pattern matches in a text by trying it only where it can match. Most places of a CV
/// are told to be of no use by a character, and an expression that is tried at each takes several
/// times as long.
///
/// Each finds what `pattern.matcher(text)` does, one match after the other.
final class Scan {
  private Scan() {}

  /// Told of every match.
  interface Found {
    void at(int start, int end);
  }

  /// Whether the characters from `from` up to `to` may hold a match.
  interface Sign {
    boolean in(String text, int from, int to);

    /// One character of a match tells.
    static Sign character(IntPredicate one) {
      return (text, from, to) -> {
        for (int at = from; at < to; at++) {
          if (one.test(text.charAt(at))) {
            return true;
          }
        }
        return false;
      };
    }
  }

  /// Whether a match may begin with these two characters.
  interface Beginnings {
    boolean may(char first, char second);
  }

  /// For patterns that match within a line, and only in lines with the sign.
  static void lines(String text, Pattern pattern, Sign sign, Found found) {
    var matcher = matcher(pattern, text);
    int to;
    for (int from = 0; from < text.length(); from = to + 1) {
      to = lineEnd(text, from);
      if (sign.in(text, from, to)) {
        find(matcher, from, to, found);
      }
    }
  }

  /// For patterns that match `sign` with at most one line break on each side of it.
  static void around(String text, Pattern pattern, char sign, Found found) {
    var matcher = matcher(pattern, text);
    int done = 0;
    int searched = 0;
    for (int at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) {
      int to = lineEnd(text, at + 2);
      if (at >= done && to > searched) {
        int from = Math.max(done, text.lastIndexOf('\n', at - 2) + 1);
        done = Math.max(done, find(matcher, from, to, found));
        searched = to;
      }
    }
  }

  /// For patterns that match whole words.
  static void words(String text, Pattern pattern, Beginnings beginnings, Found found) {
    var matcher = matcher(pattern, text);
    for (int at = 0; at < text.length() - 1; at++) {
      if (!isInWord(text, at)
          && beginnings.may(text.charAt(at), text.charAt(at + 1))
          && matcher.region(at, text.length()).lookingAt()) {
        found.at(matcher.start(), matcher.end());
        at = matcher.end() - 1;
      }
    }
  }

  /// Where `word` stands with no letter and no accent beside it. A letter of two characters, as
  /// pictures of letters are, counts as none: rather too much is found.
  static void word(String text, String word, Found found) {
    for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      int end = at + word.length();
      if ((at == 0 || !isPartOfWord(text.charAt(at - 1)))
          && (end == text.length() || !isPartOfWord(text.charAt(end)))) {
        found.at(at, end);
      }
    }
  }

  private static boolean isPartOfWord(char character) {
    return switch (Character.getType(character)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
          true;
      default -> Character.isLetter(character);
    };
  }

  /// Looking round goes on beyond a region, as it does in the middle of a text.
  private static Matcher matcher(Pattern pattern, String text) {
    return pattern.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
  }

  /// @return the end of the last match, 0 if there is none
  private static int find(Matcher matcher, int from, int to, Found found) {
    int end = 0;
    matcher.region(from, to);
    while (matcher.find()) {
      end = matcher.end();
      found.at(matcher.start(), end);
    }
    return end;
  }

  private static boolean isInWord(String text, int at) {
    return at > 0 && Character.isLetterOrDigit(text.charAt(at - 1));
  }

  private static int lineEnd(String text, int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }
}
