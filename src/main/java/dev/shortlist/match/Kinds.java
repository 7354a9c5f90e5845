package dev.shortlist.match;

import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// How a phrase is shared out among the occupations of the taxonomy; the shares add up to 1.
final class Kinds {
  /// Less than this of the greatest share is chance.
  private static final double LEAST = 0.001;

  private final int[] occupations;
  private final double[] shares;

  /// @param occupations places in the taxonomy, ascending
  private Kinds(int[] occupations, double[] shares) {
    this.occupations = occupations;
    this.shares = shares;
  }

  /// @param weights one for each occupation, in the order of the taxonomy
  static Kinds of(double[] weights) {
    double greatest =
        IntStream.range(0, weights.length).mapToDouble(i -> weights[i]).max().orElse(0);
    int[] kept =
        IntStream.range(0, weights.length)
            .filter(i -> weights[i] > 0 && weights[i] >= LEAST * greatest)
            .toArray();
    double sum = 0;
    for (int i : kept) {
      sum += weights[i];
    }
    double all = sum;
    return new Kinds(kept, IntStream.of(kept).mapToDouble(i -> weights[i] / all).toArray());
  }

  /// These and others: `part` of the shares are the others'.
  Kinds with(Kinds others, double part) {
    var mixed = new TreeMap<Integer, Double>();
    for (int i = 0; i < occupations.length; i++) {
      mixed.merge(occupations[i], (1 - part) * shares[i], Double::sum);
    }
    for (int i = 0; i < others.occupations.length; i++) {
      mixed.merge(others.occupations[i], part * others.shares[i], Double::sum);
    }
    return new Kinds(
        mixed.keySet().stream().mapToInt(Integer::intValue).toArray(),
        mixed.values().stream().mapToDouble(Double::doubleValue).toArray());
  }

  /// One occupation and its share.
  record Kind(int occupation, double share) {}

  /// The kinds with the greatest shares, the greatest first.
  List<Kind> most(int count) {
    return IntStream.range(0, shares.length)
        .mapToObj(i -> new Kind(occupations[i], shares[i]))
        .sorted(Comparator.comparingDouble(kind -> -kind.share()))
        .limit(count)
        .toList();
  }

  /// How like two shares are, 0 to 1: 1 for equal ones, 0 when no occupation is in both
  /// (Bhattacharyya's coefficient).
  double likeness(Kinds other) {
    double sum = 0;
    for (int i = 0, k = 0; i < shares.length && k < other.shares.length; ) {
      int order = Integer.compare(occupations[i], other.occupations[k]);
      if (order == 0) {
        sum += Math.sqrt(shares[i] * other.shares[k]);
      }
      i += order <= 0 ? 1 : 0;
      k += order >= 0 ? 1 : 0;
    }
    return Math.min(1, sum);
  }
}
