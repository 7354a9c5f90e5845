package dev.shortlist.jobdescription;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Finds where one line should have ended and the next begun: sentences, clauses between
/// semicolons, bullets within a line, and words glued together when a web page was copied.
final class Breaks {
  private static final Pattern BULLET =
      Pattern.compile("\\s[*•●▪·◦➢✓►]\\s*|[•●▪◦➢✓►]\\s*|\\s{3,}|\\s[a-h]\\)\\s+");
  private static final Pattern SENTENCE =
      Pattern.compile(
          "(?<word>[\\p{L}\\p{N}.+#%)\\]]{1,30})[.!?…]{1,5}[\"”’)\\]*]{0,3}(?<gap>\\s{0,5})(?=[\\p{Lu}\\p{N}“\"(#])");
  // "... in a shop. (e.g. cashier)" goes on.
  private static final Pattern EXAMPLES =
      Pattern.compile("\\((?:i\\.\\s?e|e\\.\\s?g|for example|such as|z\\.\\s?b)\\b");
  private static final Set<String> ABBREVIATIONS =
      Set.of(
          "e.g", "i.e", "eg", "ie", "sr", "jr", "dr", "mr", "mrs", "ms", "st", "no", "nr", "inc",
          "ltd", "co", "corp", "vs", "approx", "incl", "inkl", "bzw", "ca", "min", "max", "z.b",
          "z. b", "b", "u.a", "u.s", "b.s", "b.a", "m.s", "m.a", "b.sc", "m.sc", "b.e", "b.tech",
          "m.tech", "ph.d", "ph", "yrs", "yr", "dept", "univ", "dipl", "std", "evtl", "ggf", "usw",
          "mind", "p.ex", "ex");
  private static final Set<String> DOMAINS = Set.of("Net", "Io", "Js", "Com", "Org", "Co", "Ai");

  /// Words that begin a line and end no brand name.
  private static final Set<String> OPENERS =
      Set.of(
          "Ability",
          "Bachelor",
          "Basic",
          "Deep",
          "Demonstrated",
          "Excellent",
          "Experience",
          "Experienced",
          "Familiar",
          "Familiarity",
          "Good",
          "Knowledge",
          "Minimum",
          "Must",
          "Prior",
          "Proficient",
          "Proven",
          "Solid",
          "Strong",
          "Understanding",
          "Working");

  private static final int LONGEST_HEADING = 40;

  /// Letters of a word that another may be glued to.
  private static final int LEFT = 3;

  private final Set<String> starters = new HashSet<>();
  private final Set<String> verbs = new HashSet<>();
  private final Headings headings;
  private final Predicate<String> isName;

  /// @param isName whether a word with a capital inside is the name of something: `CloudFormation`
  Breaks(Headings headings, Predicate<String> isName) {
    this.headings = headings;
    this.isName = isName;
    boolean conjugated = false;
    for (String line : Resources.lines("starters.txt")) {
      conjugated |= line.equals("verbs");
      for (String word : line.split(" ", -1)) {
        if (conjugated) {
          verbs.add(word);
          verbs.add(word + "s");
          verbs.add((word.endsWith("e") ? word.substring(0, word.length() - 1) : word) + "ing");
        } else {
          starters.add(word);
        }
      }
    }
    starters.addAll(verbs);
  }

  /// Positions in `line` after which something new begins, ascending, without 0.
  List<Integer> in(String line) {
    var at = new TreeSet<Integer>();
    bullets(line, at);
    sentences(line, at);
    semicolons(line, at);
    glue(line, at);
    headings(line, at);
    at.remove(0);
    at.remove(line.length());
    return new ArrayList<>(at);
  }

  boolean starts(String word) {
    return starters.contains(word.toLowerCase(Locale.ROOT).replace('’', '\''));
  }

  /// Whether `word` is what a duty begins with: "Plan", "Plans", "Planning".
  boolean verb(String word) {
    int end = word.endsWith(",") ? word.length() - 1 : word.length();
    return verbs.contains(word.substring(0, end).toLowerCase(Locale.ROOT));
  }

