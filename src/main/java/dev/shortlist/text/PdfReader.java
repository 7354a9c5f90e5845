package dev.shortlist.text;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.jspecify.annotations.Nullable;

/// Reads PDF.
final class PdfReader {
  static {
    useBundledFonts();
  }

  private final byte[] bytes;
  private final Draft draft;
  private final int mostPages;
  private final Recognizer recognizer;
  private int recognized;
  private int pictures;

  PdfReader(byte[] bytes, Draft draft, int mostPages, Recognizer recognizer) {
    this.bytes = bytes;
    this.draft = draft;
    this.mostPages = mostPages;
    this.recognizer = recognizer;
  }

  static void useBundledFonts() {
    FontMappers.set(new BundledFonts());
  }

  Extraction read() throws IOException {
    try (var document =
        Loader.loadPDF(bytes, "", null, null, IOUtils.createMemoryOnlyStreamCache())) {
      return read(document);
    } catch (InvalidPasswordException e) {
      throw new Unreadable(Reason.ENCRYPTED, "");
    }
  }

  private Extraction read(PDDocument document) throws IOException {
    int pages = document.getNumberOfPages();
    if (pages == 0) {
      throw new Unreadable(Reason.DAMAGED, "it has no pages");
    }
    var ink = new InkCheck(document);
    var scans = new PdfScans(document, recognizer);
    var reader = new PageGlyphs(mostPages, (page, number) -> page(page, number, ink, scans));
    reader.read(document);
    if (recognized == 0 && PageGlyphs.isGarbled(reader.drawn(), reader.known())) {
      throw new Unreadable(Reason.GARBLED, "");
    }
    if (draft.isEmpty() && pictures == 0) {
      throw reader.damagedPages() > 0
          ? new Unreadable(Reason.DAMAGED, "no page can be read")
          : new Unreadable(Reason.NO_TEXT, "the pages are blank");
    }
    draft.recognized(recognizer, recognized, pictures, pages);
    notices(reader, pages);
    links(document);
    properties(document);
    return draft.finish(FileType.PDF, pages, dated(document));
  }

  private void page(PageGlyphs.Page page, int number, InkCheck ink, PdfScans scans)
      throws IOException {
    boolean any = !(page.garbled() && scans.haveRoom()) && lines(page, number, ink);
    if (any || !(page.picture() || page.garbled())) {
      return;
    }
    if (scans.haveRoom() && scans.read(number, draft)) {
      recognized++;
    } else {
      pictures++;
    }
  }

  /// Adds the lines of a page, and says whether there are any.
  private boolean lines(PageGlyphs.Page page, int number, InkCheck ink) throws IOException {
    var glyphs = page.glyphs();
    if (isAnyDoubtful(glyphs)) {
      ink.settle(glyphs, number - 1);
    }
    var visible = visible(glyphs, number);
    boolean any = false;
    for (var row : PageLayout.rows(visible)) {
      if (row.jump()) {
        draft.nextBlock();
      }
      var span = row.span();
      draft.line(span.text(), number, span.box(), span.size, span.bold());
      any = true;
    }
    draft.nextBlock();
    return any;
  }

  private static boolean isAnyDoubtful(List<Glyph> glyphs) {
    for (int i = 0; i < glyphs.size(); i++) {
      if (glyphs.get(i).visibility.isDoubtful()) {
        return true;
      }
    }
    return false;
  }

  /// What is to be seen; the rest is told, when it is more than stray marks.
  private List<Glyph> visible(List<Glyph> glyphs, int number) {
    var visible = new ArrayList<Glyph>(glyphs.size());
    var hidden = new ArrayList<Glyph>();
    for (var glyph : glyphs) {
      (isHidden(glyph) ? hidden : visible).add(glyph);
    }
    if (hidden.isEmpty()) {
      return visible;
    }
    long letters = hidden.stream().filter(PdfReader::isLetter).count();
    if (letters < Draft.LEAST_HIDDEN) {
      return glyphs.stream().filter(g -> g.visibility != Glyph.Visibility.HIDDEN).toList();
    }
    var words = new StringBuilder();
    PageLayout.rows(hidden).forEach(row -> words.append(row.span().text()).append(' '));
    draft.hidden(words.toString(), number);
    return visible;
  }

  private static boolean isHidden(Glyph glyph) {
    return glyph.visibility == Glyph.Visibility.HIDDEN
        || glyph.visibility == Glyph.Visibility.UNSEEN;
  }

  private static boolean isLetter(Glyph glyph) {
    return Character.isLetterOrDigit(glyph.text.codePointAt(0));
  }

  private void notices(PageGlyphs reader, int pages) {
    if (reader.damagedPages() > 0) {
      draft.notice(Notice.Kind.DAMAGED, "%d pages are damaged".formatted(reader.damagedPages()), 1);
    }
    if (pages > mostPages) {
      draft.notice(
          Notice.Kind.CUT, "only its first %d pages were read".formatted(mostPages), mostPages);
    }
  }

  private void links(PDDocument document) {
    int number = 0;
    for (var page : document.getPages()) {
      if (++number > mostPages) {
        return;
      }
      try {
        links(page, number);
      } catch (IOException | RuntimeException e) {
        draft.notice(Notice.Kind.DAMAGED, "the links of a page are damaged", number);
      }
    }
  }

  private void links(PDPage page, int number) throws IOException {
    for (var annotation : page.getAnnotations()) {
      if (annotation instanceof PDAnnotationLink link
          && link.getAction() instanceof PDActionURI action
          && action.getURI() != null) {
        draft.link(action.getURI(), number, box(page, link));
      }
    }
  }

  /// Place of a link on the page as it is shown: cropped and turned.
  private static @Nullable Box box(PDPage page, PDAnnotationLink link) {
    var place = link.getRectangle();
    if (place == null) {
      return null;
    }
    var crop = page.getCropBox();
    double left = place.getLowerLeftX() - crop.getLowerLeftX();
    double bottom = place.getLowerLeftY() - crop.getLowerLeftY();
    double width = crop.getWidth();
    double height = crop.getHeight();
    double w = place.getWidth();
    double h = place.getHeight();
    var seen =
        switch (Math.floorMod(page.getRotation(), 360)) {
          case 90 -> new Rectangle2D.Double(bottom, left, h, w);
          case 180 -> new Rectangle2D.Double(width - left - w, bottom, w, h);
          case 270 -> new Rectangle2D.Double(height - bottom - h, width - left - w, h, w);
          default -> new Rectangle2D.Double(left, height - bottom - h, w, h);
        };
    return new Box((float) seen.x, (float) seen.y, (float) seen.width, (float) seen.height);
  }

  private void properties(PDDocument document) {
    try {
      var information = document.getDocumentInformation();
      draft.property(information.getTitle());
      draft.property(information.getSubject());
      draft.property(information.getKeywords());
      draft.property(information.getAuthor());
    } catch (RuntimeException e) {
      draft.notice(Notice.Kind.DAMAGED, "the properties are damaged", 1);
    }
  }

  private static @Nullable LocalDate dated(PDDocument document) {
    try {
      var information = document.getDocumentInformation();
      var changed = date(information.getModificationDate());
      return changed != null ? changed : date(information.getCreationDate());
    } catch (RuntimeException e) {
      return null;
    }
  }

  private static @Nullable LocalDate date(@Nullable Calendar calendar) {
    if (calendar == null) {
      return null;
    }
    var zone = calendar.getTimeZone();
    return calendar
        .toInstant()
        .atZone(zone == null ? ZoneOffset.UTC : zone.toZoneId())
        .toLocalDate();
  }
}
