package dev.shortlist.match;

import dev.shortlist.jobdescription.Importance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One addend of a dimension's points, with what earned it.
///
/// @param requirement id of the requirement, absent for a part that compares whole texts
/// @param label what was asked for
/// @param importance how much the requirement matters, absent for a part that compares whole texts
/// @param points what was earned, 0 to [#outOf]
/// @param outOf what could be earned; the parts of a dimension add up to 100
/// @param evidence what earned the points; empty when there are none
/// @param reason how the points came about, a whole sentence in English
public record Part(
    @Nullable String requirement,
    String label,
    @Nullable Importance importance,
    double points,
    double outOf,
    List<Evidence> evidence,
    String reason) {
  public Part {
    evidence = List.copyOf(evidence);
    if (!(points >= 0 && points <= outOf + 1e-9)) {
      throw new IllegalArgumentException(
          "points of %s must be in [0, %s] but are %s".formatted(label, outOf, points));
    }
  }

  /// The same with more or fewer points to be earned.
  Part times(double factor) {
    return new Part(
        requirement, label, importance, points * factor, outOf * factor, evidence, reason);
  }
}
