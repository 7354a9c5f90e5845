package dev.shortlist.report;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/// The typefaces a PDF is set in. Liberation Sans has Latin, Greek, Cyrillic and Hebrew letters,
/// DejaVu Sans Arabic, Armenian, Georgian and signs, WenQuanYi Micro Hei Chinese, Japanese and
/// Korean ones.
final class Typefaces {
  private static final String FIRST = "Liberation Sans";
  private static final String LIBERATION = "/liberation/LiberationSans-";
  private static final List<Further> FURTHER =
      List.of(
          new Further("DejaVu Sans", "fonts/DejaVuSans.ttf"),
          new Further("WenQuanYi Micro Hei", "fonts/WenQuanYiMicroHei.ttf"));

  /// Stands for a letter that none of the typefaces has.
  private static final String ABSENT = "\u25a1";

  private record Further(String family, String path) {}

  /// The letters of the first typeface.
  private static final class Plain {
    static final BitSet LETTERS = letters(LIBERATION + "Regular.ttf");
  }

  /// The letters of all, read when the first text needs them.
  private static final class Known {
    static final BitSet LETTERS = all();
  }

  private Typefaces() {}

  /// Adds those that `text` needs.
  ///
  /// @return their names, as a style sheet has them
  static String addTo(PdfRendererBuilder builder, String text) {
    add(builder, LIBERATION + "Regular.ttf", FIRST, 400);
    add(builder, LIBERATION + "Bold.ttf", FIRST, 700);
    if (isPlain(text)) {
      return quoted(FIRST);
    }
    FURTHER.forEach(one -> add(builder, one.path, one.family, 400));
    return quoted(FIRST)
        + FURTHER.stream().map(one -> ", " + quoted(one.family)).collect(Collectors.joining());
  }

  /// `text` with a box for each letter that cannot be set.
  static String settable(String text) {
    if (isPlain(text)) {
      return text;
    }
    var settable = new StringBuilder();
    text.codePoints()
        .forEach(letter -> {
          if (isKnown(letter)) {
            settable.appendCodePoint(letter);
          } else {
            settable.append(isSilent(letter) ? "" : ABSENT);
          }
        });
    return settable.toString();
  }

  /// The scripts of `text` that cannot be set, as Unicode calls them: `Devanagari`.
  static Set<String> absent(String text) {
    var scripts = new TreeSet<String>();
    if (!isPlain(text)) {
      text.codePoints()
          .filter(letter -> !isKnown(letter) && !isSilent(letter))
          .forEach(letter -> scripts.add(script(letter)));
    }
    return scripts;
  }

  private static String script(int letter) {
    var script = Character.UnicodeScript.of(letter);
    String name = script == Character.UnicodeScript.COMMON ? "Symbols" : script.name();
    return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static boolean isPlain(String text) {
    return text.codePoints().allMatch(letter -> letter < ' ' || Plain.LETTERS.get(letter));
  }

  private static boolean isKnown(int letter) {
    return letter < ' ' || Known.LETTERS.get(letter);
  }

  /// Marks that choose how the letter before looks, and such that are not seen.
  private static boolean isSilent(int letter) {
    return Character.getType(letter) == Character.FORMAT || (letter >= 0xfe00 && letter <= 0xfe0f);
  }

  private static BitSet all() {
    var all = (BitSet) Plain.LETTERS.clone();
    FURTHER.forEach(one -> all.or(letters(one.path)));
    return all;
  }

  private static BitSet letters(String path) {
    var letters = new BitSet();
    try (var in = resource(path);
        var font = new TTFParser().parse(new RandomAccessReadBuffer(in))) {
      var glyphs = font.getUnicodeCmapLookup();
      for (int letter = 0; letter <= Character.MAX_CODE_POINT; letter++) {
        if (Character.isDefined(letter) && glyphs.getGlyphId(letter) != 0) {
          letters.set(letter);
        }
      }
      return letters;
    } catch (IOException e) {
      throw new UncheckedIOException("the typeface " + path + " cannot be read", e);
    }
  }

  private static void add(PdfRendererBuilder builder, String path, String family, int weight) {
    builder.useFont(() -> resource(path), family, weight, FontStyle.NORMAL, true);
  }

  private static String quoted(String family) {
    return "\"" + family + "\"";
  }

  private static InputStream resource(String path) {
    return Objects.requireNonNull(Typefaces.class.getResourceAsStream(path), path);
  }
}
