package dev.shortlist.text;

/// Divides RTF into groups, control words, symbols and characters.
///
/// Source: Rich Text Format Specification 1.9.1, "RTF syntax".
final class RtfScanner {
  private static final int LONGEST_WORD = 32;
  private static final int LONGEST_NUMBER = 10;

  /// A piece of RTF.
  sealed interface Token {
    record Open() implements Token {}

    record Close() implements Token {}

    /// A character of text; 0 to 255, as the current character set means it.
    record Raw(char character) implements Token {}

    /// A byte of text given by two hexadecimal digits; negative when it is given badly.
    record Coded(int character) implements Token {}

    /// A backslash and what is no letter.
    record Symbol(char character) implements Token {}

    /// A control word.
    ///
    /// @param number its number, 1 without one
    record Word(String name, int number, boolean numbered) implements Token {
      /// Whether it turns on what it names: `\\b` does and `\\b0` does not.
      boolean on() {
        return !numbered || number != 0;
      }
    }
  }

  private static final Token OPEN = new Token.Open();
  private static final Token CLOSE = new Token.Close();

  private final String rtf;
  private int at;

  RtfScanner(String rtf) {
    this.rtf = rtf;
  }

  boolean hasNext() {
    while (at < rtf.length() && isLineEnd(rtf.charAt(at))) {
      at++;
    }
    boolean lost = at == rtf.length() - 1 && rtf.charAt(at) == '\\';
    return at < rtf.length() && !lost;
  }

  Token next() {
    char c = rtf.charAt(at++);
    return switch (c) {
      case '{' -> OPEN;
      case '}' -> CLOSE;
      case '\\' -> control();
      default -> new Token.Raw(c);
    };
  }

  /// Whether `text` comes next.
  boolean follows(String text) {
    return rtf.startsWith(text, at);
  }

  private Token control() {
    if (Character.isLetter(rtf.charAt(at))) {
      return word();
    }
    char c = rtf.charAt(at++);
    return c == '\'' ? coded() : new Token.Symbol(c);
  }

  private Token coded() {
    if (at + 2 > rtf.length()) {
      return new Token.Symbol('\'');
    }
    int high = Character.digit(rtf.charAt(at), 16);
    int low = Character.digit(rtf.charAt(at + 1), 16);
    at += 2;
    return new Token.Coded(high < 0 || low < 0 ? -1 : high * 16 + low);
  }

  private Token word() {
    int start = at;
    while (at < rtf.length() && at - start < LONGEST_WORD && isLetter(rtf.charAt(at))) {
      at++;
    }
    var name = rtf.substring(start, at);
    int digits = at;
    if (at < rtf.length() && rtf.charAt(at) == '-') {
      at++;
    }
    while (at < rtf.length() && at - digits < LONGEST_NUMBER && isDigit(rtf.charAt(at))) {
      at++;
    }
    var number = rtf.substring(digits, at);
    boolean numbered = !number.isEmpty() && !number.equals("-");
    if (at < rtf.length() && rtf.charAt(at) == ' ') {
      at++;
    }
    return new Token.Word(name, numbered ? (int) Long.parseLong(number) : 1, numbered);
  }

  private static boolean isLineEnd(char c) {
    return c == '\r' || c == '\n';
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
