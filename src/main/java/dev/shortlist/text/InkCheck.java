package dev.shortlist.text;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/// Tells by painting a page whether doubtful words can be seen: with its letters and without, a
/// point a pixel, in grey. Where both pictures are the same, nothing is to be read.
final class InkCheck {
  static {
    // Pictures are unpacked in memory: a killed child would leave its temporary files.
    ImageIO.setUseCache(false);
  }

  private static final int CONTRAST = 16;
  private static final int SCAN_CONTRAST = 48;
  private static final float MOST_PIXELS = 4_000_000;

  private final PDDocument document;

  InkCheck(PDDocument document) {
    this.document = document;
  }

  /// Settles what is doubtful among `glyphs`.
  ///
  /// @param glyphs in the order they were drawn
  /// @param page index from 0
  void settle(List<Glyph> glyphs, int page) throws IOException {
    var box = document.getPage(page).getCropBox();
    float scale = (float) Math.min(1, Math.sqrt(MOST_PIXELS / (box.getWidth() * box.getHeight())));
    var with = new PDFRenderer(document).renderImage(page, scale, ImageType.GRAY);
    var without = new Letterless(document).renderImage(page, scale, ImageType.GRAY);
    for (var word : words(glyphs)) {
      boolean scanned = word.getFirst().visibility == Glyph.Visibility.OVER_PICTURE;
      boolean seen =
          scanned
              ? range(without, word, scale) >= SCAN_CONTRAST
              : difference(with, without, word, scale) >= CONTRAST;
      for (var glyph : word) {
        glyph.visibility = seen ? Glyph.Visibility.VISIBLE : Glyph.Visibility.UNSEEN;
      }
    }
  }

  private static List<List<Glyph>> words(List<Glyph> glyphs) {
    var words = new ArrayList<List<Glyph>>();
    List<Glyph> word = new ArrayList<>();
    for (var glyph : glyphs) {
      boolean doubtful = glyph.visibility.isDoubtful();
      if (!word.isEmpty() && !(doubtful && follows(word.getLast(), glyph))) {
        words.add(word);
        word = new ArrayList<>();
      }
      if (doubtful) {
        word.add(glyph);
      }
    }
    if (!word.isEmpty()) {
      words.add(word);
    }
    return words;
  }

  private static boolean follows(Glyph last, Glyph glyph) {
    return !last.blank()
        && last.visibility == glyph.visibility
        && Math.abs(last.y - glyph.y) < last.size * 0.3f
        && Math.abs(glyph.x - last.end()) < last.size * 0.3f;
  }

  private static int difference(
      BufferedImage with, BufferedImage without, List<Glyph> word, float scale) {
    int[] area = area(with, word, scale);
    int most = 0;
    for (int y = area[1]; y < area[3]; y++) {
      for (int x = area[0]; x < area[2]; x++) {
        int one = with.getRaster().getSample(x, y, 0);
        int other = without.getRaster().getSample(x, y, 0);
        most = Math.max(most, Math.abs(one - other));
      }
    }
    return most;
  }

  private static int range(BufferedImage image, List<Glyph> word, float scale) {
    int[] area = area(image, word, scale);
    int least = 255;
    int most = 0;
    for (int y = area[1]; y < area[3]; y++) {
      for (int x = area[0]; x < area[2]; x++) {
        int level = image.getRaster().getSample(x, y, 0);
        least = Math.min(least, level);
        most = Math.max(most, level);
      }
    }
    return most - least;
  }

  /// Left, top, right and bottom pixel of the word, within the picture.
  private static int[] area(BufferedImage image, List<Glyph> word, float scale) {
    float left = Float.MAX_VALUE;
    float top = Float.MAX_VALUE;
    float right = -Float.MAX_VALUE;
    float bottom = -Float.MAX_VALUE;
    for (var glyph : word) {
      left = Math.min(left, glyph.seen.x());
      top = Math.min(top, glyph.seen.y());
      right = Math.max(right, glyph.seen.x() + glyph.seen.width());
      bottom = Math.max(bottom, glyph.seen.y() + glyph.seen.height());
    }
    return new int[] {
      Math.clamp((int) Math.floor(left * scale), 0, image.getWidth()),
      Math.clamp((int) Math.floor(top * scale), 0, image.getHeight()),
      Math.clamp((int) Math.ceil(right * scale), 0, image.getWidth()),
      Math.clamp((int) Math.ceil(bottom * scale), 0, image.getHeight())
    };
  }

  /// Paints everything but letters.
  private static final class Letterless extends PDFRenderer {
    Letterless(PDDocument document) {
      super(document);
    }

    @Override
    protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
      return new PageDrawer(parameters) {
        @Override
        protected void showFontGlyph(Matrix place, PDFont font, int code, Vector displacement) {}

        @Override
        protected void showType3Glyph(
            Matrix place, PDType3Font font, int code, Vector displacement) {}
      };
    }
  }
}
