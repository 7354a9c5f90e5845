package dev.shortlist.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.report.JobRanking.Place;
import dev.shortlist.translation.Translation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PdfTest {

  @Test
  void a_pdf_says_what_the_page_says() throws IOException {
    assertThat(text(printed(SampleReport.report(), Translation.ENGLISH)))
        .contains("Ann Castellan", "Ran payroll for", "page 2", "What did you do with", "scan.pdf");
  }

  @Test
  void it_is_tagged_and_has_a_title_a_language_and_its_fonts_inside() throws IOException {
    try (var pdf = open(printed(SampleReport.report(), Translation.into(Locale.GERMAN)))) {
      var catalog = pdf.getDocumentCatalog();
      assertThat(catalog.getMarkInfo().isMarked()).isTrue();
      assertThat(catalog.getStructureTreeRoot()).isNotNull();
      assertThat(catalog.getLanguage()).startsWith("de");
      assertThat(pdf.getDocumentInformation().getTitle()).startsWith("Shortlist: ");
      for (var page : pdf.getPages()) {
        for (COSName name : page.getResources().getFontNames()) {
          assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
        }
      }
    }
  }

  @Test
  void equal_content_gives_equal_bytes() throws IOException {
    assertThat(printed(SampleReport.report(), Translation.ENGLISH))
        .isEqualTo(printed(SampleReport.report(), Translation.ENGLISH));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Łukasz", "Nguyễn", "Ελένη", "Ірина", "Վարդան", "ნინო", "李小龍", "王伟", "山田はなこ", "タナカ", "김민준",
        "Ⅳ ★ ✓",
      })
  void names_of_every_writing_are_printed(String name) throws IOException {
    var printed = text(printed(SampleReport.reportSaying(name), Translation.ENGLISH));

    assertThat(printed).contains(name).doesNotContain("##", "lacks letters");
  }

  @ParameterizedTest
  @ValueSource(strings = {"דוד לוי", "محمد علي", "فاطمة الزهراء", "لالا", "گلپری"})
  void what_is_read_from_the_right_is_drawn_from_the_right(String name) throws IOException {
    var printed = text(printed(SampleReport.reportSaying(name), Translation.ENGLISH));

    assertThat(printed).contains(name).doesNotContain("##", "lacks letters");
  }

  @Test
  void letters_of_a_writing_it_has_no_typeface_for_are_boxes_with_a_note() throws IOException {
    var printed =
        text(printed(SampleReport.reportSaying("प्रिया"), Translation.into(Locale.GERMAN)));

    assertThat(printed).contains("\u25a1", "Devanagari").doesNotContain("##");
  }

  @Test
  void it_fetches_nothing_and_hostile_words_stay_words() throws IOException {
    var words = "<img src='file:///etc/passwd'/><link href='http://127.0.0.1:1/x'/>";

    assertThat(text(printed(SampleReport.reportSaying(words), Translation.ENGLISH)))
        .contains("file:///etc/passwd");
  }

  @Test
  void who_is_below_the_top_is_not_in_its_bytes() throws IOException {
    var report = SampleReport.report();
    var ranking = report.rankings().getFirst();
    var hidden = new Person("Zebedee Quill", "z.quill@example.com", null, null, null, 3);
    var places = new ArrayList<>(ranking.places());
    places.add(new Place(99, new Cv("quill.pdf", hidden, List.of()), places.getFirst().match()));
    var with =
        new Report(
            report.asOf(),
            List.of(new JobRanking(ranking.job(), ranking.jobDescription(), places)),
            report.duplicates(),
            report.review(),
            0);
    var out = new ByteArrayOutputStream();
    new HtmlReport(ranking.places().size(), Translation.ENGLISH).pdf(with, out);

    assertThat(text(out.toByteArray())).doesNotContain("Quill", "quill");
    assertThat(new String(out.toByteArray(), StandardCharsets.ISO_8859_1))
        .doesNotContain("Quill", "quill");
  }

  @Test
  void a_sheet_for_a_candidate_is_printed_in_the_readers_language() throws IOException {
    var ranking = SampleReport.report().rankings().getFirst();
    var place = ranking.places().getFirst();
    var out = new ByteArrayOutputStream();
    new ExplanationSheet(
            place.cv().person(),
            place.cv().file(),
            ranking.jobDescription(),
            place.match(),
            SampleReport.report().asOf())
        .pdf(Translation.into(Locale.FRENCH), out);

    assertThat(text(out.toByteArray())).contains("Comment votre candidature a été lue", "Ann");
  }

  private static byte[] printed(Report report, Translation in) throws IOException {
    var out = new ByteArrayOutputStream();
    new HtmlReport(10, in).pdf(report, out);
    return out.toByteArray();
  }

  private static String text(byte[] pdf) throws IOException {
    try (var document = open(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }

  private static PDDocument open(byte[] pdf) throws IOException {
    return Loader.loadPDF(pdf);
  }
}
