package dev.shortlist.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecognitionTest {
  private static final Recognition ENGLISH =
      new Recognition(true, null, List.of("eng"), 3, Duration.ofMinutes(2), 60);

  @TempDir Path folder;

  @Nested
  @Tag("slow")
  class With_tesseract {
    private final Optional<Tesseract> tesseract = Tesseract.find(Recognition.standard());
    private final List<String> announced = new ArrayList<>();

    @Test
    void a_scan_is_read_with_places_and_says_so() {
      var text = text(Scans.pdf(List.of(Scans.page(Scans.CV)), 0), "cv.pdf");

      assertThat(text.text().lines()).extracting(Line::text).containsExactlyElementsOf(Scans.CV);
      var name = text.text().lines().getFirst();
      assertThat(name.box())
          .satisfies(box -> {
            assertThat(box.x()).isBetween(55f, 62f);
            assertThat(box.y()).isBetween(58f, 66f);
          });
      assertThat(name.size()).isBetween(10f, 15f);
      assertThat(text.notices())
          .containsExactly(new Notice(Notice.Kind.RECOGNIZED, "1 of 1 pages", 1));
      assertThat(announced).hasSize(1);
    }

    @Test
    void of_a_mixed_file_only_the_page_without_text_is_recognized() {
      var pages = List.of(Scans.page(List.of("A photo with words on it")), Scans.page(Scans.CV));

      var text = text(Scans.pdf(pages, 1), "cv.pdf");

      assertThat(text.text().text())
          .startsWith("A page with text of its own\nMira Holt\n")
          .doesNotContain("photo");
      assertThat(text.notices())
          .containsExactly(new Notice(Notice.Kind.RECOGNIZED, "1 of 2 pages", 1));
    }

    @Test
    void a_scan_upside_down_is_read() {
      assumeTrue(tesseract.isPresent() && tesseract.get().turns(), "Tesseract has no model osd");

      var text = text(Scans.pdf(List.of(Scans.turned(Scans.page(Scans.CV))), 0), "cv.pdf");

      assertThat(text.text().text()).startsWith("Mira Holt\nmira.holt@example.com\n");
    }

    @Test
    void a_photograph_of_a_cv_is_a_cv() {
      var picture = Scans.page(Scans.CV);

      for (var format : List.of("png", "jpg", "tif")) {
        var text = text(Scans.file(picture, format), "cv." + format);

        assertThat(text.type()).isEqualTo(FileType.PICTURE);
        assertThat(text.text().text()).startsWith("Mira Holt\nmira.holt@example.com\n");
        assertThat(text.notices()).extracting(Notice::kind).containsExactly(Notice.Kind.RECOGNIZED);
      }
    }

    @Test
    void a_photograph_taken_sideways_is_read_upright() {
      var sideways = Scans.quarterTurned(Scans.page(Scans.CV));

      var text = text(Scans.held(Scans.file(sideways, "jpg"), 6), "cv.jpg");

      assertThat(text.text().text()).startsWith("Mira Holt\nmira.holt@example.com\n");
      var first = Objects.requireNonNull(text.text().lines().getFirst().box());
      assertThat(first.width()).isGreaterThan(first.height());
    }

    @Test
    void what_cannot_be_told_with_confidence_is_not_told() {
      var scribble = read(Scans.pdf(List.of(Scans.scribble()), 0), "cv.pdf", ENGLISH);
      var blank = read(Scans.file(Scans.page(List.of()), "png"), "me.png", ENGLISH);

      assertThat(scribble)
          .isInstanceOfSatisfying(
              Extraction.Unreadable.class, e -> assertThat(e.reason()).isEqualTo(Reason.ILLEGIBLE));
      assertThat(blank)
          .isEqualTo(new Extraction.Unreadable(Reason.ILLEGIBLE, "no words were found"));
    }

    @Test
    void pages_past_the_limit_are_left_out_with_a_notice() {
      var one = new Recognition(true, null, List.of("eng"), 1, Duration.ofMinutes(2), 60);
      var pages = List.of(Scans.page(Scans.CV), Scans.page(Scans.CV));

      var text = (Extraction.Text) read(Scans.pdf(pages, 0), "cv.pdf", one);

      assertThat(text.notices())
          .containsExactly(
              new Notice(Notice.Kind.RECOGNIZED, "1 of 2 pages", 1),
              new Notice(Notice.Kind.PAGES_WITHOUT_TEXT, "1 of 2 pages", 1));
    }

    @Test
    void a_file_that_takes_too_long_is_not_read_in_part() {
      var hasty = new Recognition(true, null, List.of("eng"), 3, Duration.ofMillis(5), 60);

      assertThat(read(Scans.pdf(List.of(Scans.page(Scans.CV)), 0), "cv.pdf", hasty))
          .isInstanceOfSatisfying(
              Extraction.Unreadable.class,
              e -> assertThat(e.reason()).isEqualTo(Reason.TOO_COSTLY));
    }

    @Test
    void a_confined_child_recognizes_and_says_with_what() throws IOException {
      assumeTrue(tesseract.isPresent(), "Tesseract is not installed");
      var file = Files.write(folder.resolve("scan"), Scans.file(Scans.page(Scans.CV), "png"));

      try (var extractor =
          new TextExtractor(new Setup(Limits.standard(), ENGLISH, Sandbox.WHERE_AVAILABLE, 1))) {
        var text = (Extraction.Text) extractor.extract(file, "scan.png");

        assertThat(text.text().text()).startsWith("Mira Holt\n");
        assertThat(extractor.version()).matches("text-\\d+ tesseract-\\d.*-eng");
      }
    }

    private Extraction.Text text(byte[] bytes, String name) {
      var extraction = read(bytes, name, ENGLISH);
      assertThat(extraction).isInstanceOf(Extraction.Text.class);
      return (Extraction.Text) extraction;
    }

    private Extraction read(byte[] bytes, String name, Recognition recognition) {
      assumeTrue(tesseract.isPresent(), "Tesseract is not installed");
      var setup = new Setup(Limits.standard(), recognition, Sandbox.OFF, 1);
      var rules = ChildRules.of(setup, Tesseract.find(recognition), Confinement.NONE);
      return new Reading(rules, () -> announced.add(name)).read(bytes, name);
    }
  }

  @Test
  void without_tesseract_a_picture_is_for_a_person() {
    assertThat(Readings.read(Scans.file(Scans.page(Scans.CV), "png"), "cv.png"))
        .isEqualTo(new Extraction.Unreadable(Reason.NO_TEXT, "the file is a picture"));
    assertThat(Readings.read(Scans.pdf(List.of(Scans.page(Scans.CV)), 0), "cv.pdf"))
        .isEqualTo(new Extraction.Unreadable(Reason.NO_TEXT, ""));
  }

  @Test
  void the_languages_installed_are_used_but_no_more_than_four() throws IOException {
    var program = tesseract("ita", "afr", "fra", "osd", "eng", "deu", "zul");

    var found = Tesseract.find(recognition(program, List.of())).orElseThrow();

    assertThat(found.languages()).containsExactly("eng", "deu", "fra", "ita");
    assertThat(found.turns()).isTrue();
    assertThat(found.data()).isEqualTo("/models/");
    assertThat(found.name()).isEqualTo("tesseract-5.9.1-eng+deu+fra+ita");
  }

  @Test
  void the_languages_named_are_used() throws IOException {
    var program = tesseract("eng", "chi_sim");

    assertThat(Tesseract.find(recognition(program, List.of("chi_sim"))).orElseThrow().languages())
        .containsExactly("chi_sim");
    assertThatThrownBy(() -> Tesseract.find(recognition(program, List.of("pol"))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContainingAll("pol", "tesseract-ocr-pol", "eng, chi_sim");
  }

  @Test
  void a_program_that_is_not_tesseract_is_none() throws IOException {
    var none = folder.resolve("none");

    assertThat(Tesseract.find(recognition(none, List.of()))).isEmpty();
    assertThat(Tesseract.find(recognition(tesseract("osd"), List.of()))).isEmpty();
    assertThat(Tesseract.find(Recognition.none())).isEmpty();
  }

  @Test
  void a_language_is_a_name_and_never_an_option() {
    assertThatThrownBy(() -> recognition(folder, List.of("--help")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("--help");
  }

  @Test
  void specks_and_lines_of_noise_are_dropped() {
    var page =
        Hocr.of(
            """
            <p class='ocr_par'>
             <span class='ocr_line' title="bbox 10 20 110 50; x_size 30">
              <span class='ocrx_word' title='bbox 10 20 20 50; x_wconf 20'>|</span>
              <span class='ocrx_word' title='bbox 30 20 60 50; x_wconf 90'>Mira</span>
              <span class='ocrx_word' title='bbox 70 20 110 50; x_wconf 80'>Holt</span>
             </span>
             <span class='ocr_line' title="bbox 10 60 110 90; x_size 30">
              <span class='ocrx_word' title='bbox 10 60 110 90; x_wconf 9'>xvqw</span>
             </span>
            </p>
            """);

    assertThat(page.lines())
        .containsExactly(new Hocr.RecognizedLine("Mira Holt", new Box(10, 20, 100, 30), 30, 0));
    assertThat(page.confidence()).isEqualTo((4 * 90 + 4 * 80 + 4 * 9) / 12);
  }

  private static Recognition recognition(Path program, List<String> languages) {
    return new Recognition(true, program, languages, 3, Duration.ofSeconds(9), 60);
  }

  /// A script that answers like Tesseract with these models.
  private Path tesseract(String... models) throws IOException {
    assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"), "no scripts here");
    var script =
        """
        #!/bin/sh
        case $1 in
          --version) echo 'tesseract 5.9.1' ;;
          *) echo 'List of available languages in "/models/" (%d):'; printf '%%s\\n' %s ;;
        esac
        """
            .formatted(models.length, String.join(" ", models));
    var file = Files.writeString(folder.resolve("tesseract"), script);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }
}
