package dev.shortlist.match;

/// The meaning of a phrase as the language model sees it: a direction of length 1.
final class Vector {
  private final float[] values;

  /// @param values are kept, not copied
  Vector(float... values) {
    this.values = values;
  }

  /// How near two meanings are, -1 to 1, in steps of a thousandth: finer steps say nothing about
  /// meaning, and rounding hides how processors differ in the last digits of a float.
  double cosine(Vector other) {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += (double) values[i] * other.values[i];
    }
    return Math.rint(sum * 1000) / 1000;
  }

  /// The same direction in 8 bits a number.
  byte[] inBytes() {
    float greatest = 0;
    for (float value : values) {
      greatest = Math.max(greatest, Math.abs(value));
    }
    var bytes = new byte[values.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Math.round(greatest == 0 ? 0 : values[i] / greatest * Byte.MAX_VALUE);
    }
    return bytes;
  }

  boolean isSameAs(Vector other) {
    return java.util.Arrays.equals(values, other.values);
  }
}
