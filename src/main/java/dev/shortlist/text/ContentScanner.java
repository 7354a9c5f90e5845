package dev.shortlist.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.pdfbox.contentstream.PDContentStream;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.jspecify.annotations.Nullable;

/// Divides a content stream into operators with their operands.
///
/// Numbers, names, strings and arrays as nearly all files write them are read here, straight from
/// the bytes; whatever looks unusual is left to the parser of PDFBox, which has seen all that is
/// wrong in PDFs. Source: ISO 32000-1, 7.2 to 7.3 and 7.8.2.
final class ContentScanner extends PDFStreamParser {
  /// Comes after the last operator.
  static final int END = -1;

  /// A page of words is drawn with far less.
  private static final int MOST_BYTES = 48 << 20;

  private static final int LONGEST_NUMBER = 17;
  private static final float EXACT = 1 << 24;
  private static final double[] TENS = new double[LONGEST_NUMBER + 1];
  private static final boolean[] BLANK = new boolean[256];

  /// What ends a name or an operator.
  private static final boolean[] ENDING = new boolean[256];

  /// What operators are made of, and what may follow one.
  private static final boolean[] OPERATOR = new boolean[256];

  private static final boolean[] AFTER = new boolean[256];

  /// What a digit of sixteen is worth, -1 for what is none.
  private static final byte[] DIGIT = new byte[256];

  static {
    Arrays.setAll(TENS, i -> Double.parseDouble("1e" + i));
    for (int c = 0; c < DIGIT.length; c++) {
      DIGIT[c] = (byte) (c < 0x80 ? Character.digit(c, 16) : -1);
    }
    for (int c : new int[] {0, '\t', '\n', '\f', '\r', ' '}) {
      BLANK[c] = true;
      AFTER[c] = true;
      ENDING[c] = true;
    }
    for (char c : "<>[]()/%".toCharArray()) {
      ENDING[c] = true;
    }
    for (char c : "[<(/%".toCharArray()) {
      AFTER[c] = true;
    }
    for (char c = 'A'; c <= 'Z'; c++) {
      OPERATOR[c] = true;
      OPERATOR[c + 'a' - 'A'] = true;
    }
    for (char c : "*'\"".toCharArray()) {
      OPERATOR[c] = true;
    }
  }

  private final byte[] bytes;
  private final @Nullable IOException failure;
  private int at;
  private float number;

  private ContentScanner(byte[] bytes, @Nullable IOException failure) {
    super(bytes);
    this.bytes = bytes;
    this.failure = failure;
  }

  /// @throws Unreadable if there are more bytes than any honest page has
  static ContentScanner of(PDContentStream stream) throws IOException {
    var content = new byte[1 << 14];
    int length = 0;
    IOException failure = null;
    try (var from = stream.getContentsForStreamParsing()) {
      for (int read = 0; read >= 0; length += Math.max(0, read)) {
        if (length == content.length) {
          content = Arrays.copyOf(content, length * 2);
        }
        read = from == null ? -1 : from.read(content, length, content.length - length);
        read = read == 0 ? -1 : read;
        if (length > MOST_BYTES) {
          throw new Unreadable(Reason.TOO_COSTLY, "a page is drawn in millions of steps");
        }
      }
    } catch (Unreadable e) {
      throw e;
    } catch (IOException e) {
      failure = e;
    }
    return new ContentScanner(Arrays.copyOf(content, length), failure);
  }

  /// Reads the next operator.
  ///
  /// @param operands is given what stands before it
  /// @return its [Operation], or [#END]
  /// @throws IOException if the stream is damaged here
  int next(Operands operands) throws IOException {
    operands.clear();
    while (true) {
      skipBlanks();
      if (at == bytes.length) {
        if (failure != null) {
          throw failure;
        }
        return END;
      }
      if (operand(operands)) {
        continue;
      }
      int operation = operation();
      if (operation != Operation.UNUSUAL) {
        return operation;
      }
      source.seek(at);
      var token = parseNextToken();
      at = source.isClosed() ? bytes.length : (int) source.getPosition();
      if (token == null) {
        return END;
      }
      if (token instanceof Operator operator) {
        return Operation.of(operator.getName());
      }
      operands.add((COSBase) token);
    }
  }

  private void skipBlanks() {
    while (at < bytes.length) {
      int c = bytes[at] & 0xFF;
      if (c == '%') {
        while (at < bytes.length && bytes[at] != '\n' && bytes[at] != '\r') {
          at++;
        }
      } else if (BLANK[c]) {
        at++;
      } else {
        return;
      }
    }
  }

  /// Reads an operand, or leaves all as it is.
  private boolean operand(Operands operands) {
    return switch (bytes[at]) {
      case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '-', '+', '.' -> {
        boolean read = number();
        if (read) {
          operands.add(number);
        }
        yield read;
      }
      case '/', '(', '<' -> add(bytes[at] == '/' ? name() : string(), operands);
      case '[' -> add(array(), operands);
      default -> false;
    };
  }

  private static boolean add(@Nullable Object operand, Operands operands) {
    if (operand != null) {
      operands.add(operand);
    }
    return operand != null;
  }

