package dev.shortlist.report;

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
/// What writing its [Typefaces] lack is printed as boxes, and a line at the end says which that is.
/// Equal content gives equal bytes.
final class Pdf {
  private static final String FAMILIES = "FAMILIES";
  private static final String ABSENT =
      "This PDF lacks letters of these kinds and shows boxes for them: {0}. The web page of the same report shows"
          + " them.";

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
      String families = Typefaces.addTo(builder, title + body);
      builder
          .usePDDocument(document)
          .withProducer("Shortlist")
          .usePdfUaAccessibility(true)
          .useExternalResourceAccessControl(
              (uri, kind) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
          .useUnicodeBidiSplitter(ReadingDirection::new)
          .useUnicodeBidiReorderer(new ReadingDirection.Drawing())
          .withHtmlContent(
              page(title, in, families, Typefaces.settable(body + note(body, in))), null);
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

  private static String note(String body, Translation in) {
    var absent = Typefaces.absent(body);
    return absent.isEmpty()
        ? ""
        : Html.tag("p.soft", in.say(ABSENT, String.join(", ", absent))).markup();
  }

  private static String page(String title, Translation in, String families, String body)
      throws IOException {
    try (var style = resource("print.css")) {
      return "<html lang=\"%s\"><head><title>%s</title><meta name=\"description\" content=\"%s\"/><style>%s</style></head><body>%s</body></html>"
          .formatted(
              in.language().getLanguage(),
              Html.text(title).markup(),
              Html.text(title).markup(),
              new String(style.readAllBytes(), StandardCharsets.UTF_8).replace(FAMILIES, families),
              body);
    }
  }

  private static InputStream resource(String path) {
    return Objects.requireNonNull(Pdf.class.getResourceAsStream(path), path);
  }
}
