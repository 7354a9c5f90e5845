package dev.shortlist.text;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.HashMap;
import java.util.Map;

/// The character sets of an RTF document and of its fonts.
final class RtfCharsets {
  private static final Charset USUAL = Charset.forName("windows-1252");

  private final Map<Integer, Charset> fonts = new HashMap<>();
  private Charset document = USUAL;

  /// What letters in `font` are written in.
  Charset of(int font) {
    return fonts.getOrDefault(font, document);
  }

  void codePage(int number) {
    document = named("windows-" + number);
  }

  void macintosh() {
    document = named("x-MacRoman");
  }

  /// @param number of the character set, as Windows numbers them
  void font(int font, int number) {
    fonts.put(font, forSet(number));
  }

  private Charset forSet(int number) {
    return switch (number) {
      case 77 -> named("x-MacRoman");
      case 128 -> named("windows-31j");
      case 129 -> named("x-windows-949");
      case 134 -> named("GBK");
      case 136 -> named("Big5");
      case 161 -> named("windows-1253");
      case 162 -> named("windows-1254");
      case 163 -> named("windows-1258");
      case 177 -> named("windows-1255");
      case 178 -> named("windows-1256");
      case 186 -> named("windows-1257");
      case 204 -> named("windows-1251");
      case 222 -> named("windows-874");
      case 238 -> named("windows-1250");
      default -> document;
    };
  }

  private static Charset named(String name) {
    try {
      return Charset.isSupported(name) ? Charset.forName(name) : USUAL;
    } catch (IllegalCharsetNameException e) {
      return USUAL;
    }
  }
}
