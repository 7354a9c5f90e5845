package dev.shortlist.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A word and where it stands: from `start` up to `end` in its text.
///
/// @param word in lower case; `c++`, `node.js` and `ph.d` are words
record Token(String word, int start, int end) {

  /// The words of `text`, their places counted from `offset`.
  static List<Token> in(String text, int offset) {
    var tokens = new ArrayList<Token>();
    int at = 0;
    while (at < text.length()) {
      int start = at;
      while (at < text.length() && isPart(text.charAt(at), at == start)) {
        at++;
      }
      int end = at;
      while (end > start && ".-".indexOf(text.charAt(end - 1)) >= 0) {
        end--;
      }
      if (end > start) {
        var word = text.substring(start, end).toLowerCase(Locale.ROOT);
        tokens.add(new Token(word, offset + start, offset + end));
      } else {
        at++;
      }
    }
    return tokens;
  }

  private static boolean isPart(char c, boolean first) {
    return Character.isLetterOrDigit(c) || (!first && "+#.-".indexOf(c) >= 0);
  }
}
