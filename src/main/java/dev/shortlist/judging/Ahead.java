package dev.shortlist.judging;

import dev.shortlist.calls.Spending;
import java.util.List;

/// How many calls are ahead of a screening: those that are made up, and those that will be.
final class Ahead {
  private Ahead() {}

  /// @param own calls that are made up
  /// @param unasked CVs that are in none of them yet
  /// @param together CVs in one call
  /// @param asked of the screening so far: as many of those to come will be asked about once more
  /// @param close CVs so close to the cut that they will be read again
  /// @param readings how often those are read
  static int calls(
      List<Packs.Listed> own,
      int unasked,
      int together,
      Spending.Asked asked,
      int close,
      int readings) {
    int first = unasked + cvs(own, Packs.Form.USUAL);
    int waiting = cvs(own, Packs.Form.STRICTER);
    double again = asked.first() == 0 ? 0 : (asked.again() + waiting) / (double) asked.first();
    int further = (int) Math.ceil(Math.min(1, again) * first / together);
    return own.size()
        + Math.ceilDiv(unasked, together)
        + further
        + rereadings(own, close, readings);
  }

  private static int cvs(List<Packs.Listed> own, Packs.Form form) {
    return own.stream()
        .filter(one -> one.reading() == 1 && one.form() == form)
        .mapToInt(Packs.Listed::cvs)
        .sum();
  }

  /// A round of readings is made up at once.
  private static int rereadings(List<Packs.Listed> own, int close, int readings) {
    int round = own.stream().mapToInt(Packs.Listed::reading).max().orElse(1);
    long made = own.stream().filter(one -> one.reading() > 1).count();
    return round > 1 ? (int) made * (readings - round) : close * (readings - 1);
  }
}
