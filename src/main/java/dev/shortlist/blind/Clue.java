package dev.shortlist.blind;

import java.util.BitSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Something to look for in a text.
///
/// @param pattern what it looks like; asked for only where it can be found
/// @param possible whether a text can have it; true whenever the text has it
/// @param counts whether what was found is it
record Clue(Supplier<Pattern> pattern, Predicate<Glance> possible, Predicate<MatchResult> counts) {

  static Clue of(Pattern pattern, Predicate<Glance> possible) {
    return new Clue(() -> pattern, possible, found -> true);
  }

  Clue when(Predicate<MatchResult> counts) {
    return new Clue(pattern, possible, counts);
  }

  /// Marks in `hidden` where it stands in a text.
  void mark(Glance text, BitSet hidden) {
    if (possible.test(text)) {
      mark(text.text(), hidden);
    }
  }

  /// The same without looking first whether it can be there.
  void mark(String text, BitSet hidden) {
    var found = pattern.get().matcher(text);
    while (found.find()) {
      if (counts.test(found)) {
        hidden.set(found.start(), found.end());
      }
    }
  }
}
