package dev.shortlist.candidate;

import java.text.Normalizer;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The words of a name, without accents and case.
final class NameWords {
  private NameWords() {}

  /// Whether two CVs with these names may be one person's: they have a word in common, or one of
  /// them is not known.
  static boolean mayBeOne(@Nullable String one, @Nullable String other) {
    return one == null || other == null || !Collections.disjoint(of(one), of(other));
  }

  private static Set<String> of(String name) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
    return Stream.of(plain.toLowerCase(Locale.ROOT).split("[^\\p{L}]+"))
        .filter(word -> word.length() > 1)
        .collect(Collectors.toSet());
  }
}
