package dev.shortlist.profile;

/// A stretch of the visible text within one line.
///
/// @param start index of its first character in the visible text
record Span(int start, String text) {

  int end() {
    return start + text.length();
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  Span sub(int from, int to) {
    return new Span(start + from, text.substring(from, to));
  }

  /// Without blanks, separators and unpaired brackets at either end.
  Span strip() {
    int from = 0;
    int to = text.length();
    while (from < to && isEdge(text.charAt(from), true)) {
      from++;
    }
    while (to > from && isEdge(text.charAt(to - 1), false)) {
      to--;
    }
    var inner = sub(from, to);
    return inner.unpaired() ? inner.sub(0, inner.text.length() - 1).strip() : inner;
  }

  private boolean unpaired() {
    if (text.isEmpty()) {
      return false;
    }
    char last = text.charAt(text.length() - 1);
    return (last == ')' && text.indexOf('(') < 0) || last == '(' || last == '[';
  }

  private static boolean isEdge(char c, boolean left) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Dashes.is(c)
        || ",;:|•·●▪■◆◦*_~/\\<>=➢❖→»«\u00ad\u200b".indexOf(c) >= 0
        || Character.getType(c) == Character.PRIVATE_USE
        || (left && (c == ')' || c == ']' || c == '.' || c == '&' || c == '@'));
  }
}
