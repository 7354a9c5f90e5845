package dev.shortlist.profile;

import dev.shortlist.skills.DegreeLevel;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Recognises degrees by their names and abbreviations.
final class Degrees {
  private static final Map<String, DegreeLevel> NAMES = names();
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\d][\\p{L}\\d.'’+\\-]*");
  // Words that are degrees only where they start a line or stand before a subject.
  private static final Set<String> LOOSE =
      Set.of(
          "ba",
          "be",
          "me",
          "ma",
          "as",
          "ms",
          "md",
          "bs",
          "bit",
          "cap",
          "bac",
          "med",
          "x",
          "xii",
          "master",
          "masters",
          "associate",
          "doctor",
          "certificate",
          "intermediate",
          "foundation",
          "promotion",
          "licence",
          "graduation",
          "diploma",
          "secondary",
          "pgp",
          "mim",
          "iti",
          "fp",
          "eso",
          "tu",
          "grado",
          "dr",
          "jd",
          "dba",
          "bep",
          "dut",
          "dea",
          "hnd",
          "ged",
          "aa",
          "lehre");

  private Degrees() {}

  /// A degree named in a line.
  ///
  /// @param from index in the line of its first character
  record Found(int from, int to, DegreeLevel level) {}

  /// The first degree named in `text`, absent when there is none.
  static @Nullable Found in(String text) {
    Matcher word = WORD.matcher(text);
    int seen = 0;
    while (word.find() && seen < 40) {
      seen++;
      String key = key(word.group());
      var level = NAMES.get(key);
      if (level != null && (!LOOSE.contains(key) || isPlausible(word.group(), seen))) {
        return new Found(word.start(), word.end(), deeper(text, word.end(), level));
      }
    }
    return null;
  }

  private static boolean isPlausible(String written, int position) {
    boolean capital =
        Character.isUpperCase(written.charAt(0)) || Character.isDigit(written.charAt(0));
    boolean dotted = written.indexOf('.') > 0 && written.indexOf('.') < written.length() - 1;
    return capital && (position <= 2 || dotted);
  }

  // "Diplom (FH)" and "Laurea magistrale": the second word may raise the level.
  private static DegreeLevel deeper(String text, int from, DegreeLevel level) {
    Matcher next = WORD.matcher(text).region(from, Math.min(text.length(), from + 24));
    var other = next.lookingAt() || next.find() ? NAMES.get(key(next.group())) : null;
    return level == DegreeLevel.BACHELOR && other == DegreeLevel.MASTER ? other : level;
  }

  private static String key(String word) {
    return Vocabulary.fold(word).replace(".", "").replace("'", "").replace("-", "");
  }

  private static Map<String, DegreeLevel> names() {
    var names = new HashMap<String, DegreeLevel>();
    Vocabulary.chapters("degrees.txt")
        .forEach((chapter, lines) -> {
          var level = DegreeLevel.valueOf(chapter.toUpperCase(Locale.ROOT));
          for (String line : lines) {
            for (String word : line.split(" ", -1)) {
              names.putIfAbsent(key(word), level);
            }
          }
        });
    names.remove("");
    return Map.copyOf(names);
  }
}
