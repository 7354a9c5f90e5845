package dev.shortlist.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.tika.parser.txt.CharsetDetector;

/// Tells text from other bytes, and its character set.
final class Charsets {
  private Charsets() {}

  /// Text of the first `most` bytes, or all.
  static String decode(byte[] bytes, int most) {
    var head = bytes.length <= most ? bytes : Arrays.copyOf(bytes, most);
    var text = new String(head, of(bytes));
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  static String decode(byte[] bytes) {
    return decode(bytes, Integer.MAX_VALUE);
  }

  /// A byte order mark decides, then whether it is whole UTF-8, then which letters are usual.
  static Charset of(byte[] bytes) {
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return StandardCharsets.UTF_16LE;
    }
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return StandardCharsets.UTF_16BE;
    }
    if (isUtf8(bytes)) {
      return StandardCharsets.UTF_8;
    }
    int even = zeros(bytes, 0);
    int odd = zeros(bytes, 1);
    if (Math.max(even, odd) > bytes.length / 6 && Math.min(even, odd) < bytes.length / 50) {
      return odd > even ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
    }
    return guess(bytes);
  }

  /// Whether more than a few bytes are ones that no text has.
  static boolean isBinary(byte[] bytes) {
    int length = Math.min(bytes.length, 1 << 16);
    var charset = of(bytes);
    if (charset.equals(StandardCharsets.UTF_16LE) || charset.equals(StandardCharsets.UTF_16BE)) {
      return false;
    }
    int odd = 0;
    for (int i = 0; i < length; i++) {
      int b = bytes[i] & 0xFF;
      boolean control = b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 0x1B;
      odd += control ? 1 : 0;
    }
    return odd > length / 10;
  }

  private static boolean isUtf8(byte[] bytes) {
    if (zeros(bytes, 0) + zeros(bytes, 1) > bytes.length / 10) {
      return false;
    }
    try {
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static Charset guess(byte[] bytes) {
    var windows = Charset.forName("windows-1252");
    var detector = new CharsetDetector();
    detector.setText(bytes.length <= 1 << 16 ? bytes : Arrays.copyOf(bytes, 1 << 16));
    var match = detector.detect();
    if (match == null || match.getConfidence() < 30 || !Charset.isSupported(match.getName())) {
      return windows;
    }
    var charset = Charset.forName(match.getName());
    return charset.equals(StandardCharsets.ISO_8859_1) || charset.equals(StandardCharsets.UTF_8)
        ? windows
        : charset;
  }

  private static int zeros(byte[] bytes, int from) {
    int zeros = 0;
    for (int i = from; i < bytes.length; i += 2) {
      zeros += bytes[i] == 0 ? 1 : 0;
    }
    return zeros;
  }

  private static boolean startsWith(byte[] bytes, int first, int second) {
    return bytes.length > 1 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
  }
}
