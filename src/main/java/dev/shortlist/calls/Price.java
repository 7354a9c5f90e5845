package dev.shortlist.calls;

import dev.shortlist.ai.Usage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/// What a model's tokens cost, in US dollars for a million.
///
/// @param cached for tokens sent that the provider had read before
/// @param asOf day the price was looked up
public record Price(BigDecimal input, BigDecimal cached, BigDecimal output, LocalDate asOf) {
  public Price {
    if (input.signum() < 0 || cached.signum() < 0 || output.signum() < 0) {
      throw new IllegalArgumentException("a price must not be below 0");
    }
  }

  /// Of one call, in millionths of a dollar, rounded up.
  public long of(Usage usage) {
    return input
        .multiply(BigDecimal.valueOf(usage.input() - usage.cached()))
        .add(cached.multiply(BigDecimal.valueOf(usage.cached())))
        .add(output.multiply(BigDecimal.valueOf(usage.output())))
        .setScale(0, RoundingMode.CEILING)
        .longValueExact();
  }
}
