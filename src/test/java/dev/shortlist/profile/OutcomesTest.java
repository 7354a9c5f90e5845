package dev.shortlist.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.skills.Taxonomy;
import dev.shortlist.text.Extraction;
import dev.shortlist.text.Limits;
import dev.shortlist.text.TextExtractor;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that are no CV, or more than one: what becomes of each, from its bytes on.
class OutcomesTest {
  private static final TextExtractor EXTRACTOR = new TextExtractor(Limits.standard(), 1);
  private static final LocalProfileReader READER = new LocalProfileReader(Taxonomy.standard());
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  @TempDir Path folder;

  @AfterAll
  static void close() {
    EXTRACTOR.close();
  }

  @Test
  void a_photograph_of_a_face_is_unreadable_and_nobody() throws IOException {
    var file = folder.resolve("photo.pdf");
    try (var document = new PDDocument()) {
      var page = new PDPage();
      document.addPage(page);
      var photo = LosslessFactory.createFromImage(document, face());
      try (var content = new PDPageContentStream(document, page)) {
        content.drawImage(photo, 50, 100, 500, 600);
      }
      document.save(file.toFile());
    }

    assertThat(EXTRACTOR.extract(file, "photo.pdf")).isInstanceOf(Extraction.Unreadable.class);
  }

  @Test
  void an_invoice_is_no_cv_and_names_nobody() throws IOException {
    var profile =
        read(
            List.of(
                "Copper Mill Ltd",
                "INVOICE",
                "Invoice number 2024-0117",
                "Bill to: Granite Bank, 4 Quay Street, Leeds",
                "12 spools of yarn    340.00",
                "Total due    408.00",
                "Please pay within 30 days to account 12345678"));

    assertThat(profile.warnings()).extracting(Warning::kind).contains(Warning.Kind.NOT_A_CV);
    assertThat(profile.contact().name()).isNull();
    assertThat(profile.work()).isEmpty();
  }

  @Test
  void a_cover_letter_alone_is_said_to_be_one() throws IOException {
    var profile =
        read(
            List.of(
                "Mira Holt",
                "mira.holt@example.com",
                "Dear Ms Okonkwo,",
                "I am writing to apply for the post of data engineer that you advertised.",
                "For six years I have built pipelines at Granite Bank, and I enjoy it.",
                "I would be glad to tell you more.",
                "Kind regards,",
                "Mira Holt"));

    assertThat(profile.warnings())
        .contains(new Warning(Warning.Kind.COVER_LETTER, "a letter without a CV"));
  }

  @Test
  void a_portfolio_without_posts_is_no_cv() throws IOException {
    var profile =
        read(
            List.of(
                "Tidal Light",
                "Selected works in glass and steel",
                "Harbour Gate, steel, four metres, in the collection of the port",
                "Nine Lamps, blown glass, shown in the old customs house",
                "Photographs by the artist"));

    assertThat(profile.warnings()).extracting(Warning::kind).contains(Warning.Kind.NOT_A_CV);
    assertThat(profile.work()).isEmpty();
  }

  @Test
  void two_cvs_in_one_file_are_said_to_be_two() throws IOException {
    var profile = read(cv("Mira Holt", "mira.holt"), cv("Tomas Reed", "tomas.reed"));

    assertThat(profile.warnings())
        .contains(new Warning(Warning.Kind.SEVERAL_CVS, "another CV begins on page 2"));
  }

  private static List<String> cv(String name, String account) {
    return List.of(
        name,
        account + "@example.com",
        "Experience",
        "Engineer, Sample Works Ltd, 2019 - 2021",
        "Education",
        "BSc Physics, Example University, 2015");
  }

  @SafeVarargs
  private Profile read(List<String>... pages) throws IOException {
    var file = folder.resolve("file.pdf");
    try (var document = new PDDocument()) {
      for (var lines : pages) {
        var page = new PDPage();
        document.addPage(page);
        write(document, page, lines);
      }
      document.save(file.toFile());
    }
    return READER.read((Extraction.Text) EXTRACTOR.extract(file, "file.pdf"), TODAY);
  }

  private static void write(PDDocument document, PDPage page, List<String> lines)
      throws IOException {
    try (var content = new PDPageContentStream(document, page)) {
      content.beginText();
      content.setFont(new PDType1Font(FontName.HELVETICA), 11);
      content.setLeading(18);
      content.newLineAtOffset(60, 720);
      for (var line : lines) {
        content.showText(line);
        content.newLine();
      }
      content.endText();
    }
  }

  private static BufferedImage face() {
    var image = new BufferedImage(300, 360, BufferedImage.TYPE_INT_RGB);
    var pen = image.createGraphics();
    pen.setColor(new Color(0x8FA8B8));
    pen.fillRect(0, 0, 300, 360);
    pen.setColor(new Color(0xC68A65));
    pen.fillOval(80, 60, 140, 190);
    pen.fillRect(60, 250, 180, 110);
    pen.setColor(Color.BLACK);
    pen.fillOval(115, 130, 15, 10);
    pen.fillOval(170, 130, 15, 10);
    pen.dispose();
    return image;
  }
}
