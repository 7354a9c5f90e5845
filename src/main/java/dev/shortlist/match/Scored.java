package dev.shortlist.match;

import dev.shortlist.jobdescription.Requirement;
import java.util.ArrayList;
import java.util.List;

/// A dimension while it is being scored: parts and the gaps they leave.
final class Scored {
  /// A requirement shown less than this leaves a gap.
  private static final double MET = 0.7;

  private final Dimension dimension;
  private final List<Part> parts = new ArrayList<>();
  private final List<Gap> gaps = new ArrayList<>();

  Scored(Dimension dimension) {
    this.dimension = dimension;
  }

  /// Adds the points for a requirement, and a gap if it is not met.
  void add(Requirement asked, Finding finding, double outOf) {
    parts.add(finding.part(asked, outOf));
    if (finding.shown() < MET) {
      gaps.add(gap(asked, finding));
    }
  }

  /// Adds the points for a requirement the CV does not speak of, which something else stands for:
  /// whether it is met is still to be asked.
  void addUnsaid(Requirement asked, Finding instead, double outOf) {
    parts.add(instead.part(asked, outOf));
    gaps.add(new Gap(asked.id(), asked.label(), asked.importance(), true, ""));
  }

  /// Adds the points for a condition, whose answer says what is not known.
  void addCondition(Requirement asked, Finding finding, double outOf) {
    parts.add(finding.part(asked, outOf));
  }

  /// Adds a part that no single requirement asks for.
  void add(String label, Finding finding, double outOf) {
    parts.add(
        new Part(
            null,
            label,
            null,
            outOf * finding.share(),
            outOf,
            finding.evidence(),
            finding.reason()));
  }

  DimensionScore score() {
    return new DimensionScore(dimension, !parts.isEmpty(), parts);
  }

  List<Gap> gaps() {
    return List.copyOf(gaps);
  }

  static Gap gap(Requirement asked, Finding finding) {
    boolean silent = finding.evidence().isEmpty();
    return new Gap(
        asked.id(), asked.label(), asked.importance(), silent, silent ? "" : finding.reason());
  }
}
