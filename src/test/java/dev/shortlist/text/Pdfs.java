package dev.shortlist.text;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/// Draws PDFs of one page for tests.
final class Pdfs {
  static final PDFont PLAIN = new PDType1Font(FontName.HELVETICA);
  static final PDFont BOLD = new PDType1Font(FontName.HELVETICA_BOLD);

  /// What is drawn on the page.
  interface Drawing {
    void on(Pen pen) throws IOException;
  }

  /// Draws with the origin in the upper left corner of a letter page.
  record Pen(PDDocument document, PDPage page, PDPageContentStream content) {
    void text(float x, float y, float size, String words) throws IOException {
      text(x, y, size, PLAIN, words);
    }

    void text(float x, float y, float size, PDFont font, String words) throws IOException {
      content.beginText();
      content.setFont(font, size);
      content.newLineAtOffset(x, 792 - y);
      content.showText(words);
      content.endText();
    }

    void color(Color color) throws IOException {
      content.setNonStrokingColor(color);
    }

    void fill(float x, float y, float width, float height, Color color) throws IOException {
      content.setNonStrokingColor(color);
      content.addRect(x, 792 - y - height, width, height);
      content.fill();
    }
  }

  private Pdfs() {}

  static byte[] page(Drawing drawing) {
    return page(drawing, document -> {});
  }

  /// What is done to the document before it is saved.
  interface Finish {
    void on(PDDocument document) throws IOException;
  }

  static byte[] page(Drawing drawing, Finish finish) {
    try (var document = new PDDocument();
        var bytes = new ByteArrayOutputStream()) {
      var page = new PDPage();
      document.addPage(page);
      try (var content = new PDPageContentStream(document, page)) {
        drawing.on(new Pen(document, page, content));
      }
      finish.on(document);
      document.save(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
