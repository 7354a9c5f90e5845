package dev.shortlist.text;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Paints a page of a CV that is a photograph or a scan; runs inside a [Child].
final class PicturePainter {
  private static final int WIDTH = 1240;
  private static final int HIGHEST = 3200;

  private PicturePainter() {}

  static Painting paint(PictureFile file, PageOrder order, int mostPages) throws IOException {
    var sizes = sizes(file, mostPages);
    if (order.page() < 1 || order.page() > sizes.size()) {
      return new Painting.None();
    }
    var picture = fitted(file, order.page() - 1);
    float scale = picture.getWidth() / PictureReader.PAGE_WIDTH;
    return new Painting.Picture(
        Painting.Png.of(
            order.blind() ? new ScanMask(picture, scale, order.scanned()).masked() : picture),
        sizes);
  }

  private static List<Painting.Size> sizes(PictureFile file, int most) throws IOException {
    var sizes = new ArrayList<Painting.Size>();
    for (int i = 0; i < Math.min(most, file.pages()); i++) {
      sizes.add(
          new Painting.Size(
              PictureReader.PAGE_WIDTH, PictureReader.PAGE_WIDTH * file.height(i) / file.width(i)));
    }
    return sizes;
  }

  /// In colour on white, as wide as a screen needs it.
  private static BufferedImage fitted(PictureFile file, int index) throws IOException {
    PictureReader.requireSize(file, index);
    int step = Math.max(1, file.width(index) / (2 * WIDTH));
    var page = file.page(index, step);
    double scale = Math.min((double) WIDTH / page.getWidth(), (double) HIGHEST / page.getHeight());
    var fitted =
        new BufferedImage(
            (int) Math.max(1, page.getWidth() * scale),
            (int) Math.max(1, page.getHeight() * scale),
            BufferedImage.TYPE_INT_RGB);
    var pen = fitted.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    pen.drawImage(page, 0, 0, fitted.getWidth(), fitted.getHeight(), Color.WHITE, null);
    pen.dispose();
    return fitted;
  }
}
