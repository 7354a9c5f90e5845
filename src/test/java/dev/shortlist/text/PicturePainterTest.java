package dev.shortlist.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Pages of CVs that are photographs or scans.
class PicturePainterTest {
  private static final PagePainter PAINTER = new PagePainter(Setup.standard(1));

  /// Points a pixel of [Scans].
  private static final float POINTS = 595f / 1700;

  @TempDir Path folder;

  @AfterAll
  static void close() {
    PAINTER.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg", "tif"})
  void a_picture_is_a_page_of_the_usual_width(String format) throws IOException {
    var scan = file(Scans.file(Scans.page(Scans.CV), format));

    var painted = (Painting.Picture) PAINTER.paint(scan, 1);

    assertThat(painted.sizes()).containsExactly(new Painting.Size(595, 770));
    assertThat(picture(painted).getWidth()).isEqualTo(1240);
    assertThat(colours(picture(painted), 160, 170, 200, 34)).contains(Color.BLACK.getRGB());
    assertThat(PAINTER.paint(scan, 2)).isEqualTo(new Painting.None());
  }

  @Test
  void who_is_blind_sees_the_words_that_were_read_and_tell_nothing() throws IOException {
    var scan =
        file(
            Scans.file(
                Scans.page(List.of("Mira Holt", "Nurse at Harbour Clinic", "by hand")), "png"));
    var name = line(160, 170, 170, 40, new ScannedLine.Word("Mira", true), word("Holt"));
    var post = line(160, 250, 390, 40, word("Nurse"), word("at"), word("Harbour"), word("Clinic"));

    var blind = picture(PAINTER.paintBlind(scan, 1, List.of(), List.of(name, post)));

    assertThat(colours(blind, 165, 178, 40, 20)).containsOnly(ScanMask.COVER.getRGB());
    assertThat(colours(blind, 160, 250, 390, 40)).contains(Color.BLACK.getRGB());
    assertThat(colours(blind, 0, 300, 1700, 1800))
        .as("what was not read")
        .containsOnly(Color.WHITE.getRGB(), ScanMask.LEFT_OUT.getRGB());
  }

  @ParameterizedTest(name = "held as {0}")
  @CsvSource({
    "1, 400, 0, 0", "2, 400, 360, 0", "3, 400, 360, 160", "4, 400, 0, 160",
    "5, 200, 0, 0", "6, 200, 160, 0", "7, 200, 160, 360", "8, 200, 0, 360"
  })
  void a_photograph_is_turned_as_its_camera_was_held(int held, int width, int x, int y)
      throws IOException {
    var stored = new BufferedImage(400, 200, BufferedImage.TYPE_INT_RGB);
    var pen = stored.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, 400, 200);
    pen.setColor(Color.BLACK);
    pen.fillRect(0, 0, 40, 40);
    pen.dispose();

    var painted =
        (Painting.Picture) PAINTER.paint(file(Scans.held(Scans.file(stored, "jpg"), held)), 1);

    assertThat(painted.sizes().getFirst().height()).isEqualTo(595f * (600 - width) / width);
    var picture = picture(painted);
    int scale = picture.getWidth() / width;
    assertThat(new Color(picture.getRGB((x + 20) * scale, (y + 20) * scale)).getRed())
        .isLessThan(60);
  }

  @Test
  void a_camera_s_notes_that_make_no_sense_say_nothing() throws IOException {
    var photo = Scans.file(Scans.page(Scans.CV), "jpg");

    for (int held : List.of(0, 9, -1)) {
      var painted = (Painting.Picture) PAINTER.paint(file(Scans.held(photo, held)), 1);
      assertThat(painted.sizes()).containsExactly(new Painting.Size(595, 770));
    }
  }

  @Test
  void a_picture_that_breaks_off_is_not_painted() throws IOException {
    var scan = Scans.file(Scans.page(Scans.CV), "png");

    assertThat(PAINTER.paint(file(Arrays.copyOf(scan, 40)), 1)).isEqualTo(new Painting.None());
  }

  private Path file(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("picture"), bytes);
  }

  private static ScannedLine line(int x, int y, int width, int height, ScannedLine.Word... words) {
    var box = new Box(x * POINTS, y * POINTS, width * POINTS, height * POINTS);
    return new ScannedLine(box, 34 * POINTS, List.of(words));
  }

  private static ScannedLine.Word word(String text) {
    return new ScannedLine.Word(text, false);
  }

  private static BufferedImage picture(Painting painting) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(((Painting.Picture) painting).png().bytes()));
  }

  /// @param x in pixels of [Scans]
  private static List<Integer> colours(BufferedImage picture, int x, int y, int width, int height) {
    double scale = picture.getWidth() / 1700.0;
    int across = (int) (width * scale);
    int down = (int) (height * scale);
    var rgb = picture.getRGB((int) (x * scale), (int) (y * scale), across, down, null, 0, across);
    return Arrays.stream(rgb).distinct().boxed().toList();
  }
}
