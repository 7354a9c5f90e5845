package dev.shortlist.judging;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/// Money as people write it, and as it is counted: in millionths of a dollar.
public final class Dollars {
  private static final int MICRO = 6;
  private static final int LEAST = 100;

  private Dollars() {}

  static @Nullable Long micros(@Nullable BigDecimal dollars) {
    return dollars == null
        ? null
        : dollars.movePointRight(MICRO).setScale(0, RoundingMode.DOWN).longValueExact();
  }

  /// Dollars with all their digits.
  public static BigDecimal of(long micros) {
    return BigDecimal.valueOf(micros, MICRO);
  }

  /// As people read it: `$0.0042`, `$12.30`, and `<$0.0001` for less than that.
  public static String text(long micros) {
    if (micros > 0 && micros < LEAST) {
      return "<$0.0001";
    }
    var dollars = of(micros);
    int digits = micros != 0 && Math.abs(micros) < 1_000_000 ? 4 : 2;
    return "$" + dollars.setScale(digits, RoundingMode.HALF_UP).toPlainString();
  }
}
