package dev.shortlist.jobdescription;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which words of a sentence are only welcome: "Java required, Kotlin is a plus" asks for one thing
/// and wishes for another.
final class Emphasis {
  private static final Pattern FORWARD =
      Roles.words(
          List.of(
              "ideally",
              "preferably",
              "preferrably",
              "bonus(?: points)?(?: for)?",
              "nice[- ]to[- ]haves?",
              "good to have",
              "optionally",
              "a plus would be",
              "we(?: would|['’]d) love",
              "it (?:helps|would help) if",
              "idealerweise",
              "bestenfalls",
              "vorzugsweise",
              "gerne auch",
              "gern auch",
              "wünschenswert (?:ist|sind|wäre|wären)",
              "von vorteil (?:ist|sind|wäre|wären)",
              "idéalement",
              "de préférence",
              "si possible",
              "un plus serait",
              "se valorarán?",
              "se valora",
              "deseable(?:s|mente)?",
              "idealmente",
              "preferiblemente"));
  private static final Pattern BACKWARD =
      Roles.words(
          List.of(
              "(?:is|are|would be|will be|being|considered|an? added|as an?|seen as an?|counts as an?)?\\s?(?:an? )?(?:(?:big|strong|huge|definite|distinct|real|great|added|decided) )*(?:plus|bonus|asset|advantage)(?:es|s)?",
              "(?:is|are|would be|will be)?\\s?(?:highly |strongly |also |much )?(?:preferred|preferable|desirable|desired|welcomed?|appreciated|useful|helpful|beneficial|advantageous|favou?red|valued|nice to have)(?:,? (?:but )?not (?:immediately )?(?:required|essential|necessary|mandatory))?",
              "(?:is |are )?(?:not (?:immediately |strictly )?(?:required|essential|necessary|mandatory|a must)|optional|also acceptable|acceptable too|encouraged)",
              "(?:ist |sind |wäre |wären )?(?:von vorteil|wünschenswert|ein plus|ein pluspunkt|willkommen|hilfreich|gern gesehen|gerne gesehen|nicht zwingend|kein muss|optional)",
              "(?:est |sont |serait |seraient )?(?:un plus|un atout|des atouts|appréciée?s?|souhaitée?s?|souhaitables?|bienvenue?s?|optionnel(?:le)?s?)",
              "(?:es |son |será |sería )?(?:deseables?|valorables?|un plus|bienvenid[oa]s?)",
              "would be (?:great|nice|good|ideal|helpful|useful)",
              "ideal"));
  private static final Pattern ANCHOR =
      Roles.words(
          List.of(
              "required",
              "must",
              "mandatory",
              "essential",
              "minimum",
              "at least",
              "needed",
              "(?:\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)\\)?\\s?\\+?(?:\\s?-\\s?\\d{1,2})?\\s?\\+?\\s?(?:years?|yrs)",
              "erforderlich",
              "zwingend",
              "vorausgesetzt",
              "mindestens",
              "exigée?s?",
              "requise?s?",
              "obligatoires?",
              "indispensables?",
              "imprescindibles?",
              "mínimo"));
  private static final Pattern QUALITY =
      Roles.words(
          List.of(
              "fluen(?:t|cy)",
              "strong",
              "solid",
              "proven",
              "excellent",
              "proficien(?:t|cy)",
              "knowledge of",
              "experience (?:with|in)",
              "degree",
              "diploma",
              "GED",
              "licen[cs]e",
              "certificat(?:e|ion)",
              "kenntnisse",
              "\\p{L}+kenntnisse",
              "erfahrung",
              "sehr gute?[rsn]?",
              "courante?",
              "maîtrise",
              "bonnes?",
              "expérience"));
  private static final Pattern KNOWLEDGE =
      Roles.words(
          List.of(
              "knowledge of", "familiarity with", "experience (?:with|in)", "understanding of"));
  private static final Pattern LIST_END =
      Pattern.compile("\\s(?:and|or|und|oder|et|ou)\\s", Roles.FLAGS);
  private static final Pattern ARE =
      Pattern.compile("\\s?(?:are|sind|wären|sont|seraient|son|serían)\\b", Roles.FLAGS);
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][^\\s]*");
  private static final int MOST_WORDS = 4;
  private static final Pattern STRONG_BREAK =
      Pattern.compile("[;:(]|\\s[-–—]\\s|\\b(?:but|aber|mais|while|although)\\b", Roles.FLAGS);

  /// "(strongly preferred)" speaks of what stands before it, "(Spanish preferred)" of Spanish.
  private static final Pattern DEGREE =
      Pattern.compile(
          "\\s*(?:(?:is|are|but|highly|strongly|most|also|very|an?)\\s+)*", Roles.FLAGS);

  private static final Pattern ASIDE = Pattern.compile("\\([^()]*\\)");
  private static final Pattern BEFORE_BRACKET = Pattern.compile("[;:,)]");
  private static final Pattern WEAK_BREAK = Pattern.compile(",|\\s(?:and|und|et)\\s", Roles.FLAGS);
  private static final Pattern NEW_DEMAND =
      Pattern.compile("[;)]|\\b(?:but|aber|mais)\\b", Roles.FLAGS);

  private record Span(int start, int end) {}

  private final List<Span> wishes = new ArrayList<>();

  private Emphasis() {}

  static Emphasis of(String sentence) {
    var emphasis = new Emphasis();
    for (var cue = FORWARD.matcher(sentence); cue.find(); ) {
      emphasis.wishes.add(new Span(cue.start(), forwardEnd(sentence, cue.end())));
    }
    for (var cue = BACKWARD.matcher(sentence); cue.find(); ) {
      emphasis.wishes.add(new Span(backwardStart(sentence, cue), cue.end()));
    }
    return emphasis;
  }

  /// Everything in `sentence` is only welcome, as its heading says.
  static Emphasis wish(String sentence) {
    var emphasis = new Emphasis();
    emphasis.wishes.add(new Span(0, sentence.length() + 1));
    return emphasis;
  }

  /// Whether the word at `offset` is only welcome.
  boolean welcomeAt(int offset) {
    return wishes.stream().anyMatch(span -> span.start() <= offset && offset < span.end());
  }

  private static int forwardEnd(String sentence, int from) {
    var stop = NEW_DEMAND.matcher(sentence);
    return stop.find(from) ? stop.start() : sentence.length();
  }

  private static int backwardStart(String sentence, Matcher cue) {
    int bracket = sentence.lastIndexOf('(', cue.start());
    boolean inBracket = bracket > 0 && sentence.indexOf(')', bracket) >= cue.end();
    if (inBracket && DEGREE.matcher(sentence.substring(bracket + 1, cue.start())).matches()) {
      return last(BEFORE_BRACKET, sentence, 0, bracket);
    }
    if (inBracket) {
      return last(WEAK_BREAK, sentence, bracket + 1, cue.start());
    }
    int start = last(STRONG_BREAK, withoutAsides(sentence), 0, cue.start());
    int anchor = last(ANCHOR, sentence, start, cue.start());
    if (anchor == start) {
      return afterComma(sentence, start, cue.start());
    }
    boolean single =
        cue.group().toLowerCase(Locale.ROOT).matches("(?:is|ist|est|a|an|un|ein|wäre|serait)\\b.*");
    return single
        ? Math.max(start, last(WEAK_BREAK, sentence, anchor, cue.start()))
        : first(WEAK_BREAK, sentence, anchor, cue.start(), start);
  }

  // "Fluent French, some German is a plus": what has its own quality before the comma is asked for.
  private static int afterComma(String sentence, int start, int cue) {
    int comma = sentence.lastIndexOf(',', cue);
    boolean several = comma > start && LIST_END.matcher(sentence).region(comma, cue).find();
    boolean all =
        several
            && sentence.lastIndexOf(',', comma - 1) > start
            && ARE.matcher(sentence).region(cue, sentence.length()).lookingAt();
    boolean list = all || (several && !QUALITY.matcher(sentence).region(comma, cue).find());
    if (comma <= start || list || !QUALITY.matcher(sentence).region(start, comma).find()) {
      return start;
    }
    // "Knowledge of X, Y, Z is a plus" speaks of all three.
    int known = last(KNOWLEDGE, sentence, start, cue);
    if (known > start && sentence.indexOf(',', known) < comma) {
      return start;
    }
    boolean few = WORD.matcher(sentence).region(comma, cue).results().count() <= MOST_WORDS;
    return few ? comma + 1 : start;
  }

  // "An attestation (CCA) is welcome": what stands in brackets parts nothing.
  private static String withoutAsides(String sentence) {
    return ASIDE.matcher(sentence).replaceAll(aside -> " ".repeat(aside.group().length()));
  }

  private static int last(Pattern pattern, String text, int from, int to) {
    int end = from;
    for (var matcher = pattern.matcher(text).region(from, to); matcher.find(); ) {
      end = matcher.end();
    }
    return end;
  }

  private static int first(Pattern pattern, String text, int from, int to, int otherwise) {
    var matcher = pattern.matcher(text).region(from, to);
    return matcher.find() ? matcher.end() : otherwise;
  }
}
