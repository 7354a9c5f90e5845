package dev.shortlist.api;

import dev.shortlist.text.Reason;

/// How a reason reads.
final class Reviews {
  private Reviews() {}

  /// What is wrong, what was found, and what to do.
  static String sentence(Reason reason, String detail) {
    String found = detail.isEmpty() ? "" : " (" + detail + ")";
    return "%s%s; %s".formatted(reason.meaning(), found, reason.advice());
  }
}
