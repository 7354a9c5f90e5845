package dev.shortlist.profile;

import dev.shortlist.profile.Section.Kind;
import dev.shortlist.profile.SpokenLanguage.Level;
import dev.shortlist.skills.Languages;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads human languages and levels from language sections and from rows labelled so.
final class LanguagesReader {
  private static final Pattern WORD = Pattern.compile("[\\p{L}][\\p{L}\\p{Mn}]{1,24}");
  private static final Pattern CLAUSE = Pattern.compile("[^;|•·]+");
  private static final int LONGEST = 300;

  private final Cv cv;
  private final List<SpokenLanguage> languages = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();

  /// A language named in a row.
  private record Found(Span span, String name) {}

  LanguagesReader(Cv cv) {
    this.cv = cv;
  }

  List<SpokenLanguage> read(List<Section> sections) {
    for (var section : sections) {
      var rows = section.rows(cv);
      for (int i = 0; i < rows.size(); i++) {
        var row = rows.get(i);
        var label = SkillList.label(row.text());
        boolean labelled = label != null && Headings.named(label) == Kind.LANGUAGES;
        boolean below = i > 0 && Headings.named(rows.get(i - 1).text()) == Kind.LANGUAGES;
        boolean listed = section.kind() == Kind.LANGUAGES || labelled || below;
        if (row.text().length() <= LONGEST && listed) {
          String next = i + 1 < rows.size() ? rows.get(i + 1).text() : "";
          row(labelled ? SkillList.unlabelled(row.span()) : row.span(), next);
        }
      }
    }
    return languages;
  }

  private void row(Span row, String below) {
    Matcher clause = CLAUSE.matcher(row.text());
    while (clause.find()) {
      clause(row.sub(clause.start(), clause.end()), below);
    }
  }

  private void clause(Span row, String below) {
    var found = found(row);
    var before =
        found.isEmpty()
            ? null
            : LanguageLevels.in(
                row.text().substring(0, found.getFirst().span().start() - row.start()));
    for (int i = 0; i < found.size(); i++) {
      var language = found.get(i);
      int end =
          i + 1 < found.size()
              ? found.get(i + 1).span().start() - row.start()
              : row.text().length();
      String behind = row.text().substring(language.span().end() - row.start(), end);
      Level level = LanguageLevels.in(behind);
      level = level == null ? before : level;
      if (level == null
          && found.size() == 1
          && found(new Span(0, below)).isEmpty()
          && Text.words(below) <= 4) {
        level = LanguageLevels.in(below);
      }
      if (seen.add(language.name())) {
        languages.add(
            new SpokenLanguage(
                new Fact<>(language.name(), cv.passage(language.span()), 0.95), level));
      }
    }
  }

  /// The languages `row` names: phrases first, then words that are a name where languages are
  /// listed.
  private static List<Found> found(Span row) {
    var found = new ArrayList<Found>();
    int at = 0;
    for (var mention : Languages.standard().find(row.text())) {
      addWords(found, row, at, mention.start());
      found.add(new Found(row.sub(mention.start(), mention.end()), mention.language()));
      at = mention.end();
    }
    addWords(found, row, at, row.text().length());
    return found;
  }

  private static void addWords(List<Found> found, Span row, int from, int to) {
    Matcher word = WORD.matcher(row.text()).region(from, to);
    while (word.find()) {
      var span = row.sub(word.start(), word.end());
      Languages.standard().named(word.group()).ifPresent(name -> found.add(new Found(span, name)));
    }
  }
}
