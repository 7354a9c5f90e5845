package dev.shortlist.text;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/// Collects the letters of each page with their places.
///
/// Objects and fonts are read by PDFBox; what is drawn where, what is kept of it, and in which
/// order it is read, is ours.
final class PageGlyphs {
  /// Takes the letters of a page, in the order they were drawn.
  interface PageConsumer {
    void accept(Page page, int number) throws IOException;
  }

  /// The letters of a page in the order they were drawn.
  ///
  /// @param picture whether a picture, or letters drawn as shapes, cover a good part of it
  /// @param garbled whether the meaning of most letters cannot be told
  record Page(List<Glyph> glyphs, boolean picture, boolean garbled) {}

  private final int mostPages;
  private final PageConsumer each;
  private final Faces faces = new Faces();
  private final Steps steps = new Steps();
  private int drawn;
  private int known;
  private int damagedPages;

  PageGlyphs(int mostPages, PageConsumer each) {
    this.mostPages = mostPages;
    this.each = each;
  }

  void read(PDDocument document) throws IOException {
    var layers = new HiddenLayers(document);
    int number = 0;
    for (var page : document.getPages()) {
      if (++number > mostPages) {
        return;
      }
      read(page, number, layers);
    }
  }

  private void read(PDPage page, int number, HiddenLayers layers) throws IOException {
    var content = new PageContent(page, faces, layers, steps);
    try {
      content.read();
    } catch (Unreadable e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      damagedPages++;
    }
    var pen = content.pen();
    drawn += pen.drawn();
    known += pen.known();
    doubtCovered(content);
    var crop = content.crop();
    boolean picture = content.canvas().picturesCover(crop.getWidth() * crop.getHeight());
    each.accept(new Page(pen.glyphs(), picture, isGarbled(pen.drawn(), pen.known())), number);
  }

  /// What is painted after a letter may lie over it.
  private static void doubtCovered(PageContent content) {
    var over = content.canvas().over();
    if (over.isEmpty()) {
      return;
    }
    var glyphs = content.pen().glyphs().toArray(Glyph[]::new);
    for (var area : over) {
      var bounds = area.bounds();
      for (int i = 0; i < area.letters(); i++) {
        var glyph = glyphs[i];
        if (bounds.holds(glyph.centerX, glyph.centerY)
            && glyph.visibility == Glyph.Visibility.VISIBLE) {
          glyph.visibility = Glyph.Visibility.DOUBTFUL;
        }
      }
    }
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
}
