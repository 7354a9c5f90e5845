package dev.shortlist.jobdescription;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Abbreviations that a text explains: "Area Development Program (ADP)".
final class Acronyms {
  private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}'’]*");
  private static final Set<String> SMALL = Set.of("of", "in", "for", "and", "the", "to", "on");
  private static final int FEWEST = 2;
  private static final int MOST = 6;
  private static final int REACH = 120;

  private Acronyms() {}

  /// The words before the bracket that the capitals between `start` and `end` stand for, in lower
  /// case; empty when they stand for none.
  static List<String> explained(String text, int start, int end) {
    String letters = text.substring(start, end);
    int bracket = text.substring(0, start).stripTrailing().length() - 1;
    boolean capitals =
        letters.length() >= FEWEST
            && letters.length() <= MOST
            && letters.chars().allMatch(Character::isUpperCase);
    if (!capitals || bracket < 0 || text.charAt(bracket) != '(') {
      return List.of();
    }
    var before = text.substring(Math.max(0, bracket - REACH), bracket);
    var words =
        WORD.matcher(before)
            .results()
            .map(word -> word.group().toLowerCase(Locale.ROOT))
            .filter(word -> !SMALL.contains(word))
            .toList();
    if (words.size() < letters.length()) {
      return List.of();
    }
    var last = new ArrayList<>(words.subList(words.size() - letters.length(), words.size()));
    for (int i = 0; i < last.size(); i++) {
      if (last.get(i).charAt(0) != Character.toLowerCase(letters.charAt(i))) {
        return List.of();
      }
    }
    return last;
  }
}
