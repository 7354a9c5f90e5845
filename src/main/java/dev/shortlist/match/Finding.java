package dev.shortlist.match;

import dev.shortlist.jobdescription.Requirement;
import java.util.List;

/// How far a CV shows one requirement.
///
/// @param share of the requirement that is shown, 0 to 1
/// @param evidence what shows it; empty when the CV is silent
/// @param reason how the share came about, a whole sentence in English
/// @param shown of the requirement by itself, whatever else the CV is about; 0 to 1
record Finding(double share, double shown, List<Evidence> evidence, String reason) {
  Finding {
    evidence = List.copyOf(evidence);
  }

  Finding(double share, List<Evidence> evidence, String reason) {
    this(share, share, evidence, reason);
  }

  static Finding none(String reason) {
    return new Finding(0, List.of(), reason);
  }

  Finding orBetter(Finding other) {
    return other.share > share ? other : this;
  }

  /// The same for what says little by itself, such as years, a degree or team spirit: it counts as
  /// far as the CV is of the kind of work.
  ///
  /// @param kinship how far the CV is of the kind of work, 0 to 1
  Finding by(double kinship) {
    if (share == 0) {
      return this;
    }
    long percent = Math.round(kinship * 100);
    var counted =
        percent == 100
            ? reason
            : "%s It counts by %s %%, as far as the CV is of this kind of work."
                .formatted(reason, percent);
    return new Finding(share * kinship, shown, evidence, counted);
  }

  Part part(Requirement asked, double outOf) {
    return new Part(
        asked.id(), asked.label(), asked.importance(), outOf * share, outOf, evidence, reason);
  }
}
