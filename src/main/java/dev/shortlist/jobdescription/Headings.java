package dev.shortlist.jobdescription;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Tells headings and what stands below them, in English, German and French.
final class Headings {
  private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}'/&,+-]+");
  private static final Pattern EDGE = Pattern.compile("^[\\s'/&,+-]+|[\\s'/&,+-]+$");
  private static final Pattern PART =
      Pattern.compile("\\s*(?:[/&,+]|\\b(?:and|or|und|oder|et|ou|sowie)\\b)\\s*");
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern ABOUT =
      Pattern.compile(
          "(?:About|ABOUT|Über|À propos de)(?: the)?(?: \\p{Lu}[\\p{L}\\p{N}&.-]*){1,4}:?");
  private static final int MOST_WORDS = 10;

  /// Of the sections named by the parts of a heading the first one wins.
  private static final List<Section> RANK =
      List.of(
          Section.PREFERRED,
          Section.REQUIRED,
          Section.APPLY,
          Section.LEGAL,
          Section.BENEFITS,
          Section.DUTIES,
          Section.CONDITIONS,
          Section.COMPANY,
          Section.FACTS);

  private final Map<String, Section> phrases = new HashMap<>();
  private final Set<String> words = new HashSet<>();
  private final Set<String> wishes = new HashSet<>();

  Headings() {
    for (String line : Resources.lines("headings.tsv")) {
      var cells = line.split("\t", 2);
      switch (cells[0]) {
        case "word" -> words.add(cells[1]);
        case "wish" -> wishes.add(cells[1]);
        default -> phrases.put(cells[1], Section.valueOf(cells[0].toUpperCase(Locale.ROOT)));
      }
    }
  }

  /// What stands below `line`, if it is a heading.
  Optional<Section> section(String line) {
    if (line.length() > 90) {
      return Optional.empty();
    }
    String heading = normal(line);
    if (heading.isEmpty() || SPACE.split(heading, -1).length > MOST_WORDS) {
      return Optional.empty();
    }
    var whole = phrases.get(heading);
    if (whole != null) {
      return Optional.of(whole);
    }
    var parts = ofParts(heading);
    return parts.isEmpty() && ABOUT.matcher(line).matches() ? Optional.of(Section.COMPANY) : parts;
  }

  /// Whether `word` is a heading by itself.
  boolean known(String word) {
    return phrases.containsKey(normal(word));
  }

  static String normal(String line) {
    String words =
        NOT_WORD.matcher(line.toLowerCase(Locale.ROOT).replace('’', '\'')).replaceAll(" ");
    return EDGE.matcher(words).replaceAll("");
  }

  private Optional<Section> ofParts(String heading) {
    var found = new EnumMap<Section, Boolean>(Section.class);
    boolean wish = false;
    for (String part : PART.split(heading, -1)) {
      var bare = new StringBuilder();
      for (String word : SPACE.split(part, -1)) {
        wish |= wishes.contains(word);
        if (!words.contains(word) && !wishes.contains(word)) {
          bare.append(bare.isEmpty() ? "" : " ").append(word);
        }
      }
      if (bare.isEmpty()) {
        continue;
      }
      var section = phrases.getOrDefault(part, phrases.get(bare.toString()));
      if (section == null) {
        return Optional.empty();
      }
      found.put(section, true);
    }
    if (wish && (found.containsKey(Section.REQUIRED) || found.isEmpty())) {
      return Optional.of(Section.PREFERRED);
    }
    return RANK.stream().filter(found::containsKey).findFirst();
  }
}
