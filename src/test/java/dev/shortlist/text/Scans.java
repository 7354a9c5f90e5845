package dev.shortlist.text;

import java.awt.Color;
import java.awt.Font;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;

/// Draws pictures of pages for tests.
final class Scans {
  static final List<String> CV =
      List.of(
          "Mira Holt",
          "mira.holt@example.com",
          "Experience",
          "Nurse at Harbour Clinic since March 2019",
          "Cared for patients after surgery and trained new colleagues",
          "Education",
          "Bachelor of Science in Nursing, Riverside College, 2018");

  private Scans() {}

  /// A letter page at 200 dots an inch.
  static BufferedImage page(List<String> lines) {
    var picture = new BufferedImage(1700, 2200, BufferedImage.TYPE_BYTE_GRAY);
    var pen = picture.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, 1700, 2200);
    pen.setColor(Color.BLACK);
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 34));
    int y = 200;
    for (var line : lines) {
      pen.drawString(line, 160, y);
      y += 80;
    }
    pen.dispose();
    return picture;
  }

  /// What a scanner makes of a page put in upside down.
  static BufferedImage turned(BufferedImage picture) {
    var turned = new BufferedImage(picture.getWidth(), picture.getHeight(), picture.getType());
    var pen = turned.createGraphics();
    pen.rotate(Math.PI, picture.getWidth() / 2.0, picture.getHeight() / 2.0);
    pen.drawImage(picture, 0, 0, null);
    pen.dispose();
    return turned;
  }

  /// What a camera stores that is held with its right side up.
  static BufferedImage quarterTurned(BufferedImage picture) {
    int across = picture.getHeight();
    int down = picture.getWidth();
    var turned = new BufferedImage(across, down, picture.getType());
    var pen = turned.createGraphics();
    pen.translate(0, down);
    pen.rotate(-Math.PI / 2);
    pen.drawImage(picture, 0, 0, null);
    pen.dispose();
    return turned;
  }

  /// Scraps of strokes without sense.
  static BufferedImage scribble() {
    var picture = page(List.of());
    var pen = picture.createGraphics();
    pen.setColor(Color.DARK_GRAY);
    var random = new Random(7);
    for (int i = 0; i < 900; i++) {
      int x = 100 + random.nextInt(1500);
      int y = 100 + random.nextInt(50) * 40;
      pen.drawLine(x, y, x + random.nextInt(24) - 12, y + random.nextInt(28));
      pen.drawArc(x, y, random.nextInt(26), random.nextInt(26), random.nextInt(360), 200);
    }
    pen.dispose();
    return picture;
  }

  /// @param textPage number of a page that has words of its own, 0 for none
  static byte[] pdf(List<BufferedImage> pages, int textPage) {
    try (var document = new PDDocument();
        var bytes = new ByteArrayOutputStream()) {
      for (int i = 0; i < pages.size(); i++) {
        var page = new PDPage();
        document.addPage(page);
        try (var content = new PDPageContentStream(document, page)) {
          var image = LosslessFactory.createFromImage(document, pages.get(i));
          content.drawImage(image, 0, 0, 612, 792);
          if (i + 1 == textPage) {
            new Pdfs.Pen(document, page, content).text(60, 700, 11, "A page with text of its own");
          }
        }
      }
      document.save(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A JPEG with a camera's note of how it was held: Exif's orientation, 1 to 8.
  static byte[] held(byte[] jpeg, int orientation) {
    var notes =
        ByteBuffer.allocate(36)
            .putShort((short) 0xFFE1)
            .putShort((short) 34)
            .put("Exif\0\0MM".getBytes(StandardCharsets.US_ASCII))
            .putShort((short) 42)
            .putInt(8) // where its only directory begins, which has one entry: a short
            .putShort((short) 1)
            .putShort((short) 0x112)
            .putShort((short) 3)
            .putInt(1)
            .putShort((short) orientation)
            .array();
    return ByteBuffer.allocate(jpeg.length + notes.length)
        .put(jpeg, 0, 2)
        .put(notes)
        .put(jpeg, 2, jpeg.length - 2)
        .array();
  }

  static byte[] file(BufferedImage picture, String format) {
    try (var bytes = new ByteArrayOutputStream()) {
      if (!ImageIO.write(picture, format, bytes)) {
        throw new IllegalArgumentException("no writer for " + format);
      }
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
