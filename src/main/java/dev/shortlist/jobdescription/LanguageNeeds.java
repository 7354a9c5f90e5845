package dev.shortlist.jobdescription;

import dev.shortlist.skills.Languages;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Human languages a sentence asks for, with their level.
///
/// A language named for another reason ("French cuisine", "our German clients") is not asked for.
final class LanguageNeeds {
  private record Level(String level, Pattern words) {}

  private static final Pattern ASKED =
      Roles.words(
          List.of(
              "fluen(?:t|cy|tly)",
              "speak(?:s|ing|er|ers)?",
              "spoken",
              "written",
              "writing",
              "languages?",
              "proficien(?:t|cy)",
              "command",
              "bilingual",
              "multilingual",
              "verbal",
              "oral",
              "mother tongue",
              "native",
              "conversational",
              "knowledge of(?: the)? \\p{Lu}\\p{L}+",
              "read(?:ing)?,? (?:and )?writ(?:e|ing)",
              "[abc][12]",
              "\\p{L}*deutschkenntnisse",
              "\\p{L}*englischkenntnisse",
              "\\p{L}*sprachkenntnisse",
              "fließend\\p{L}*",
              "fliessend\\p{L}*",
              "verhandlungssicher\\p{L}*",
              "sprach\\p{L}*",
              "sprechen",
              "muttersprach\\p{L}*",
              "in wort und schrift",
              "kenntnisse",
              "courant",
              "courante",
              "parlée?",
              "parlez",
              "bilingue",
              "langues?",
              "maîtrise",
              "niveau",
              "nivel(?: de)?",
              "idiomas?",
              "dominio",
              "hablad[oa]s?",
              "lue?,? (?:et )?écrite?",
              "communicat(?:e|ion) (?:skills )?in",
              "(?:good|excellent|strong|basic|perfect|advanced|business|intermediate|working) (?:level of )?\\p{Lu}\\p{L}+",
              "sehr gute[sn]? \\p{Lu}\\p{L}+",
              "gute[sn]? \\p{Lu}\\p{L}+"));
  private static final Pattern SOMETHING_ELSE =
      Pattern.compile(
          "^\\s*(?:[-–]?speaking )?(?:cuisine|kitchen|food|cooking|pastry|gaap|law|tax|literature|history|market|markets|clients?|customers?|companies|company|economy|standards?|accounting|teacher|lessons|classes|department|curriculum|grammar|studies|cities|origin|team|office|government|embassy|army|hgb|recht\\p{L}*|kunden|markt|unternehmen|patients?|partners?|subsidiar(?:y|ies)|manufacturer|group|culture|wine|windows|doors|polish\\b)",
          Roles.FLAGS);
  private static final Pattern COMPOUND =
      Pattern.compile("\\b(\\p{L}{4,14}?)(?:sprach)?kenntnisse\\b", Roles.FLAGS);
  private static final Pattern LINK =
      Pattern.compile(
          "(?:,|/|;|&|and|or|und|oder|et|ou|as well as|sowie|\\(|\\)|language|languages|\\s)+",
          Roles.FLAGS);

  /// `English B2`, `English (at C1)`
  private static final Pattern BEHIND =
      Pattern.compile("[\\s:(,–-]{0,3}(?:at |level |niveau )?([abc][12])\\b", Roles.FLAGS);

  private static final Pattern OR = Pattern.compile("\\s+(?:or|oder|ou|o)\\s+", Roles.FLAGS);
  private static final int SHORT = 8;

  private final Languages languages = Languages.standard();
  private final List<Level> levels = new ArrayList<>();

  LanguageNeeds() {
    for (String line : Resources.lines("levels.tsv")) {
      var cells = line.split("\t", 2);
      levels.add(new Level(cells[0], Roles.words(List.of(cells[1]))));
    }
  }

