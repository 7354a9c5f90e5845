package dev.shortlist.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScanMaskTest {
  private static final Color SKIN = new Color(0xd0, 0x80, 0x60);
  private static final Set<String> TELLING =
      Set.of("Mira", "Holt", "mira.holt@example.com", "Riverside", "College,");
  private static final Recognition ENGLISH =
      new Recognition(true, null, List.of("eng"), 3, Duration.ofMinutes(2), 60);
  private static final PagePainter PAINTER = new PagePainter(Setup.standard(1));

  @TempDir Path folder;

  @AfterAll
  static void close() {
    PAINTER.close();
  }

  @Test
  void words_that_tell_are_covered_and_their_neighbours_are_drawn() {
    var page = page(Scans.page(List.of("Nurse Mira Holt at Harbour Clinic")));
    var masked = masked(page, line(160, 200, 640, 34, "Nurse Mira Holt at Harbour Clinic"));

    assertThat(same(page, masked, 155, 170, 95, 40)).isTrue();
    assertThat(colours(masked, 275, 180, 50, 14)).containsExactly(ScanMask.COVER.getRGB());
    assertThat(same(page, masked, 470, 170, 220, 40)).isTrue();
  }

  @Test
  void photographs_signatures_and_words_that_were_not_read_leave_boxes() {
    var page = page(Scans.page(List.of("Nurse at Harbour Clinic", "", "", "Mira Holt by hand")));
    var pen = page.createGraphics();
    pen.setColor(SKIN);
    pen.fillOval(1200, 150, 240, 300);
    pen.dispose();

    var masked = masked(page, line(160, 200, 450, 34, "Nurse at Harbour Clinic"));

    assertThat(colours(masked, 0, 240, 1700, 1900)).containsOnly(white(), leftOut());
    assertThat(colours(masked, 1250, 200, 100, 30)).containsExactly(leftOut());
    assertThat(same(page, masked, 155, 170, 450, 40)).isTrue();
  }

  @Test
  void where_words_cannot_be_told_apart_the_whole_line_is_covered() {
    var page = page(Scans.page(List.of("NurseMiraHoltatHarbourClinic")));
    var masked = masked(page, line(160, 200, 560, 34, "Nurse Mira Holt at Harbour Clinic"));

    assertThat(colours(masked, 165, 180, 500, 14)).containsExactly(ScanMask.COVER.getRGB());
  }

  @Test
  void on_a_page_upside_down_a_line_with_a_name_is_covered_whole() {
    var lines = List.of("Nurse Mira Holt at Harbour Clinic", "Cared for patients", "Taught others");
    var page = page(Scans.turned(Scans.page(lines)));
    var masked =
        new ScanMask(
                page,
                1,
                List.of(
                    line(900, 2010, 640, 34, lines.get(0)),
                    line(1190, 1930, 350, 34, lines.get(1)),
                    line(1290, 1850, 250, 34, lines.get(2))))
            .masked();

    assertThat(colours(masked, 905, 1990, 600, 14)).containsExactly(ScanMask.COVER.getRGB());
    assertThat(same(page, masked, 1195, 1915, 340, 20)).isTrue();
  }

  @Test
  void the_rest_of_a_divided_name_below_is_covered_when_words_cannot_be_told_apart() {
    var page = page(Scans.page(List.of("Nurse called Hol", "ten at Harbour")));
    var masked =
        new ScanMask(
                page,
                1,
                List.of(
                    line(160, 200, 290, 34, "Nurse called Mira"),
                    line(160, 280, 250, 34, "at Harbour")))
            .masked();

    assertThat(colours(masked, 165, 262, 40, 10)).containsExactly(ScanMask.COVER.getRGB());
  }

  @Test
  @Tag("slow")
  void what_is_read_from_the_drawn_page_tells_nobody() throws IOException {
    assumeTrue(
        Tesseract.find(ENGLISH).isPresent(), "Tesseract is not installed, so no scan is read");
    var scan = folder.resolve("scan.pdf");
    Files.write(scan, Scans.pdf(List.of(withPhoto(Scans.page(Scans.CV))), 0));
    var lines = read(scan).text().lines().stream().map(ScanMaskTest::masked).toList();

    var painted = (Painting.Picture) PAINTER.paintBlind(scan, 1, List.of(), lines);

    var picture = ImageIO.read(new ByteArrayInputStream(painted.png().bytes()));
    var drawn = folder.resolve("drawn.png");
    ImageIO.write(picture, "png", drawn.toFile());
    assertThat(read(drawn).text().text())
        .contains("Nurse at Harbour Clinic since March 2019", "Cared for patients after surgery")
        .doesNotContainIgnoringCase("mira")
        .doesNotContainIgnoringCase("holt")
        .doesNotContainIgnoringCase("example")
        .doesNotContainIgnoringCase("riverside");
    assertThat(colours(picture, 0, 0, picture.getWidth(), picture.getHeight()))
        .doesNotContain(SKIN.getRGB());
  }

  private static Extraction.Text read(Path file) throws IOException {
    var setup = new Setup(Limits.standard(), ENGLISH, Setup.standard(1).sandbox(), 1);
    try (var extractor = new TextExtractor(setup)) {
      return (Extraction.Text) extractor.extract(file, file.getFileName().toString());
    }
  }

  private static ScannedLine masked(Line line) {
    return new ScannedLine(Objects.requireNonNull(line.box()), line.size(), words(line.text()));
  }

  private static List<ScannedLine.Word> words(String line) {
    var words = new ArrayList<ScannedLine.Word>();
    for (var word : line.split(" ", -1)) {
      words.add(new ScannedLine.Word(word, TELLING.contains(word)));
    }
    return words;
  }

  /// @param base of the letters
  private static ScannedLine line(int x, int base, int width, int size, String text) {
    return new ScannedLine(new Box(x, base - 27, width, 36), size, words(text));
  }

  private static BufferedImage page(BufferedImage grey) {
    var page = new BufferedImage(grey.getWidth(), grey.getHeight(), BufferedImage.TYPE_INT_RGB);
    page.createGraphics().drawImage(grey, 0, 0, null);
    return page;
  }

  private static BufferedImage withPhoto(BufferedImage grey) {
    var page = page(grey);
    var pen = page.createGraphics();
    pen.setColor(SKIN);
    pen.fillRect(1300, 100, 240, 300);
    pen.dispose();
    return page;
  }

  private static BufferedImage masked(BufferedImage page, ScannedLine line) {
    return new ScanMask(page, 1, List.of(line)).masked();
  }

  private static int white() {
    return Color.WHITE.getRGB();
  }

  private static int leftOut() {
    return ScanMask.LEFT_OUT.getRGB();
  }

  private static boolean same(
      BufferedImage a, BufferedImage b, int left, int top, int width, int height) {
    for (int y = top; y < top + height; y++) {
      for (int x = left; x < left + width; x++) {
        if (a.getRGB(x, y) != b.getRGB(x, y)) {
          return false;
        }
      }
    }
    return true;
  }

  private static Set<Integer> colours(
      BufferedImage picture, int left, int top, int width, int height) {
    var colours = new HashSet<Integer>();
    for (int y = top; y < top + height; y++) {
      for (int x = left; x < left + width; x++) {
        colours.add(picture.getRGB(x, y));
      }
    }
    return colours;
  }
}
