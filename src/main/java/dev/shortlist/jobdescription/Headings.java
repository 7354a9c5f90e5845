package dev.shortlist.jobdescription;

import java.util.EnumSet;
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
  private static final Pattern WHY =
      Pattern.compile("(?:Why|WHY|Warum|Pourquoi) [^.:!]{2,40}\\??|(?:Why|WHY)[^.!]{2,40}\\?");
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
    if (parts.isPresent()) {
      return parts;
    }
    if (WHY.matcher(line).matches()) {
      return Optional.of(Section.BENEFITS);
    }
    return ABOUT.matcher(line).matches() ? Optional.of(Section.COMPANY) : Optional.empty();
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
    var found = EnumSet.noneOf(Section.class);
    boolean wish = false;
    for (String part : PART.split(heading, -1)) {
      var words = List.of(SPACE.split(part, -1));
      wish |= words.stream().anyMatch(wishes::contains);
      var section = ofWords(words);
      if (section.isPresent()) {
        found.add(section.get());
      } else if (!words.stream().allMatch(this::empty)) {
        return Optional.empty();
      }
    }
    if (wish && (found.contains(Section.REQUIRED) || found.isEmpty())) {
      return Optional.of(Section.PREFERRED);
    }
    return RANK.stream().filter(found::contains).findFirst();
  }

  /// The section of a phrase with words in front of it or between that change nothing.
  private Optional<Section> ofWords(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      var section = phrases.get(String.join(" ", words.subList(i, words.size())));
      if (section != null) {
        return Optional.of(section);
      }
      if (!empty(words.get(i))) {
        break;
      }
    }
    var bare = words.stream().filter(word -> !empty(word)).toList();
    return Optional.ofNullable(phrases.get(String.join(" ", bare)));
  }

  private boolean empty(String word) {
    return word.isEmpty() || words.contains(word) || wishes.contains(word);
  }
}
