package dev.shortlist.match;

import java.util.List;

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
}
