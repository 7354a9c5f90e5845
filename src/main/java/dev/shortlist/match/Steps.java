package dev.shortlist.match;

import java.util.EnumSet;

/// Distance between levels that are in ascending order.
final class Steps {
  private Steps() {}

  /// How many levels `found` is below `asked`; 0 when it is there or above.
  static <E extends Enum<E>> int missing(E asked, E found) {
    return found.compareTo(asked) >= 0 ? 0 : EnumSet.range(found, asked).size() - 1;
  }
}