  private static void bullets(String line, Set<Integer> at) {
    for (var matcher = BULLET.matcher(line); matcher.find(); ) {
      at.add(matcher.start());
    }
  }

  private static void sentences(String line, Set<Integer> at) {
    for (var matcher = SENTENCE.matcher(line); matcher.find(); ) {
      String word = matcher.group("word").toLowerCase(Locale.ROOT);
      boolean glued = matcher.group("gap").isEmpty();
      if (EXAMPLES.matcher(line).region(matcher.end(), line.length()).lookingAt()) {
        continue;
      }
      if (glued ? !endsSentence(line, matcher.end()) : abbreviated(word)) {
        continue;
      }
      at.add(matcher.end());
    }
  }

  private static boolean abbreviated(String word) {
    String bare = word.startsWith("(") ? word.substring(1) : word;
    return ABBREVIATIONS.contains(bare)
        || (bare.length() == 1 && Character.isLetter(bare.charAt(0)));
  }

  // "goals.Duties" ends a sentence, "VB.Net", "Node.Js" and "1.5" do not.
  private static boolean endsSentence(String line, int next) {
    if (next < 3 || next + 1 >= line.length() || !Character.isUpperCase(line.charAt(next))) {
      return false;
    }
    String before = line.substring(next - 3, next - 1);
    boolean ended =
        before.chars().allMatch(Character::isLowerCase)
            || before.chars().allMatch(Character::isDigit)
            || before.endsWith(")");
    return ended
        && Character.isLowerCase(line.charAt(next + 1))
        && !DOMAINS.contains(word(line, next));
  }

  private static void semicolons(String line, Set<Integer> at) {
    int depth = 0;
    for (int i = 0; i < line.length(); i++) {
      switch (line.charAt(i)) {
        case '(' -> depth++;
        case ')' -> depth = Math.max(0, depth - 1);
        case ';' -> {
          if (depth == 0) {
            at.add(i + 1);
          }
        }
        default -> {}
      }
    }
  }

  private void glue(String line, NavigableSet<Integer> at) {
    var sure = new TreeSet<Integer>();
    sureGlue(line, sure);
    at.addAll(sure);
    // Where breaks were lost once, they were lost all over: "... collegeActive licence".
    for (int i = LEFT; !sure.isEmpty() && i + 2 < line.length(); i++) {
      boolean word = Character.isUpperCase(line.charAt(i)) && isWord(line, i);
      if (word
          && Character.isLowerCase(line.charAt(i - 1))
          && isPlain(line, i)
          && !isHeading(line, i, at)) {
        at.add(i);
      }
    }
  }

  // `JQuery` begins with two capitals, `OS` ends a name.
  private static boolean isWord(String line, int start) {
    int lower = Character.isUpperCase(line.charAt(start + 1)) ? start + 2 : start + 1;
    return lower < line.length() && Character.isLowerCase(line.charAt(lower));
  }

  private boolean isHeading(String line, int end, NavigableSet<Integer> at) {
    var start = at.lower(end);
    return headings.section(line.substring(start == null ? 0 : start, end)).isPresent();
  }

  // `JavaScript` and `iPhone` are names.
  private static boolean isPlain(String line, int end) {
    int start = end;
    while (start > 0 && Character.isLetter(line.charAt(start - 1))) {
      start--;
    }
    return end - start >= LEFT
        && line.substring(start, end).chars().allMatch(Character::isLowerCase);
  }

  private void sureGlue(String line, Set<Integer> at) {
    for (int i = 2; i + 1 < line.length(); i++) {
      char before = line.charAt(i - 1);
      char here = line.charAt(i);
      if (Character.isDigit(here) && Character.isLowerCase(before) && years(line, i)) {
        at.add(i);
      } else if (Character.isUpperCase(here) && !Character.isWhitespace(before) && glued(line, i)) {
        at.add(i);
      }
    }
  }

