package dev.shortlist.text;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The short form of [Fuzzing]: the same mutations at every run.
@Tag("slow")
class FuzzTargetTest {
  private static final int MUTATIONS = 120;

  @ParameterizedTest
  @EnumSource(FuzzTarget.class)
  void damaged_files_have_declared_outcomes(FuzzTarget target) throws IOException {
    var random = new Random(3);
    for (var seed : target.seeds()) {
      for (int i = 0; i < MUTATIONS; i++) {
        target.accept(mutated(seed, random));
      }
    }
  }

  /// Some bytes changed, a piece repeated, or the end lost.
  private static byte[] mutated(byte[] seed, Random random) {
    var bytes = seed.clone();
    for (int i = random.nextInt(6); i >= 0; i--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return switch (random.nextInt(4)) {
      case 0 -> Arrays.copyOf(bytes, random.nextInt(bytes.length) + 1);
      case 1 -> {
        int from = random.nextInt(bytes.length);
        int length = random.nextInt(bytes.length - from) + 1;
        var longer = Arrays.copyOf(bytes, bytes.length + length);
        System.arraycopy(bytes, from, longer, from + length, bytes.length - from);
        yield longer;
      }
      default -> bytes;
    };
  }
}
