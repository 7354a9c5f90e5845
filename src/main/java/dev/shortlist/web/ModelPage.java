package dev.shortlist.web;

import dev.shortlist.accounts.Principal;
import dev.shortlist.calls.Spending;
import dev.shortlist.judging.ModelChoice;
import dev.shortlist.judging.ModelSetup;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// The language model of the account.
///
/// @param choice what the account says; what is absent is as the installation has it
/// @param hasKey whether it has a key of its own
/// @param inUse what holds, absent when no model is used
/// @param month what was spent in this calendar month
record ModelPage(
    Principal principal,
    ModelChoice choice,
    boolean hasKey,
    @Nullable ModelSetup inUse,
    Spending.Sum month,
    Said said) {

  /// As it stands in a field: empty for what is absent.
  static String text(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case BigDecimal number -> number.stripTrailingZeros().toPlainString();
      default -> value.toString();
    };
  }
}
