package dev.shortlist.text;

import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/// Paints a page of a PDF; runs inside a [Child].
final class PdfPainter {
  static {
    PdfReader.useBundledFonts();
    // Pictures are packed in memory: a killed child would leave its temporary files.
    ImageIO.setUseCache(false);
  }

  private static final float WIDTH = 1240;
  private static final float MOST_PIXELS = 4_000_000;
  private static final float LARGEST_SCALE = 3;

  private PdfPainter() {}

  static Painting paint(byte[] bytes, PageOrder order, int mostPages) {
    try (var document =
        Loader.loadPDF(bytes, "", null, null, IOUtils.createMemoryOnlyStreamCache())) {
      var sizes = sizes(document, mostPages);
      if (order.page() < 1 || order.page() > sizes.size()) {
        return new Painting.None();
      }
      return new Painting.Picture(png(document, order, sizes), sizes);
    } catch (IOException | RuntimeException e) {
      return new Painting.None();
    }
  }

  private static Painting.Png png(PDDocument document, PageOrder order, List<Painting.Size> sizes)
      throws IOException {
    var size = sizes.get(order.page() - 1);
    float scale =
        Math.min(
            Math.min(LARGEST_SCALE, WIDTH / size.width()),
            (float) Math.sqrt(MOST_PIXELS / (size.width() * size.height())));
    return Painting.Png.of(picture(document, order, scale));
  }

  private static BufferedImage picture(PDDocument document, PageOrder order, float scale)
      throws IOException {
    if (!order.blind()) {
      return new PDFRenderer(document).renderImage(order.page() - 1, scale, ImageType.RGB);
    }
    var letters = letters(document, order.page());
    if (!order.scanned().isEmpty() && letters.stream().noneMatch(PdfPainter::isDrawn)) {
      var scan = new PDFRenderer(document).renderImage(order.page() - 1, scale, ImageType.RGB);
      return new ScanMask(scan, scale, order.scanned()).masked();
    }
    var picture = new BlindRenderer(document).renderImage(order.page() - 1, scale, ImageType.RGB);
    cover(picture, scale, boxes(letters, order.covers()));
    return picture;
  }

  /// A scanner lays what it read over the picture, in letters nobody sees.
  private static boolean isDrawn(Glyph glyph) {
    return glyph.visibility == Glyph.Visibility.VISIBLE
        || glyph.visibility == Glyph.Visibility.DOUBTFUL;
  }

  private static List<Box> boxes(List<Glyph> letters, List<Cover> covers) {
    var boxes = new ArrayList<>(Covering.of(letters).boxes(covers));
    if (boxes.isEmpty()) {
      covers.forEach(cover -> boxes.add(cover.line()));
    }
    return boxes;
  }

  private static List<Glyph> letters(PDDocument document, int wanted) throws IOException {
    var letters = new ArrayList<Glyph>();
    new PageGlyphs(
            wanted,
            (page, number) -> {
              if (number == wanted && !page.garbled()) {
                letters.addAll(page.glyphs());
              }
            })
        .read(document);
    return letters;
  }

  private static void cover(BufferedImage picture, float scale, List<Box> boxes) {
    var pen = picture.createGraphics();
    pen.setColor(ScanMask.COVER);
    for (var box : boxes) {
      pen.fill(
          new Rectangle2D.Float(
              box.x() * scale, box.y() * scale, box.width() * scale, box.height() * scale));
    }
    pen.dispose();
  }

  private static List<Painting.Size> sizes(PDDocument document, int mostPages) {
    var sizes = new ArrayList<Painting.Size>();
    for (var page : document.getPages()) {
      if (sizes.size() < mostPages) {
        sizes.add(size(page));
      }
    }
    return sizes;
  }

  private static Painting.Size size(PDPage page) {
    var crop = page.getCropBox();
    boolean turned = Math.floorMod(page.getRotation(), 180) == 90;
    return turned
        ? new Painting.Size(crop.getHeight(), crop.getWidth())
        : new Painting.Size(crop.getWidth(), crop.getHeight());
  }

  /// Paints letters whose meaning is known, straight lines and areas with straight edges, and
  /// nothing else.
  private static final class BlindRenderer extends PDFRenderer {
    BlindRenderer(PDDocument document) {
      super(document);
      setAnnotationsFilter(annotation -> false);
    }

    @Override
    protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
      return new BlindDrawer(parameters);
    }
  }

  private static final class BlindDrawer extends PageDrawer {
    BlindDrawer(PageDrawerParameters parameters) throws IOException {
      super(parameters);
    }

    @Override
    public void drawImage(PDImage image) {}

    @Override
    public void fillPath(int windingRule) throws IOException {
      if (isStraight(getLinePath())) {
        super.fillPath(windingRule);
      } else {
        getLinePath().reset();
      }
    }

    @Override
    public void strokePath() throws IOException {
      if (isStraight(getLinePath())) {
        super.strokePath();
      } else {
        getLinePath().reset();
      }
    }

    @Override
    public void fillAndStrokePath(int windingRule) throws IOException {
      if (isStraight(getLinePath())) {
        super.fillAndStrokePath(windingRule);
      } else {
        getLinePath().reset();
      }
    }

    @Override
    protected void showFontGlyph(Matrix place, PDFont font, int code, Vector displacement)
        throws IOException {
      if (font.toUnicode(code) != null) {
        super.showFontGlyph(place, font, code, displacement);
      }
    }

    @Override
    protected void showType3Glyph(Matrix place, PDType3Font font, int code, Vector displacement) {
      // Its letters are drawings, whatever they are called.
    }

    /// A letter drawn as a shape has curves, or many edges.
    private static boolean isStraight(Shape path) {
      int edges = 0;
      for (var at = path.getPathIterator(null); !at.isDone(); at.next()) {
        int kind = at.currentSegment(new double[6]);
        if (kind == PathIterator.SEG_CUBICTO || kind == PathIterator.SEG_QUADTO) {
          return false;
        }
        edges += kind == PathIterator.SEG_LINETO ? 1 : 0;
      }
      return edges <= 8;
    }
  }
}
