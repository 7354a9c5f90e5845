package dev.shortlist.text;

import org.apache.pdfbox.util.Matrix;

/// Takes a point `x y` to `ax + cy + e`, `bx + dy + f`; in floats, as PDF viewers do.
record Transform(float a, float b, float c, float d, float e, float f) {
  static final Transform NONE = new Transform(1, 0, 0, 1, 0, 0);

  /// @throws IllegalArgumentException if it leads nowhere
  Transform {
    check(a + b + c + d, 0);
    check(e, f);
  }

  /// @throws IllegalArgumentException if one of the numbers is none
  static void check(float one, float other) {
    if (!Float.isFinite(one) || !Float.isFinite(other)) {
      throw new IllegalArgumentException("numbers of a page are too large");
    }
  }

  static Transform of(Matrix matrix) {
    return new Transform(
        matrix.getScaleX(),
        matrix.getShearY(),
        matrix.getShearX(),
        matrix.getScaleY(),
        matrix.getTranslateX(),
        matrix.getTranslateY());
  }

  /// The six numbers from `from` on.
  static Transform of(Operands numbers) {
    return new Transform(
        numbers.number(0),
        numbers.number(1),
        numbers.number(2),
        numbers.number(3),
        numbers.number(4),
        numbers.number(5));
  }

  /// This one first, then `next`.
  Transform then(Transform next) {
    return new Transform(
        a * next.a + b * next.c,
        a * next.b + b * next.d,
        c * next.a + d * next.c,
        c * next.b + d * next.d,
        e * next.a + f * next.c + next.e,
        e * next.b + f * next.d + next.f);
  }

  /// A step by `x y` before all else.
  Transform moved(float x, float y) {
    return new Transform(a, b, c, d, e + (x * a + y * c), f + (x * b + y * d));
  }

  float x(float x, float y) {
    return (float) ((double) a * x + (double) c * y + e);
  }

  float y(float x, float y) {
    return (float) ((double) b * x + (double) d * y + f);
  }

  /// How long a unit along the line becomes.
  float width() {
    return Float.compare(b, 0) == 0 ? a : (float) Math.sqrt((double) a * a + (double) b * b);
  }

  /// How long a unit across the line becomes.
  float height() {
    return Float.compare(c, 0) == 0 ? d : (float) Math.sqrt((double) c * c + (double) d * d);
  }

  /// Which way a line of text runs, in degrees: 0, 90, 180 or 270.
  int direction() {
    float across = Math.abs(d);
    float along = Math.abs(a);
    if (d < 0 && a < 0 && Math.abs(b) < along && Math.abs(c) < across) {
      return 180;
    }
    if (b > 0 && c < 0 && across < Math.abs(c) && along < b) {
      return 90;
    }
    if (b < 0 && c > 0 && across < c && along < Math.abs(b)) {
      return 270;
    }
    return 0;
  }
}
