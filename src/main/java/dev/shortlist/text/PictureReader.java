package dev.shortlist.text;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;

/// Reads a CV that is a photograph or a scan: PNG, JPEG or TIFF, the last with several pages.
final class PictureReader {
  private static final long MOST_PIXELS = 60_000_000;
  private static final int WIDEST = 2600;
  private static final int NARROWEST = 1200;

  /// In points, however many pixels.
  static final float PAGE_WIDTH = 595;

  private final byte[] bytes;
  private final Draft draft;
  private final Recognizer recognizer;

  PictureReader(byte[] bytes, Draft draft, Recognizer recognizer) {
    this.bytes = bytes;
    this.draft = draft;
    this.recognizer = recognizer;
  }

  Extraction read() throws IOException {
    if (!recognizer.isInstalled()) {
      throw new Unreadable(Reason.NO_TEXT, "the file is a picture");
    }
    try (var file = PictureFile.open(bytes).orElseThrow(PictureReader::damaged)) {
      return read(file);
    }
  }

  private static Unreadable damaged() {
    return new Unreadable(Reason.DAMAGED, "the picture cannot be opened");
  }

  private Extraction read(PictureFile file) throws IOException {
    int pages = file.pages();
    int without = 0;
    for (int i = 0; i < pages; i++) {
      boolean found = recognizer.hasRoom() && page(file, i);
      without += found ? 0 : 1;
    }
    draft.recognized(recognizer, pages - without, without, pages);
    return draft.finish(FileType.PICTURE, pages, null);
  }

  /// @throws Unreadable if a page would take too much memory
  static void requireSize(PictureFile file, int index) throws IOException {
    long pixels = (long) file.width(index) * file.height(index);
    if (pixels > MOST_PIXELS) {
      throw new Unreadable(Reason.TOO_COSTLY, "a picture of %,d pixels".formatted(pixels));
    }
  }

  private boolean page(PictureFile file, int index) throws IOException {
    requireSize(file, index);
    var picture = grey(file.page(index, 1));
    return recognizer.read(picture, index + 1, PAGE_WIDTH / picture.getWidth(), draft);
  }

  /// In grey on white, of a size at which letters are neither specks nor a waste of time.
  private static BufferedImage grey(BufferedImage picture) {
    int across = Math.min(picture.getWidth(), picture.getHeight());
    double scale =
        across > WIDEST
            ? (double) WIDEST / across
            : Math.min(2, Math.max(1, (double) NARROWEST / across));
    int width = Math.max(1, (int) Math.min(6000, picture.getWidth() * scale));
    int height = Math.max(1, (int) Math.min(6000, picture.getHeight() * scale));
    var grey = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    var pen = grey.createGraphics();
    pen.setRenderingHint(
        java.awt.RenderingHints.KEY_INTERPOLATION,
        java.awt.RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    pen.drawImage(picture, 0, 0, width, height, Color.WHITE, null);
    pen.dispose();
    return grey;
  }
}
