package dev.shortlist.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationFreeText;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// How pages are read that are more than lines under lines.
class PageLayoutTest {

  @Test
  void a_wide_gap_parts_items_of_a_line() {
    var lines =
        lines(pen -> {
          pen.text(60, 100, 10, "Databases");
          pen.text(120, 100, 10, "Oracle, Redis");
          pen.text(60, 120, 10, "Data modelling");
          pen.text(142, 120, 10, "Event sourcing");
        });

    assertThat(lines).containsExactly("Databases\tOracle, Redis", "Data modelling\tEvent sourcing");
  }

  @Test
  void wide_gaps_between_all_words_of_a_justified_line_part_nothing() {
    var lines =
        lines(pen -> {
          float x = 60;
          for (var word : "kept the books of nine firms".split(" ", -1)) {
            pen.text(x, 100, 10, word);
            x += Pdfs.PLAIN.getStringWidth(word) / 100 + 7;
          }
        });

    assertThat(lines).containsExactly("kept the books of nine firms");
  }

  @Test
  void labels_set_to_the_right_stay_with_what_they_name() {
    var lines =
        lines(pen -> {
          var labels = List.of("Name", "Telephone", "Mar 2020 – May 2022", "Languages", "Web");
          var texts = List.of("Ada Sample", "030 1234567", "Weaver", "German", "example.com");
          for (int i = 0; i < labels.size(); i++) {
            float width = Pdfs.PLAIN.getStringWidth(labels.get(i)) / 100;
            pen.text(170 - width, 100 + i * 40, 10, labels.get(i));
            pen.text(200, 100 + i * 40, 10, texts.get(i));
            pen.text(200, 114 + i * 40, 10, "and a second line about it " + i);
          }
        });

    assertThat(lines.indexOf("Weaver")).isEqualTo(lines.indexOf("Mar 2020 – May 2022") + 1);
    assertThat(lines.indexOf("German")).isEqualTo(lines.indexOf("Languages") + 1);
  }

  @Test
  void a_column_of_dates_stays_with_its_entries() {
    var lines =
        lines(pen -> {
          for (int i = 0; i < 4; i++) {
            pen.text(40, 100 + i * 60, 10, "201" + i + " – 201" + (i + 1));
            pen.text(40, 115 + i * 60, 10, "Leeds");
            pen.text(200, 100 + i * 60, 10, Pdfs.BOLD, "Post number " + i);
            pen.text(200, 117 + i * 60, 10, "What was done in it, in a line of words");
          }
        });

    assertThat(lines)
        .containsSubsequence("2010 – 2011", "Post number 0", "2011 – 2012", "Post number 1");
  }

  @Test
  void the_value_of_a_form_field_stands_beside_its_label() {
    var lines =
        lines(
            Pdfs.page(
                pen -> pen.text(60, 100, 10, "Name:"), document -> field(document, "Ada Sample")));

    assertThat(lines).singleElement().asString().matches("Name:\\sAda Sample");
  }

  @Test
  void the_value_of_a_field_nobody_sees_is_not_read() {
    var lines =
        lines(
            Pdfs.page(
                pen -> pen.text(60, 100, 10, "Name:"),
                document -> {
                  field(document, "Ada Sample");
                  document.getPage(0).getAnnotations().get(0).setHidden(true);
                }));

    assertThat(lines).containsExactly("Name:");
  }

  @Test
  void words_typed_onto_the_page_are_read() {
    var lines =
        lines(
            Pdfs.page(
                pen -> pen.text(60, 100, 10, "Curriculum Vitae"),
                document -> {
                  var note = new PDAnnotationFreeText();
                  note.setRectangle(new PDRectangle(60, 792 - 160, 200, 20));
                  note.setContents("Available from May");
                  drawn(document, note, "Available from May");
                  document.getPage(0).getAnnotations().add(note);
                }));

    assertThat(lines).containsExactly("Curriculum Vitae", "Available from May");
  }

