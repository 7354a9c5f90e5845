package dev.shortlist.text;

import java.util.List;

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

  /// The file is no PDF, or nothing can be painted of it.
  record None() implements Painting {}

  /// In points, 1/72 inch.
  record Size(float width, float height) {}

  /// The bytes of a picture; nobody changes them.
  final class Png {
    private final byte[] bytes;

    Png(byte[] bytes) {
      this.bytes = bytes;
    }

    public byte[] bytes() {
      return bytes.clone();
    }

    public int length() {
      return bytes.length;
    }
  }
}
