package dev.shortlist.text;

import java.io.IOException;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/// Has the pages of a PDF read that are pictures.
final class PdfScans {
  static {
    // Pictures are unpacked in memory: a killed child would leave its temporary files.
    ImageIO.setUseCache(false);
  }

  private static final int COARSEST = 200;
  private static final int FINEST = 300;
  private static final int USUAL = 250;
  private static final float MOST_PIXELS = 12_000_000;

  private final PDDocument document;
  private final Recognizer recognizer;

  PdfScans(PDDocument document, Recognizer recognizer) {
    this.document = document;
    this.recognizer = recognizer;
  }

  /// Whether a page more may be read.
  boolean haveRoom() {
    return recognizer.hasRoom();
  }

  /// Reads page `number`, counted from 1.
  ///
  /// @return whether words were found
  boolean read(int number, Draft draft) throws IOException {
    var page = document.getPage(number - 1);
    var size = page.getCropBox();
    float scale = dotsPerInch(page) / 72f;
    float most = (float) Math.sqrt(MOST_PIXELS / (size.getWidth() * size.getHeight()));
    scale = Math.min(scale, most);
    var renderer = new PDFRenderer(document);
    renderer.setSubsamplingAllowed(true);
    var picture = renderer.renderImage(number - 1, scale, ImageType.GRAY);
    return recognizer.read(picture, number, 1 / scale, draft);
  }

  /// As fine as the largest picture on the page: finer only costs time, and blurs.
  private static float dotsPerInch(PDPage page) throws IOException {
    var size = page.getCropBox();
    double largest = 0;
    for (var name : page.getResources().getXObjectNames()) {
      if (page.getResources().isImageXObject(name)
          && page.getResources().getXObject(name) instanceof PDImageXObject image) {
        largest = Math.max(largest, (double) image.getWidth() * image.getHeight());
      }
    }
    double fine = 72 * Math.sqrt(largest / ((double) size.getWidth() * size.getHeight()));
    return largest == 0 ? USUAL : (float) Math.clamp(fine, COARSEST, FINEST);
  }
}
