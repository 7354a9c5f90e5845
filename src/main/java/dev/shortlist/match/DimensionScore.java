package dev.shortlist.match;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The points of one dimension.
///
/// @param asked whether the job description asks for anything here; if not, the dimension weighs
///   nothing
/// @param parts what the points are made of
public record DimensionScore(Dimension dimension, boolean asked, List<Part> parts) {
  public DimensionScore {
    parts = List.copyOf(parts);
  }

  /// Sum of the parts' points, 0 to 100.
  public double points() {
    return Math.min(100, parts.stream().mapToDouble(Part::points).sum());
  }

  /// The same with requirements that weigh more or less against each other; what they have of the
  /// dimension together stays. Where none would be left nothing changes.
  ///
  /// @param factors what the weight of a requirement is multiplied with, by its id; absent for 1
  DimensionScore reweighted(Map<String, Double> factors) {
    double share = share(factors);
    if (share == 0) {
      return this;
    }
    var changed = new ArrayList<Part>();
    for (var part : parts) {
      double factor = part.requirement() == null ? 1 : factor(part, factors) * share;
      if (factor > 0) {
        changed.add(part.times(factor));
      }
    }
    return new DimensionScore(dimension, asked, changed);
  }

  /// By how many points what can be earned for each requirement changes with [Match#reweighted], by
  /// the requirement's id.
  public Map<String, Double> changes(Map<String, Double> factors) {
    double share = share(factors);
    var changes = new TreeMap<String, Double>();
    for (var part : parts) {
      if (part.requirement() != null && share > 0) {
        changes.put(part.requirement(), part.outOf() * (factor(part, factors) * share - 1));
      }
    }
    return Collections.unmodifiableMap(changes);
  }

  /// What the requirements have together against what they would have; 0 when none would be left.
  private double share(Map<String, Double> factors) {
    double before = 0;
    double after = 0;
    for (var part : parts) {
      if (part.requirement() != null) {
        before += part.outOf();
        after += part.outOf() * factor(part, factors);
      }
    }
    return after == 0 ? 0 : before / after;
  }

  private static double factor(Part part, Map<String, Double> factors) {
    return factors.getOrDefault(part.requirement(), 1.0);
  }
}