  @Test
  void text_set_sideways_is_read_after_the_rest() {
    var lines =
        lines(pen -> {
          pen.content().beginText();
          pen.content().setFont(Pdfs.BOLD, 12);
          pen.content().setTextMatrix(Matrix.getRotateInstance(Math.PI / 2, 40, 500));
          pen.content().showText("CURRICULUM VITAE");
          pen.content().endText();
          pen.text(60, 100, 11, "Ada Sample");
          pen.text(60, 120, 11, "Writes programs for looms");
        });

    assertThat(lines)
        .containsExactly("Ada Sample", "Writes programs for looms", "CURRICULUM VITAE");
  }

  @Test
  void a_date_at_half_the_height_of_its_entry_stands_before_it() {
    var lines =
        lines(pen -> {
          for (int i = 0; i < 3; i++) {
            float y = 100 + i * 60;
            pen.text(60, y + 14, 10, "201" + i + " - 201" + (i + 1));
            pen.text(200, y, 10, "Harbour Systems number " + i);
            pen.text(200, y + 14, 10, "Developer number " + i);
            pen.text(200, y + 28, 10, "Rebuilt the tide tables of a port, and " + i + " more");
          }
        });

    assertThat(lines)
        .containsSubsequence(
            "2010 - 2011",
            "Harbour Systems number 0",
            "2011 - 2012",
            "Harbour Systems number 1",
            "2012 - 2013",
            "Harbour Systems number 2");
  }

  @Test
  void a_heading_half_a_line_lower_than_its_list_stands_before_it() {
    var lines =
        lines(pen -> {
          var headings = List.of("Experience", "Education", "Skills", "Languages");
          for (int i = 0; i < headings.size(); i++) {
            float y = 100 + i * 44;
            pen.text(60, y + 6, 13, Pdfs.BOLD, headings.get(i));
            pen.text(200, y, 10, "First line beside heading number " + i);
            pen.text(200, y + 14, 10, "Second line beside heading number " + i);
          }
        });

    assertThat(lines)
        .containsExactly(
            "Experience",
            "First line beside heading number 0",
            "Second line beside heading number 0",
            "Education",
            "First line beside heading number 1",
            "Second line beside heading number 1",
            "Skills",
            "First line beside heading number 2",
            "Second line beside heading number 2",
            "Languages",
            "First line beside heading number 3",
            "Second line beside heading number 3");
  }

  @Test
  void cells_of_four_columns_that_wrap_are_read_whole() {
    var lines =
        lines(pen -> {
          for (int i = 0; i < 4; i++) {
            float y = 100 + i * 50;
            pen.text(50, y, 10, "201" + i + " -");
            pen.text(50, y + 13, 10, "201" + (i + 1));
            pen.text(130, y, 10, "Research");
            pen.text(130, y + 13, 10, "Nurse " + i);
            pen.text(250, y, 10, "Hill Hospital");
            pen.text(250, y + 13, 10, "Trust " + i);
            pen.text(380, y, 10, "Ran studies on wounds;");
            pen.text(380, y + 13, 10, "trained the nurses " + i);
          }
        });

    assertThat(lines)
        .containsSubsequence(
            "2010 -", "2011", "Research", "Nurse 0", "Hill Hospital", "Trust 0", "2011 -")
        .containsSubsequence("Hill Hospital", "Trust 3", "Ran studies on wounds;");
  }

  @Test
  void small_capitals_drawn_as_two_sizes_are_words() {
    var lines =
        lines(pen -> {
          pen.text(60, 100, 14, "W");
          pen.text(60 + width("W", 14), 100, 10, "ORK");
          float second = 60 + width("W", 14) + width("ORK", 10) + 4;
          pen.text(second, 100, 14, "H");
          pen.text(second + width("H", 14), 100, 10, "ISTORY");
        });

    assertThat(lines).containsExactly("WORK HISTORY");
  }

  @Test
  void letters_set_apart_are_words() {
    var lines =
        lines(pen -> {
          pen.content().setCharacterSpacing(5);
          pen.text(60, 100, 12, "WORK EXPERIENCE");
          pen.content().setCharacterSpacing(0);
          pen.text(60, 130, 10, "Harbour Systems");
        });

    assertThat(lines).containsExactly("WORK EXPERIENCE", "Harbour Systems");
  }

