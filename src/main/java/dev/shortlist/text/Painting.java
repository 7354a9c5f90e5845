package dev.shortlist.text;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;

/// A page of a CV as it is drawn, if it can be.
public sealed interface Painting {

  /// A painted page.
  ///
  /// @param png the page's picture
  /// @param sizes of all pages that can be painted, in points as a reader sees them; [Box]es of the
  ///   text are places on them
  record Picture(Png png, List<Size> sizes) implements Painting {
    public Picture {
      sizes = List.copyOf(sizes);
    }
  }

  /// The file has no pages that are drawn, or nothing can be painted of it.
  record None() implements Painting {}

  /// In points, 1/72 inch.
  record Size(float width, float height) {}

  /// The bytes of a picture; nobody changes them.
  final class Png {
    private final byte[] bytes;

    Png(byte[] bytes) {
      this.bytes = bytes;
    }

    static Png of(BufferedImage picture) throws IOException {
      var out = new ByteArrayOutputStream(1 << 18);
      if (!ImageIO.write(picture, "png", out)) {
        throw new IOException("no writer of PNG");
      }
      return new Png(out.toByteArray());
    }

    public byte[] bytes() {
      return bytes.clone();
    }

    public int length() {
      return bytes.length;
    }
  }
}
