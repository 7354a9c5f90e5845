package dev.shortlist.report;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import dev.shortlist.translation.Translation;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;

/// Prints the markup of a report: tagged for screen readers (PDF/UA), with its title and language,
/// its fonts inside, and nothing fetched from anywhere.
///
/// The fonts have Latin, Greek and Cyrillic letters. A letter they lack, as of Chinese, is printed
/// as `#`; the page of the same report shows it. Equal content gives equal bytes.
final class Pdf {
  private static final String FAMILY = "Liberation Sans";
  private static final String FONTS = "/liberation/LiberationSans-";

  private Pdf() {}

  /// Writes one document; closing `out` is left to the caller.
  ///
  /// @param made day the document says it was made
  /// @param body markup inside of the body
  static void write(String title, Translation in, LocalDate made, String body, OutputStream out)
      throws IOException {
    XRLog.setLoggingEnabled(false);
    try (var document = new PDDocument()) {
      var builder = new PdfRendererBuilder();
      font(builder, "Regular", 400);
      font(builder, "Bold", 700);
      builder
          .usePDDocument(document)
          .withProducer("Shortlist")
          .usePdfUaAccessibility(true)
          .useExternalResourceAccessControl(
              (uri, kind) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
          .withHtmlContent(page(title, in, body), null);
      try (var renderer = builder.buildPdfRenderer()) {
        renderer.createPDFWithoutClosing();
        date(document, made);
        document.setDocumentId(number(title, made, body));
        document.save(out);
      }
    }
  }

  private static void date(PDDocument document, LocalDate made) {
    var day = GregorianCalendar.from(made.atStartOfDay(ZoneOffset.UTC));
    document.getDocumentInformation().setCreationDate(day);
    document.getDocumentInformation().setModificationDate(day);
  }

  // Bytes that differ with the content alone, and not with the time.
  private static long number(String title, LocalDate made, String body) {
    return (title + made + body).hashCode() * 31L + body.length();
  }

  private static void font(PdfRendererBuilder builder, String face, int weight) {
    builder.useFont(() -> resource(FONTS + face + ".ttf"), FAMILY, weight, FontStyle.NORMAL, true);
  }

  private static String page(String title, Translation in, String body) throws IOException {
    try (var style = resource("print.css")) {
      return "<html lang=\"%s\"><head><title>%s</title><meta name=\"description\" content=\"%s\"/><style>%s</style></head><body>%s</body></html>"
          .formatted(
              in.language().getLanguage(),
              Html.text(title).markup(),
              Html.text(title).markup(),
              new String(style.readAllBytes(), StandardCharsets.UTF_8),
              body);
    }
  }

  private static InputStream resource(String path) {
    return Objects.requireNonNull(Pdf.class.getResourceAsStream(path), path);
  }
}
