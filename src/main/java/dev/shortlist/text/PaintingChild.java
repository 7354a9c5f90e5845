package dev.shortlist.text;

import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.List;

/// The process in which pages are painted: as [Child], for [PageOrder]s.
final class PaintingChild {
  private PaintingChild() {}

  /// Serves until its input ends.
  ///
  /// @param arguments the words of [ChildRules]
  public static void main(String[] arguments) throws IOException, InterruptedException {
    var out = new DataOutputStream(new FileOutputStream(FileDescriptor.out));
    int pages = ChildRules.of(List.of(arguments)).pages();
    Child.serve(out, (file, words) -> Wire.toBytes(paint(file, PageOrder.of(words), pages)));
  }

  private static Painting paint(byte[] file, PageOrder order, int pages) {
    try (var picture = PictureFile.open(file).orElse(null)) {
      return picture == null
          ? PdfPainter.paint(file, order, pages)
          : PicturePainter.paint(picture, order, pages);
    } catch (IOException | RuntimeException e) {
      return new Painting.None();
    }
  }
}
