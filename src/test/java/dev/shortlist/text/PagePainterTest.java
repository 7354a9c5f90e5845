package dev.shortlist.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PagePainterTest {
  private static final PagePainter PAINTER = new PagePainter(Setup.standard(1));
  private static final Box LINE = new Box(60, 92, 200, 10);

  @TempDir Path folder;

  @AfterAll
  static void close() {
    PAINTER.close();
  }

  @Test
  void a_page_is_painted_with_the_sizes_of_all() throws IOException {
    var painted = (Painting.Picture) PAINTER.paint(cv(), 1);

    assertThat(painted.sizes()).containsExactly(new Painting.Size(612, 792));
    var picture = picture(painted);
    assertThat(picture.getWidth()).isEqualTo(1240);
    assertThat(ink(picture, 60, 90, 60, 12)).isPositive();
  }

  @Test
  void covered_words_leave_no_trace_and_their_neighbours_stay() throws IOException {
    var cover = List.of(new Cover(LINE, "Mira"));
    var shown = picture(PAINTER.paintBlind(cv(), 1, cover));
    var other = picture(PAINTER.paintBlind(cv("Nora"), 1, List.of(new Cover(LINE, "Nora"))));

    assertThat(colours(shown, 62, 92, 18, 9)).isEqualTo(1);
    assertThat(ink(shown, 150, 90, 60, 12)).isPositive();
    assertThat(ink(other, 150, 90, 60, 12)).isPositive();
  }

  @Test
  void words_that_are_not_found_cost_the_whole_line() throws IOException {
    var shown = picture(PAINTER.paintBlind(cv(), 1, List.of(new Cover(LINE, "Somebody Else"))));

    assertThat(colours(shown, 62, 92, 195, 9)).isEqualTo(1);
  }

  @Test
  void the_rest_of_a_word_that_a_line_s_end_divides_is_covered_too() throws IOException {
    var divided =
        file(
            Pdfs.page(pen -> {
              pen.text(60, 100, 11, "https://mira-");
              pen.text(60, 114, 11, "holt.example.com beside it");
            }));
    var cover = new Cover(new Box(60, 90, 70, 12), "https://mira-holt.example.com");

    var shown = picture(PAINTER.paintBlind(divided, 1, List.of(cover)));

    assertThat(colours(shown, 62, 92, 60, 9)).isEqualTo(1);
    assertThat(colours(shown, 62, 106, 75, 9)).isEqualTo(1);
    assertThat(ink(shown, 155, 104, 40, 12)).isPositive();
  }

  @Test
  void who_is_blind_sees_no_pictures() throws IOException {
    var photo = new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB);
    photo.createGraphics().fillRect(0, 0, 40, 40);
    for (int i = 0; i < 40; i++) {
      photo.setRGB(i, i, Color.RED.getRGB());
    }
    var file =
        file(
            Pdfs.page(pen -> {
              pen.text(60, 100, 11, "Mira Holt, accountant");
              pen.content()
                  .drawImage(
                      org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory.createFromImage(
                          pen.document(), photo),
                      300,
                      300,
                      100,
                      100);
            }));

    assertThat(ink(picture(PAINTER.paint(file, 1)), 300, 392, 100, 100)).isPositive();
    assertThat(ink(picture(PAINTER.paintBlind(file, 1, List.of())), 300, 392, 100, 100)).isZero();
  }

  @Test
  void what_is_no_pdf_or_has_no_such_page_is_not_painted() throws IOException {
    assertThat(PAINTER.paint(cv(), 2)).isEqualTo(new Painting.None());
    assertThat(PAINTER.paint(file("Mira".getBytes(StandardCharsets.UTF_8)), 1))
        .isEqualTo(new Painting.None());
    assertThat(PAINTER.paint(file(PdfReaderTest.formBomb()), 0)).isEqualTo(new Painting.None());
  }

  private Path cv() throws IOException {
    return cv("Mira");
  }

  private Path cv(String name) throws IOException {
    return file(Pdfs.page(pen -> pen.text(60, 100, 11, name + " Holt, accountant of the harbour")));
  }

  private Path file(byte[] bytes) throws IOException {
    return Files.write(folder.resolve(bytes.length + ".pdf"), bytes);
  }

  private static BufferedImage picture(Painting painting) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(((Painting.Picture) painting).png().bytes()));
  }

  private static long ink(BufferedImage picture, int x, int y, int width, int height) {
    return pixels(picture, x, y, width, height).filter(rgb -> (rgb & 0xffffff) != 0xffffff).count();
  }

  private static long colours(BufferedImage picture, int x, int y, int width, int height) {
    return pixels(picture, x, y, width, height).distinct().count();
  }

  private static IntStream pixels(BufferedImage picture, int x, int y, int width, int height) {
    double scale = picture.getWidth() / 612.0;
    var rgb =
        picture.getRGB(
            (int) (x * scale),
            (int) (y * scale),
            (int) (width * scale),
            (int) (height * scale),
            null,
            0,
            (int) (width * scale));
    return Arrays.stream(rgb);
  }
}
