package dev.shortlist.profile;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How a name is built: words with a capital or of a script that has none, particles between them.
final class NameShape {
  /// Words of a name without its particles, and with them.
  private static final int MOST_NAMES = 6;

  private static final int LONGEST = 10;
  static final Pattern TURNED =
      Pattern.compile(
          "(\\p{Lu}[\\p{L}'’-]{1,30}(?: \\p{L}[\\p{L}'’-]{1,30})?), (\\p{Lu}[\\p{L}'’.-]{0,30}(?: \\p{Lu}[\\p{L}'’.-]{0,30})?)");
  private static final Pattern SPELLED =
      Pattern.compile("(?:\\p{L} ){2,}\\p{L}(?:\\t(?:\\p{L} ){1,40}\\p{L}){1,4}");
  private static final Pattern BETWEEN_LETTERS = Pattern.compile("(?<=\\p{L}) (?=\\p{L})");
  private static final Set<String> PARTICLES =
      Set.of(
          "van", "von", "de", "der", "den", "los", "las", "da", "dos", "do", "das", "di", "del",
          "della", "la", "le", "el", "al", "bin", "binti", "ibn", "abu", "zu", "zur", "ten", "ter",
          "y", "e", "du", "des", "af", "av", "und", "st", "mc", "bint", "ben", "d'", "o'");
  private static final Set<String> NOT_NAMES =
      Set.of(
          "curriculum",
          "vitae",
          "resume",
          "cv",
          "lebenslauf",
          "page",
          "profile",
          "contact",
          "confidential",
          "updated",
          "email",
          "mail",
          "phone",
          "mobile",
          "address",
          "tel",
          "date",
          "birth",
          "nationality",
          "gender",
          "street",
          "road",
          "avenue",
          "strasse",
          "linkedin",
          "github",
          "portfolio",
          "website",
          "welcome",
          "about",
          "the",
          "and",
          "with",
          "for",
          "i",
          "my",
          "objective",
          "skills",
          "technical",
          "career",
          "focus",
          "department",
          "class",
          "center",
          "centre",
          "company",
          "proficiencies",
          "competencies",
          "expertise",
          "willing",
          "relocate",
          "anywhere",
          "hello",
          "hi",
          "photo",
          "السيرة",
          "سيرة",
          "الذاتية",
          "ذاتية",
          "קורות",
          "חיים",
          "简历",
          "个人简历",
          "履历",
          "履歷",
          "履歷表",
          "履歴書",
          "職務経歴書",
          "이력서",
          "자기소개서");

  private NameShape() {}

  /// The name in one line; a hyphen at the end of a line belongs to it.
  static String whole(String text) {
    if (text.indexOf(", ") > 0) {
      Matcher turned = TURNED.matcher(text);
      if (turned.matches()) {
        return turned.group(2) + " " + turned.group(1);
      }
    }
    return Text.single(
        isSpelled(text) ? BETWEEN_LETTERS.matcher(text).replaceAll("") : text.replace("-\n", "-"));
  }

  /// Whether the letters of the name stand apart, and its words more so, by a tab.
  static boolean isSpelled(String text) {
    return SPELLED.matcher(text).matches();
  }

  /// Whether `text` cannot be the whole of a name: one word, or a hyphen or a particle at its end.
  static boolean isPart(String text) {
    String last = text.substring(text.lastIndexOf(' ') + 1);
    return text.indexOf(' ') < 0
        || text.endsWith("-")
        || PARTICLES.contains(last.toLowerCase(Locale.ROOT));
  }

  /// 0 to 1: whether the words are built as a name is.
  static double worth(String text) {
    if (text.length() < 2 || text.length() > 60) {
      return 0;
    }
    if (isIdeographic(text)) {
      boolean name = text.length() <= 5 && !NOT_NAMES.contains(text) && !isHeading(text);
      return name ? 0.8 : 0;
    }
    var words = whole(text).split(" ", -1);
    if (words.length > LONGEST) {
      return 0;
    }
    int names = 0;
    int months = 0;
    for (String word : words) {
      if (!isNameWord(word)) {
        return 0;
      }
      months += Months.named(word.toLowerCase(Locale.ROOT)) > 0 ? 1 : 0;
      names += PARTICLES.contains(word.toLowerCase(Locale.ROOT)) ? 0 : 1;
    }
    if (names > MOST_NAMES || months == words.length || isHeading(text)) {
      return 0;
    }
    double worth = names >= 2 && names <= 4 ? 1 : names == 1 ? 0.45 : 0.6;
    worth -= (Titles.isPostNotName(text) ? 0.7 : 0) + (Titles.organisation(text) > 0 ? 0.5 : 0);
    return Places.is(text) ? worth - 0.5 : worth;
  }

  private static boolean isHeading(String text) {
    return Headings.named(Text.single(text)) != null;
  }

  private static boolean isNameWord(String word) {
    String low = word.toLowerCase(Locale.ROOT);
    if (PARTICLES.contains(low)) {
      return true;
    }
    if (NOT_NAMES.contains(low)) {
      return false;
    }
    int first = word.codePointAt(0);
    if (!Character.isUpperCase(first) && !isUncased(first)) {
      return false;
    }
    return word.codePoints()
        .allMatch(c ->
            Character.isLetter(c)
                || "'’.-‐‑­".indexOf(c) >= 0
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK);
  }

  private static boolean isUncased(int c) {
    return Character.isLetter(c) && !Character.isLowerCase(c);
  }

  private static boolean isIdeographic(String text) {
    return text.codePoints()
            .allMatch(c -> Character.isIdeographic(c) || (c >= 0xAC00 && c <= 0xD7A3) || c == ' ')
        && Text.hasLetter(text);
  }
}
