package dev.shortlist.api;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// The known name that somebody may have meant by one that is not known.
final class Nearest {
  private Nearest() {}

  /// The name of `known` that takes the fewest changed letters from `name`: at most a third of it,
  /// upper and lower case, `_` and `-` aside.
  static Optional<String> of(String name, Collection<String> known) {
    String meant = plain(name);
    return known.stream()
        .filter(one -> distance(meant, plain(one)) <= Math.max(1, meant.length() / 3))
        .min(Comparator.comparingInt(one -> distance(meant, plain(one))));
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[_-]", "");
  }

  /// Letters to put in, take out or change (Levenshtein).
  private static int distance(String from, String to) {
    int[] before = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      before[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int[] row = new int[to.length() + 1];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int changed = before[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(changed, Math.min(before[j], row[j - 1]) + 1);
      }
      before = row;
    }
    return before[to.length()];
  }
}