  @Test
  void text_set_upright_at_the_margin_does_not_cut_the_lines_beside_it() {
    var lines =
        lines(pen -> {
          pen.content().beginText();
          pen.content().setFont(Pdfs.BOLD, 14);
          pen.content().setTextMatrix(Matrix.getRotateInstance(-Math.PI / 2, 30, 700));
          pen.content().showText("Experience of eleven years");
          pen.content().endText();
          for (int i = 0; i < 5; i++) {
            pen.text(60, 100 + i * 14, 10, "Line number " + i + " of the page");
          }
        });

    assertThat(lines)
        .hasSize(6)
        .startsWith("Line number 0 of the page")
        .endsWith("Experience of eleven years");
  }

  private static float width(String words, float size) {
    try {
      return Pdfs.PLAIN.getStringWidth(words) / 1000 * size;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Evidence is drawn on the page by these boxes.
  @Test
  void the_box_of_each_line_of_two_columns_holds_its_letters_and_no_others() throws IOException {
    var bytes =
        Pdfs.page(pen -> {
          pen.text(60, 50, 20, "Mira Holt");
          for (int i = 0; i < 12; i++) {
            pen.text(60, 100 + i * 16, 10, "left words of line " + i);
            pen.text(320, 100 + i * 16, 10, "right words of line " + i);
          }
        });
    var glyphs = new ArrayList<Glyph>();
    try (var document = Loader.loadPDF(bytes)) {
      new PageGlyphs(1, (page, number) -> glyphs.addAll(page.glyphs())).read(document);
    }

    for (var line : text(bytes).lines()) {
      var within = new StringBuilder();
      for (var glyph : glyphs) {
        within.append(holds(line.box(), glyph) && !glyph.blank() ? glyph.text : "");
      }
      assertThat(within.toString()).isEqualTo(line.text().replace(" ", ""));
    }
  }

  private static boolean holds(@Nullable Box box, Glyph glyph) {
    if (box == null) {
      return false;
    }
    float x = glyph.seen.x() + glyph.seen.width() / 2;
    float y = glyph.seen.y() + glyph.seen.height() / 2;
    return x >= box.x()
        && x <= box.x() + box.width()
        && y >= box.y()
        && y <= box.y() + box.height();
  }

  private static void field(PDDocument document, String value) throws IOException {
    var form = new PDAcroForm(document);
    document.getDocumentCatalog().setAcroForm(form);
    var field = new PDTextField(form);
    field.setPartialName("name");
    field.getCOSObject().setString(COSName.V, value);
    form.getFields().add(field);
    var widget = field.getWidgets().getFirst();
    widget.setRectangle(new PDRectangle(96, 792 - 104, 200, 14));
    document.getPage(0).getAnnotations().add(widget);
  }

  private static void drawn(PDDocument document, PDAnnotation note, String words)
      throws IOException {
    var drawing = new PDAppearanceStream(document);
    drawing.setBBox(new PDRectangle(200, 20));
    var resources = new PDResources();
    var font = resources.add(Pdfs.PLAIN);
    drawing.setResources(resources);
    var content = "BT /%s 10 Tf 0 g 2 6 Td (%s) Tj ET".formatted(font.getName(), words);
    try (var out = new PDStream(drawing.getCOSObject()).createOutputStream()) {
      out.write(content.getBytes(StandardCharsets.US_ASCII));
    }
    var appearance = new PDAppearanceDictionary();
    appearance.setNormalAppearance(drawing);
    note.setAppearance(appearance);
  }

  private static List<String> lines(Pdfs.Drawing drawing) {
    return lines(Pdfs.page(drawing));
  }

  private static List<String> lines(byte[] pdf) {
    return text(pdf).lines().stream().map(Line::text).toList();
  }

  private static VisibleText text(byte[] pdf) {
    return Readings.text(pdf, "cv.pdf").text();
  }
}
