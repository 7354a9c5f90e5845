package dev.shortlist.skills;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Job titles that name the role first and then what it is about: `Manager, Human Resources`,
/// `Engineer - Mechanical`, `Teacher (Mathematics)`.
///
/// A role is a word that ends the titles of many occupations and so tells none of them.
final class TurnedTitles {
  private static final int OCCUPATIONS = 10;
  private static final int LONGEST = 4;
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  /// A further sign starts a place or a company.
  private static final Pattern TURNED =
      Pattern.compile(
          "\\W*(?<role>\\p{L}[\\p{L} .]*?)(?:\\s*[,:(|/]\\s*|\\s+[-–—]\\s*|\\s*[–—]\\s*|-\\s+)"
              + "(?<about>\\p{L}[^,;:()|@–—]*?)(?:\\s*[,;:()|@–—].*|\\s+-\\s.*|\\W*)");

  private final Set<String> roles;

  /// @param titles those of each occupation
  TurnedTitles(List<List<String>> titles) {
    var ends = new HashMap<String, Integer>();
    for (var ofOne : titles) {
      ofOne.stream()
          .map(TurnedTitles::words)
          .filter(words -> words.size() > 1)
          .map(List::getLast)
          .distinct()
          .forEach(word -> ends.merge(word, 1, Integer::sum));
    }
    roles =
        ends.entrySet().stream()
            .filter(end -> end.getValue() >= OCCUPATIONS)
            .map(Map.Entry::getKey)
            .collect(Collectors.toUnmodifiableSet());
  }

  /// The title the usual way round: `Human Resources Manager`.
  Optional<String> usual(String title) {
    var parts = TURNED.matcher(title);
    if (!parts.matches() || !isRole(parts.group("role"))) {
      return Optional.empty();
    }
    var about = parts.group("about").strip();
    return words(about).size() <= LONGEST
        ? Optional.of(about + " " + parts.group("role"))
        : Optional.empty();
  }

  /// Whether the words name a role and no work: `Senior manager`.
  boolean isRole(String words) {
    var plain = words(Titles.plain(words));
    return !plain.isEmpty() && roles.containsAll(plain);
  }

  private static List<String> words(String title) {
    return Stream.of(BLANKS.split(title.strip().toLowerCase(Locale.ROOT), -1))
        .map(word -> word.replace(".", ""))
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
