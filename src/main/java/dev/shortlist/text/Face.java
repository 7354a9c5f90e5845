package dev.shortlist.text;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDSimpleFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.pdmodel.font.encoding.GlyphList;
import org.apache.pdfbox.util.Vector;
import org.jspecify.annotations.Nullable;

/// A font of a document: what each of its codes means and how wide it is, looked up once.
final class Face {
  private static final Pattern BOLD =
      Pattern.compile(
          "bold|black|heavy|semibold|demi|-bd|,b|cmbx|sfbx|-medi\\b|extrab|ultrab",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ICONS =
      Pattern.compile(
          "wingding|webding|dingbat|awesome|fontello|icomoon|icons?\\b|iconfont|materialicons|materialsymbols"
              + "|ionicons|glyphicon|entypo|typicons|academicons|simpleicons",
          Pattern.CASE_INSENSITIVE);
  private static final String MORE_NAMES = "/org/apache/pdfbox/resources/glyphlist/additional.txt";
  private static final GlyphList NAMES = names();

  /// A code of the font.
  ///
  /// @param text what is read, empty when nothing is: an icon, or a code without meaning
  /// @param known whether the file tells what it means
  /// @param width way to the next letter, in text space
  /// @param drop the same in vertical writing
  /// @param origin where vertical writing puts it; absent in horizontal writing
  record Letter(String text, boolean known, float width, float drop, @Nullable Vector origin) {}

  private final PDFont font;
  private final boolean bold;
  private final boolean icons;
  private final int codeLength;
  private final Letter[] letters = new Letter[256];
  private final Map<Integer, Letter> more = new HashMap<>();

  Face(PDFont font) {
    this.font = font;
    var name = String.valueOf(font.getName());
    var plain = name.length() > 7 && name.charAt(6) == '+' ? name.substring(7) : name;
    var description = font.getFontDescriptor();
    boolean heavy =
        description != null && (description.isForceBold() || description.getFontWeight() >= 600);
    this.bold = heavy || BOLD.matcher(plain).find();
    this.icons = ICONS.matcher(plain).find();
    this.codeLength = codeLength(font);
  }

  private static int codeLength(PDFont font) {
    if (font instanceof PDSimpleFont) {
      return 1;
    }
    var encoding = font.getCOSObject().getDictionaryObject(COSName.ENCODING);
    boolean pairs = COSName.IDENTITY_H.equals(encoding) || COSName.IDENTITY_V.equals(encoding);
    return pairs && font instanceof PDType0Font ? 2 : 0;
  }

  boolean bold() {
    return bold;
  }

  boolean vertical() {
    return font.isVertical();
  }

  /// Whether its letters are drawings of the file's own.
  boolean drawn() {
    return font instanceof PDType3Font;
  }

  /// Bytes of each code, 0 where it takes the font to tell.
  int codeLength() {
    return codeLength;
  }

  int code(ByteArrayInputStream string) throws IOException {
    return font.readCode(string);
  }

  Letter letter(int code) throws IOException {
    boolean low = code >= 0 && code < letters.length;
    var known = low ? letters[code] : more.get(code);
    if (known != null) {
      return known;
    }
    var letter = lookUp(code);
    if (low) {
      letters[code] = letter;
    } else {
      more.put(code, letter);
    }
    return letter;
  }

  private Letter lookUp(int code) throws IOException {
    var origin = font.isVertical() ? font.getPositionVector(code) : null;
    var step = font.getDisplacement(code);
    var meant = font.toUnicode(code, NAMES);
    if (meant == null && font instanceof PDSimpleFont) {
      meant = String.valueOf((char) code);
    }
    boolean none = meant == null || meant.isEmpty() || meant.equals("\uFFFD");
    boolean known = !none && (isIcon(meant) || meant.codePointAt(0) >= ' ');
    float width = font.isVertical() ? font.getWidth(code) / 1000 : step.getX();
    return new Letter(none ? "" : readable(meant), known, width, step.getY(), origin);
  }

  private String readable(String meant) {
    if (isIcon(meant)) {
      return "";
    }
    if (meant.codePoints().allMatch(CleanText::isSpace)) {
      return " ";
    }
    // A soft hyphen that is drawn is a hyphen to the reader.
    return meant.equals("\u00ad") ? "-" : meant;
  }

  private boolean isIcon(String meant) {
    int first = meant.codePointAt(0);
    boolean letter = Character.isLetterOrDigit(first) || (first < 0x80 && first > ' ');
    return CleanText.isIcon(first) || (icons && letter);
  }

  /// How high letters drawn by the file itself are, in text space.
  float drawnHeight() throws IOException {
    var box = font.getBoundingBox();
    float height = box.getHeight() / 2;
    var description = font.getFontDescriptor();
    if (description != null) {
      float capital = description.getCapHeight();
      if (capital != 0 && (capital < height || height == 0)) {
        height = capital;
      }
      float ascent = description.getAscent();
      float descent = description.getDescent();
      float half = (ascent - descent) / 2;
      if (capital > ascent && ascent > 0 && descent < 0 && (half < height || height == 0)) {
        height = half;
      }
    }
    return font.getFontMatrix().transformPoint(0, height).y;
  }

  private static GlyphList names() {
    try (var more = GlyphList.class.getResourceAsStream(MORE_NAMES)) {
      return new GlyphList(GlyphList.getAdobeGlyphList(), more);
    } catch (IOException e) {
      throw new UncheckedIOException("the list of glyph names of PDFBox cannot be read", e);
    }
  }
}