  // "... in our team Requirements : 3 years of ..."
  private void headings(String line, Set<Integer> at) {
    for (int colon = line.indexOf(':'); colon > 0; colon = line.indexOf(':', colon + 1)) {
      if (headings.section(line.substring(0, colon)).isPresent()) {
        continue;
      }
      for (int start = Math.max(1, colon - LONGEST_HEADING); start < colon - 2; start++) {
        char before = line.charAt(start - 1);
        boolean begins = Character.isWhitespace(before) || Character.isLowerCase(before);
        if (begins
            && Character.isUpperCase(line.charAt(start))
            && headings
                .section(line.substring(start, colon))
                .filter(below -> below != Section.FACTS)
                .isPresent()) {
          at.add(start);
          break;
        }
      }
    }
  }

  private boolean glued(String line, int i) {
    char before = line.charAt(i - 1);
    String right = word(line, i);
    // "strong technologiesA passion for"
    boolean article = line.startsWith("A ", i) || line.startsWith("An ", i);
    if (article && Character.isLowerCase(before) && left(line, i).length() > 4) {
      return true;
    }
    if (right.length() > 2 && right.equals(left(line, i))) {
      return true;
    }
    if (Character.isUpperCase(before)) {
      // "RESPONSIBILITIESConversion"
      return Character.isLowerCase(line.charAt(i + 1))
          && (headings.known(left(line, i))
              || (left(line, i).length() > 2
                  && (OPENERS.contains(right) || (right.length() > 5 && verb(right)))));
    }
    if (Character.isLowerCase(before)) {
      if (isInName(line, i)) {
        return false;
      }
      if (isCapitalHeading(line, i)) {
        return true;
      }
      String left = left(line, i);
      boolean name = !left.isEmpty() && Character.isUpperCase(left.charAt(0));
      return (headings.known(left) && left.length() > 4)
          || (headings.known(right) && right.length() > 6)
          || (OPENERS.contains(right) && left.length() > 2)
          || (starts(right)
              && left.length() > 2
              && (!name || (right.length() > 5 && left.length() > 4)));
    }
    return ")]:%".indexOf(before) >= 0 && (starts(right) || headings.known(right));
  }

  private boolean isInName(String line, int i) {
    int start = i;
    while (start > 0 && Character.isLetter(line.charAt(start - 1))) {
      start--;
    }
    int end = i;
    while (end < line.length() && Character.isLetter(line.charAt(end))) {
      end++;
    }
    return isName.test(line.substring(start, end));
  }

  // "until closureMANDATORY SKILLS"
  private boolean isCapitalHeading(String line, int start) {
    var capitals = CAPITALS.matcher(line).region(start, line.length());
    return capitals.lookingAt() && headings.section(capitals.group()).isPresent();
  }

  private static final Pattern CAPITALS = Pattern.compile("\\p{Lu}{4,}[\\p{Lu} /&]*(?![\\p{L}])");

  private static boolean years(String line, int i) {
    return YEARS.matcher(line).region(i, Math.min(line.length(), i + 20)).lookingAt();
  }

  private static final Pattern YEARS =
      Pattern.compile("\\d{1,2}\\s?(?:\\+|-\\s?\\d{1,2})?\\s?\\+?\\s?(?:years?|yrs)\\b");

  private static String word(String line, int start) {
    int end = start + 1;
    while (end < line.length()
        && (Character.isLowerCase(line.charAt(end)) || "’'-".indexOf(line.charAt(end)) >= 0)) {
      end++;
    }
    while (end > start + 1 && !Character.isLetter(line.charAt(end - 1))) {
      end--;
    }
    return line.substring(start, end);
  }

  private static String left(String line, int end) {
    int start = end;
    while (start > 0 && end - start < 40 && Character.isLetter(line.charAt(start - 1))) {
      start--;
      if (Character.isUpperCase(line.charAt(start))
          && Character.isLowerCase(line.charAt(end - 1))) {
        break;
      }
    }
    return line.substring(start, end);
  }
}
