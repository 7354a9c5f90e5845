package dev.shortlist.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageTree;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
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

  private static final float TINY = 2;
  private static final float SQUEEZED = 20;
  private static final int MOST_OPERATORS = 1_000_000;
  private static final int MOST_GLYPHS = 400_000;

  /// Takes the letters of a page, in the order they were drawn.
  interface PageConsumer {
    void accept(Page page, int number) throws IOException;
  }

  /// The letters of a page in the order they were drawn.
  ///
  /// @param picture whether a picture, or letters drawn as shapes, cover a good part of it
  /// @param garbled whether the meaning of most letters cannot be told
  record Page(List<Glyph> glyphs, boolean picture, boolean garbled) {}

  /// What is known of a font from its name and description.
  private record Face(boolean bold, boolean icons) {}

  private final int mostPages;
  private final PageConsumer each;
  private final HiddenLayers layers;
  private final IdentityHashMap<PDFont, Face> faces = new IdentityHashMap<>();
  private final Deque<Boolean> marks = new ArrayDeque<>();
  private List<Glyph> glyphs = new ArrayList<>();
  private Canvas canvas = new Canvas();
  private PDRectangle crop = new PDRectangle();
  private int hiddenMarks;
  private int operators;
  private int drawn;
  private int known;
  private int damagedPages;

  PageGlyphs(PDDocument document, int mostPages, PageConsumer each) throws IOException {

    this.mostPages = mostPages;
    this.each = each;
    this.layers = new HiddenLayers(document);
    setShouldSeparateByBeads(false);
    setSuppressDuplicateOverlappingText(false);
  }

  void read(PDDocument document) throws IOException {
    new CanvasOperators(this, () -> canvas, () -> glyphs.size()).install();
    writeText(document, Writer.nullWriter());
  }

  /// Pages of which only a part, or nothing, could be read.
  int damagedPages() {
    return damagedPages;
  }

  /// Whether too few of the letters that are drawn have a meaning to speak of text.
  static boolean isGarbled(int drawn, int known) {
    return drawn > 50 && known < drawn * 0.4;
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
      int drawnBefore = drawn;
      int knownBefore = known;
      try {
        processPage(page);
      } catch (UncheckedIOException e) {
        throw e.getCause();
      } catch (IOException | RuntimeException e) {
        damagedPages++;
      }
      boolean picture = canvas.picturesCover(crop.getWidth() * crop.getHeight());
      boolean garbled = isGarbled(drawn - drawnBefore, known - knownBefore);
      each.accept(new Page(glyphs, picture, garbled), number);
    }
  }

  @Override
  public void processPage(PDPage page) throws IOException {
    crop = page.getCropBox();
    canvas = new Canvas();
    marks.clear();
    hiddenMarks = 0;
    super.processPage(page);
    annotations(page);
    for (var area : canvas.over()) {
      for (var glyph : glyphs.subList(0, area.letters())) {
        boolean covered = area.bounds().holds(glyph.centerX, glyph.centerY);
        if (covered && glyph.visibility == Glyph.Visibility.VISIBLE) {
          glyph.visibility = Glyph.Visibility.DOUBTFUL;
        }
      }
    }
  }

  /// What was filled into a form or written onto the page.
  private void annotations(PDPage page) throws IOException {
    for (var annotation : page.getAnnotations(Writing::isShown)) {
      if (annotation.getNormalAppearanceStream() != null) {
        showAnnotation(annotation);
      } else {
        glyphs.addAll(Writing.of(annotation, crop));
      }
    }
  }

  @Override
  protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
    if (++operators > MOST_OPERATORS || glyphs.size() > MOST_GLYPHS) {
      throw new UncheckedIOException(
          new Unreadable(Reason.TOO_COSTLY, "a page is drawn in millions of steps"));
    }
    super.processOperator(operator, operands);
  }

  @Override
  public void saveGraphicsState() {
    canvas.save();
    super.saveGraphicsState();
  }

  @Override
  public void restoreGraphicsState() {
    canvas.restore();
    super.restoreGraphicsState();
  }

  @Override
  public void showForm(PDFormXObject form) throws IOException {
    boolean hidden = layers.hides(form.getCOSObject().getDictionaryObject(COSName.OC));
    hiddenMarks += hidden ? 1 : 0;
    canvas.save();
    clip(form);
    super.showForm(form);
    canvas.restore();
    hiddenMarks -= hidden ? 1 : 0;
  }

  /// Nothing of a form shows outside its own box.
  private void clip(PDFormXObject form) {
    var box = form.getBBox();
    if (box == null) {
      return;
    }
    var path = box.transform(form.getMatrix());
    path.transform(getGraphicsState().getCurrentTransformationMatrix().createAffineTransform());
    var seen = path.getBounds2D();
    float left = (float) seen.getMinX() - crop.getLowerLeftX();
    float bottom = (float) seen.getMinY() - crop.getLowerLeftY();
    canvas.clip(
        new Canvas.Bounds(
            left, bottom, left + (float) seen.getWidth(), bottom + (float) seen.getHeight()));
  }

  @Override
  public void beginMarkedContentSequence(COSName tag, COSDictionary properties) {
    boolean hidden = COSName.OC.equals(tag) && layers.hides(properties);
    marks.push(hidden);
    hiddenMarks += hidden ? 1 : 0;
  }

  @Override
  public void endMarkedContentSequence() {
    if (!marks.isEmpty() && marks.pop()) {
      hiddenMarks--;
    }
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
    var matrix = position.getTextMatrix();
    float along = position.getWidthDirAdj() / 2;
    float scale = Math.max(0.001f, (float) Math.hypot(matrix.getScaleX(), matrix.getShearY()));
    float cos = matrix.getScaleX() / scale;
    float sin = matrix.getShearY() / scale;
    float up = size * 0.3f;
    var glyph =
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
            seen,
            matrix.getTranslateX() + cos * along - sin * up,
            matrix.getTranslateY() + sin * along + cos * up);
    if (!glyph.blank()) {
      glyph.visibility = visibility(glyph, position);
    }
    glyphs.add(glyph);
  }

  private Glyph.Visibility visibility(Glyph glyph, TextPosition position) {
    var state = getGraphicsState();
    float x = glyph.centerX;
    float y = glyph.centerY;
    boolean page = x >= 0 && y >= 0 && x <= crop.getWidth() && y <= crop.getHeight();
    boolean tiny = glyph.size < TINY && position.getWidthDirAdj() < TINY;
    boolean squeezed = position.getXScale() * SQUEEZED < position.getYScale();
    if (hiddenMarks > 0 || !page || tiny || squeezed || !canvas.clip().holds(x, y)) {
      return Glyph.Visibility.HIDDEN;
    }
    return switch (state.getTextState().getRenderingMode()) {
      case NEITHER, NEITHER_CLIP ->
          canvas.hasPicture(x, y) ? Glyph.Visibility.OVER_PICTURE : Glyph.Visibility.HIDDEN;
      case STROKE, STROKE_CLIP -> Glyph.Visibility.DOUBTFUL;
      default -> filled(x, y);
    };
  }

  private Glyph.Visibility filled(float x, float y) {
    var state = getGraphicsState();
    if (state.getNonStrokeAlphaConstant() < 0.05) {
      return Glyph.Visibility.HIDDEN;
    }
    boolean plain = state.getNonStrokeAlphaConstant() > 0.5 && state.getSoftMask() == null;
    return plain && canvas.standsOut(x, y, canvas.color())
        ? Glyph.Visibility.VISIBLE
        : Glyph.Visibility.DOUBTFUL;
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
    if (unicode.codePoints().allMatch(CleanText::isSpace)) {
      return " ";
    }
    // A soft hyphen that is drawn is a hyphen to the reader.
    return unicode.equals("\u00ad") ? "-" : unicode;
  }

  private static float size(TextPosition position) {
    if (position.getFont() instanceof PDType3Font) {
      float drawn = position.getHeightDir();
      float height = drawn * 1.6f;
      float stated = position.getYScale();
      if (stated > drawn && stated < drawn * 2.7f) {
        return stated;
      }
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