  List<Found> in(Sentence sentence, Role role, Emphasis emphasis) {
    String text = sentence.text();
    var mentions =
        named(text)
            .filter(mention -> !SOMETHING_ELSE.matcher(text.substring(mention.end())).find())
            .toList();
    if (mentions.isEmpty() || !asked(sentence, role)) {
      return List.of();
    }
    var found = new ArrayList<Found>();
    for (int i = 0; i < mentions.size(); i++) {
      var mention = mentions.get(i);
      int from = listStart(text, mentions, i, emphasis);
      int to = listEnd(text, mentions, i, emphasis);
      var anyOf = new TreeSet<>(List.of(mention.language()));
      while (i + 1 < mentions.size() && isOr(text, mentions.get(i), mentions.get(i + 1))) {
        anyOf.add(mentions.get(++i).language());
      }
      int end = mentions.get(i).end();
      var need = new Need.Language(String.join(" or ", anyOf), level(text, mention, from, to));
      var importance =
          emphasis.welcomeAt(mention.start()) ? Importance.PREFERRED : Importance.REQUIRED;
      found.add(new Found(need, Labels.language(need), mention.start(), end, importance));
    }
    return found;
  }

  // "Deutschkenntnisse" names a language too.
  private Stream<Languages.Mention> named(String text) {
    var compounds =
        COMPOUND
            .matcher(text)
            .results()
            .flatMap(one ->
                languages.named(one.group(1)).stream()
                    .map(name -> new Languages.Mention(name, one.start(), one.end())));
    return Stream.concat(languages.find(text).stream(), compounds)
        .sorted(Comparator.comparingInt(Languages.Mention::start));
  }

  private static boolean asked(Sentence sentence, Role role) {
    boolean list =
        sentence.text().split("\\s+", SHORT + 1).length <= SHORT
            && (role == Role.ASK || role == Role.WISH);
    return list || sentence.label().contains("language") || ASKED.matcher(sentence.text()).find();
  }

  // Words about the level stand before or behind the languages they are about: "fluent German and
  // English", "German (C1), basic French".
  private static int listStart(
      String text, List<Languages.Mention> mentions, int i, Emphasis emphasis) {
    int first = i;
    while (first > 0 && linked(text, mentions.get(first - 1), mentions.get(first), emphasis)) {
      first--;
    }
    if (first == 0) {
      return 0;
    }
    int before = mentions.get(first - 1).end();
    int comma = text.substring(0, mentions.get(first).start()).lastIndexOf(',');
    return Math.max(before, comma);
  }

  private static int listEnd(
      String text, List<Languages.Mention> mentions, int i, Emphasis emphasis) {
    int last = i;
    while (last + 1 < mentions.size()
        && linked(text, mentions.get(last), mentions.get(last + 1), emphasis)) {
      last++;
    }
    if (last + 1 == mentions.size()) {
      return text.length();
    }
    int next = mentions.get(last + 1).start();
    int comma = text.indexOf(',', mentions.get(last).end());
    return comma < 0 ? next : Math.min(next, comma);
  }

  private static boolean isOr(String text, Languages.Mention one, Languages.Mention other) {
    return OR.matcher(text).region(one.end(), Math.max(one.end(), other.start())).matches();
  }

  // "Fluent German, English is a plus" says nothing of how much English.
  private static boolean linked(
      String text, Languages.Mention one, Languages.Mention other, Emphasis emphasis) {
    return emphasis.welcomeAt(one.start()) == emphasis.welcomeAt(other.start())
        && LINK.matcher(text).region(one.end(), Math.max(one.end(), other.start())).matches();
  }

  private @Nullable String level(String text, Languages.Mention mention, int from, int to) {
    var behind = BEHIND.matcher(text).region(mention.end(), text.length());
    if (behind.lookingAt()) {
      return behind.group(1).toUpperCase(Locale.ROOT);
    }
    for (var level : levels) {
      var matcher = level.words().matcher(text).region(from, to);
      if (matcher.find()) {
        return level.level().equals("=")
            ? matcher.group().substring(0, 2).toUpperCase(Locale.ROOT)
            : level.level();
      }
    }
    return null;
  }
}
