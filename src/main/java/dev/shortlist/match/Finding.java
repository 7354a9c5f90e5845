package dev.shortlist.match;

import java.util.List;

/// How far a CV shows one requirement.
///
/// @param share of the requirement that is shown, 0 to 1
/// @param evidence what shows it; empty when the CV is silent
/// @param reason how the share came about, a whole sentence in English
record Finding(double share, List<Evidence> evidence, String reason) {
  Finding {
    evidence = List.copyOf(evidence);
  }

  static Finding none(String reason) {
    return new Finding(0, List.of(), reason);
  }

  Finding orBetter(Finding other) {
    return other.share > share ? other : this;
  }

  Part part(@org.jspecify.annotations.Nullable String requirement, String label, double outOf) {
    return new Part(requirement, label, outOf * share, outOf, evidence, reason);
  }
}
