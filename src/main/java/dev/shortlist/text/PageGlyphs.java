package dev.shortlist.text;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.ObjIntConsumer;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageTree;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/// Collects the letters of each page with their places.
///
/// PDFBox interprets the page; what is kept, and in which order it is read, is ours.
final class PageGlyphs extends PDFTextStripper {
  private static final Pattern BOLD =
      Pattern.compile(
          "bold|black|heavy|semibold|demi|-bd|,b|cmbx|sfbx|-medi\\b|extrab|ultrab",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ICONS =
      Pattern.compile(
          "wingding|webding|dingbat|awesome|fontello|icomoon|icons?\\b|iconfont|materialicons|materialsymbols"
              + "|ionicons|glyphicon|entypo|typicons|academicons|simpleicons",
          Pattern.CASE_INSENSITIVE);

  /// What is known of a font from its name and description.
  private record Face(boolean bold, boolean icons) {}

  private final int mostPages;
  private final ObjIntConsumer<List<Glyph>> each;
  private final IdentityHashMap<PDFont, Face> faces = new IdentityHashMap<>();
  private List<Glyph> glyphs = new ArrayList<>();
  private int drawn;
  private int known;
  private int damagedPages;

  PageGlyphs(int mostPages, ObjIntConsumer<List<Glyph>> each) throws IOException {
    this.mostPages = mostPages;
    this.each = each;
    setShouldSeparateByBeads(false);
    setSuppressDuplicateOverlappingText(false);
  }

  void read(PDDocument document) throws IOException {
    writeText(document, Writer.nullWriter());
  }

  /// Pages of which only a part, or nothing, could be read.
  int damagedPages() {
    return damagedPages;
  }

  /// Letters drawn on all pages.
  int drawn() {
    return drawn;
  }

  /// Letters whose meaning the file tells.
  int known() {
    return known;
  }

  @Override
  protected void processPages(PDPageTree pages) throws IOException {
    int number = 0;
    for (var page : pages) {
      if (++number > mostPages) {
        return;
      }
      glyphs = new ArrayList<>();
      try {
        processPage(page);
      } catch (IOException | RuntimeException e) {
        damagedPages++;
      }
      each.accept(glyphs, number);
    }
  }

  @Override
  public void processPage(PDPage page) throws IOException {
    super.processPage(page);
  }

  @Override
  protected void writePage() {
    // The letters are handed over as they are; PDFBox must not put them in order.
  }

  @Override
  protected void showGlyph(Matrix place, PDFont font, int code, Vector displacement)
      throws IOException {
    drawn++;
    super.showGlyph(place, font, code, displacement);
  }

  @Override
  protected void processTextPosition(TextPosition position) {
    var face = faces.computeIfAbsent(position.getFont(), PageGlyphs::face);
    var text = readable(position.getUnicode(), face);
    if (text.isEmpty()) {
      return;
    }
    float size = size(position);
    float height = size * 0.75f;
    var seen =
        new Box(
            position.getX(),
            position.getY() - height,
            position.getDir() % 180 == 0 ? position.getWidth() : height,
            position.getDir() % 180 == 0 ? height : position.getWidth());
    var state = getGraphicsState().getTextState();
    glyphs.add(
        new Glyph(
            text,
            position.getXDirAdj(),
            position.getYDirAdj(),
            position.getWidthDirAdj(),
            size,
            Math.round(position.getDir()),
            face.bold(),
            state.getCharacterSpacing()
                * position.getXScale()
                / Math.max(0.01f, state.getFontSize()),
            seen));
  }

  private String readable(String unicode, Face face) {
    if (unicode == null || unicode.isEmpty() || unicode.equals("\uFFFD")) {
      return "";
    }
    int first = unicode.codePointAt(0);
    boolean letter = Character.isLetterOrDigit(first) || (first < 0x80 && first > ' ');
    if (CleanText.isIcon(first) || (face.icons() && letter)) {
      known++;
      return "";
    }
    known += first < ' ' ? 0 : 1;
    // A soft hyphen that is drawn is a hyphen to the reader.
    return unicode.equals("\u00ad") ? "-" : unicode;
  }

  private static float size(TextPosition position) {
    if (position.getFont() instanceof PDType3Font) {
      float height = position.getHeightDir() * 1.6f;
      return height > 1 && height < 200 ? height : 10;
    }
    float size = position.getYScale();
    return size > 0 ? size : position.getFontSizeInPt();
  }

  private static Face face(PDFont font) {
    var name = String.valueOf(font.getName());
    var plain = name.length() > 7 && name.charAt(6) == '+' ? name.substring(7) : name;
    var description = font.getFontDescriptor();
    boolean heavy =
        description != null && (description.isForceBold() || description.getFontWeight() >= 600);
    return new Face(heavy || BOLD.matcher(plain).find(), ICONS.matcher(plain).find());
  }
}
