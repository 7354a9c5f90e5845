package dev.shortlist.profile;

import dev.shortlist.profile.Section.Kind;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What headings say.
final class Headings {
  private static final Map<String, Kind> NAMES = names();
  private static final Pattern PARTS =
      Pattern.compile("\\s*[&/,+|]\\s*|\\s+(?:and|und|et|y|e|ed|en|och|og|i)\\s+");
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Set<String> MODIFIERS =
      Set.of(
          "professional",
          "relevant",
          "related",
          "technical",
          "key",
          "core",
          "my",
          "additional",
          "other",
          "selected",
          "personal",
          "academic",
          "general",
          "main",
          "current",
          "previous",
          "past",
          "recent",
          "further",
          "notable",
          "major",
          "brief",
          "detailed",
          "extensive",
          "special",
          "specific",
          "it",
          "industrial",
          "non",
          "full",
          "overall",
          "total",
          "the",
          "job",
          "formal",
          "basic",
          "higher",
          "post",
          "teaching",
          "research",
          "clinical",
          "some",
          "berufliche",
          "weitere",
          "sonstige",
          "meine",
          "wichtige",
          "mes",
          "autres",
          "mis",
          "otros",
          "otras",
          "altre",
          "altri",
          "le",
          "mie",
          "mijn",
          "overige",
          "outras",
          "minhas");
  private static final Set<String> TAILS =
      Set.of("summary", "details", "overview", "section", "history", "profile", "highlights");
  private static final int LONGEST = 48;

  private Headings() {}

  /// The kind of section that `text` names when it stands alone, absent when it names none.
  static @Nullable Kind named(String text) {
    if (text.length() > LONGEST || text.isEmpty()) {
      return null;
    }
    var whole = exact(text);
    if (whole != null) {
      return whole;
    }
    var parts = PARTS.split(text, 4);
    if (parts.length < 2) {
      return null;
    }
    Kind first = null;
    int unknown = 0;
    for (String part : parts) {
      var kind = exact(part);
      first = first == null ? kind : first;
      unknown += kind == null ? 1 : 0;
    }
    return unknown == 0 || (unknown == 1 && parts.length > 2) ? first : null;
  }

  private static @Nullable Kind exact(String text) {
    var kind = NAMES.get(Vocabulary.letters(text));
    if (kind != null) {
      return kind;
    }
    var words = BLANKS.split(Vocabulary.fold(text).replace(":", "").trim(), 6);
    int from = 0;
    int to = words.length;
    while (from < to - 1 && MODIFIERS.contains(words[from])) {
      from++;
    }
    while (to > from + 1 && TAILS.contains(words[to - 1])) {
      to--;
    }
    if ((from == 0 && to == words.length) || to - from > 3) {
      return null;
    }
    return NAMES.get(Vocabulary.letters(String.join("", Arrays.asList(words).subList(from, to))));
  }

  private static Map<String, Kind> names() {
    var names = new HashMap<String, Kind>();
    Vocabulary.chapters("headings.txt")
        .forEach((chapter, lines) -> {
          var kind = Kind.valueOf(chapter.toUpperCase(Locale.ROOT));
          lines.forEach(line -> names.putIfAbsent(Vocabulary.letters(line), kind));
        });
    return Map.copyOf(names);
  }
}
