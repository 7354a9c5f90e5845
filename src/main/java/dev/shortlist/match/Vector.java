package dev.shortlist.match;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/// The meaning of a phrase as the language model sees it: a direction of length 1.
///
/// Kept in whole steps of 1/16384, which is finer than what is read from it: sums of whole numbers
/// are the same in any order on any processor, and half the memory holds them.
final class Vector {
  private static final int ONE = 1 << 14;

  private final short[] steps;

  private Vector(short[] steps) {
    this.steps = steps;
  }

  /// @param values of length 1 together
  static Vector of(float... values) {
    var steps = new short[values.length];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = (short) Math.rint((double) values[i] * ONE);
    }
    return new Vector(steps);
  }

  /// How near two meanings are, -1 to 1, in steps of a thousandth: finer steps say nothing about
  /// meaning, and rounding hides how processors differ in the last digits of a float.
  double cosine(Vector other) {
    int sum = 0; // at most ONE², as both have length 1
    for (int i = 0; i < steps.length; i++) {
      sum += steps[i] * other.steps[i];
    }
    return Math.rint((double) sum / ONE / ONE * 1000) / 1000;
  }

  /// The same direction in 8 bits a number.
  byte[] inBytes() {
    int greatest = 0;
    for (short step : steps) {
      greatest = Math.max(greatest, Math.abs(step));
    }
    var bytes = new byte[steps.length];
    for (int i = 0; i < bytes.length; i++) {
      double share = greatest == 0 ? 0 : (double) steps[i] / greatest;
      bytes[i] = (byte) Math.round(share * Byte.MAX_VALUE);
    }
    return bytes;
  }

  boolean isSameAs(Vector other) {
    return Arrays.equals(steps, other.steps);
  }

  void write(DataOutputStream out) throws IOException {
    out.writeShort(steps.length);
    for (short step : steps) {
      out.writeShort(step);
    }
  }

  static Vector read(DataInputStream in) throws IOException {
    var steps = new short[in.readUnsignedShort()];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = in.readShort();
    }
    return new Vector(steps);
  }
}