  private boolean number() {
    int i = at;
    boolean negative = bytes[i] == '-';
    i += negative || bytes[i] == '+' ? 1 : 0;
    long whole = 0;
    int digits = 0;
    int point = -1;
    for (; i < bytes.length; i++) {
      int c = bytes[i];
      if (c >= '0' && c <= '9') {
        whole = whole * 10 + c - '0';
        digits++;
      } else if (c == '.' && point < 0) {
        point = digits;
      } else {
        break;
      }
    }
    if (digits == 0 || digits > LONGEST_NUMBER || (i < bytes.length && isOfNumber(bytes[i]))) {
      return false;
    }
    float size = point < 0 ? whole : quotient(whole, digits - point);
    number = negative ? 0 - size : size;
    at = i;
    return true;
  }

  /// A quotient of two exact numbers is rounded once, as a number that is read must be.
  private static float quotient(long whole, int decimals) {
    return whole < EXACT && decimals <= 10
        ? (float) whole / (float) TENS[decimals]
        : (float) (whole / TENS[decimals]);
  }

  private static boolean isOfNumber(byte c) {
    return c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
  }

  private @Nullable COSName name() {
    int i = at + 1;
    for (; i < bytes.length && !ENDING[bytes[i] & 0xFF]; i++) {
      if (bytes[i] == '#' || bytes[i] < 0) {
        return null;
      }
    }
    var name = COSName.getPDFName(text(at + 1, i));
    at = i;
    return name;
  }

  private byte @Nullable [] string() {
    return bytes[at] == '(' ? plainString() : hexString();
  }

  private byte @Nullable [] plainString() {
    int i = at + 1;
    while (i < bytes.length && bytes[i] != ')') {
      if (bytes[i] == '(' || bytes[i] == '\\') {
        return escapedString();
      }
      i++;
    }
    if (i == bytes.length) {
      return null;
    }
    var string = Arrays.copyOfRange(bytes, at + 1, i);
    at = i + 1;
    return string;
  }

  private byte @Nullable [] escapedString() {
    var string = new byte[32];
    int length = 0;
    int depth = 1;
    int i = at + 1;
    for (; i < bytes.length; i++) {
      if (length == string.length) {
        string = Arrays.copyOf(string, length * 2);
      }
      byte c = bytes[i];
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (depth == 0) {
        at = i + 1;
        return Arrays.copyOf(string, length);
      }
      boolean escape = c == '\\' && i + 1 < bytes.length;
      if (escape) {
        c = bytes[++i];
      }
      // Here PDFBox looks whether the string has lost its end.
      boolean broken = c == ')' && i + 1 < bytes.length && isLineEnd(bytes[i + 1]);
      if (broken || (escape && isLineEnd(c))) {
        return null;
      }
      if (escape && c >= '0' && c <= '7') {
        int end = octalEnd(i);
        string[length++] = (byte) Integer.parseInt(text(i, end), 8);
        i = end - 1;
      } else {
        string[length++] = escape ? meant(c) : c;
      }
    }
    return null;
  }

  private int octalEnd(int start) {
    int end = start + 1;
    while (end < Math.min(start + 3, bytes.length) && bytes[end] >= '0' && bytes[end] <= '7') {
      end++;
    }
    return end;
  }

  private static byte meant(byte c) {
    return switch (c) {
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'b' -> '\b';
      case 'f' -> '\f';
      default -> c;
    };
  }

  private static boolean isLineEnd(byte c) {
    return c == '\n' || c == '\r';
  }

  private byte @Nullable [] hexString() {
    int end = at + 1;
    while (end < bytes.length && DIGIT[bytes[end] & 0xFF] >= 0) {
      end++;
    }
    if (end == bytes.length || bytes[end] != '>') {
      return null;
    }
    var string = new byte[(end - at) / 2];
    for (int i = at + 1; i < end; i++) {
      int place = i - at - 1;
      int digit = DIGIT[bytes[i] & 0xFF];
      string[place / 2] |= (byte) (place % 2 == 0 ? digit << 4 : digit);
    }
    at = end + 1;
    return string;
  }

  /// An array of numbers, strings and names.
  private @Nullable Operands array() {
    int start = at++;
    var items = new Operands();
    while (true) {
      skipBlanks();
      if (at < bytes.length && bytes[at] == ']') {
        at++;
        return items;
      }
      if (at == bytes.length || bytes[at] == '[' || !operand(items)) {
        at = start;
        return null;
      }
    }
  }

  private int operation() {
    int i = at;
    while (i < bytes.length && OPERATOR[bytes[i] & 0xFF]) {
      i++;
    }
    int length = i - at;
    boolean ends = i == bytes.length || AFTER[bytes[i] & 0xFF];
    boolean picture = bytes[at] == 'I' || (length == 2 && bytes[at] == 'B' && bytes[at + 1] == 'I');
    if (length == 0 || length > 3 || !ends || picture) {
      return Operation.UNUSUAL;
    }
    int operation = bytes[at];
    operation |= length > 1 ? bytes[at + 1] << 8 : 0;
    operation |= length > 2 ? bytes[at + 2] << 16 : 0;
    at = i;
    return operation;
  }

  private String text(int start, int end) {
    return new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
  }
}
