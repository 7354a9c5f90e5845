package dev.shortlist.jobdescription;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Years of work a sentence asks for, and what the work should have been in.
final class ExperienceNeeds {
  private static final String QUALITY =
      "(?:of|full[- ]time|relevant|related|proven|demonstrated|professional|practical|hands[- ]on|progressive(?:ly)?|responsible|increasing|solid|strong|previous|prior|recent|direct|overall|total|post[- ]?\\p{L}+|commercial|industry|working|work|job|similar|successful|documented|verifiable|equivalent|einschlägiger?|relevanter?|praktischer?|entsprechender?|nachweisbarer?|fundierter?|réussie|significative|similaire|professionnelle|laboral|demostrable|previa|mínima?|minimum|d['’]une|une)";
  private static final Pattern BEFORE_WORD =
      Pattern.compile(
          "^\\s*(?:"
              + QUALITY
              + "\\s+)*(?<field>(?:[\\p{L}&/.+#’'-]+\\s+){0,5}?)(?:"
              + QUALITY
              + "\\s+)*(?:d['’])?(?:experience|expérience|background|experiencia|berufserfahrung|arbeitserfahrung|berufspraxis|erfahrung|praxis|pqe)(?!\\w)(?<rest>.*)$",
          Roles.FLAGS);
  private static final Pattern TOWARDS =
      Pattern.compile(
          "^(?:\\s*(?:professionnelle|réussie|significative|required))*\\s*(?:(?:of |in )?(?:working|serving|being|employment|leading a team|experience)\\s+)?(?:in (?:the )?(?:role|position|field|area|capacity) of|in (?:an? )?|as (?:an? )?|with(?:in)? |of |at |using |als |im bereich |im umgang mit |in der |in einer |in einem |im |mit |en tant que |en qualité de |sur un poste (?:de |d['’]|similaire)|au sein d['’]une? |como |desempeñando |on the \\p{L}+ (?:in|at|of) (?:an? )?|(?=(?:leading|managing|supervising|teaching|selling|driving|coaching|handling|running|operating) )|comme |dans (?:le domaine (?:de |des |du )|un poste |la |le |les |l['’])?|en |de |d['’])(?<field>.+)$",
          Roles.FLAGS);
  private static final Pattern END =
      Pattern.compile(
          "[,;:.()]|\\s(?:-|–)\\s|\\b(?:preferred|preferably|preferrably|required|is|are|including|using|with|ideally|or equivalent|or an equivalent|plus|minimum|where|which|who|in either|for|and (?:know|have|are|can|be|you|strong|good|excellent|a |an |knowledge|experience|proven|ability)|erforderlich|wünschenswert|von vorteil|sowie|exigée?|souhaitée?|requise?|serait|est|sont|deseable|imprescindible)\\b",
          Roles.FLAGS);
  private static final Pattern FILLER =
      Pattern.compile(
          "^(?:(?:an?|the|our|this|that|any|such|"
              + QUALITY
              + "|einer?|einem|eines|der|die|das|un|une|le|la|les|same|field|area|areas)\\s+)+",
          Roles.FLAGS);
  private static final Pattern NOTHING =
      Pattern.compile(
          "(?:(?:an?|the|this|that|same|similar|related|relevant|comparable|our|position|role|field|fields|area|capacity|job|work|industry|environment|similaire|domaine|poste|ähnlicher|de|similares?|puesto|vergleichbaren?|vergleichbarer|bereich|position|setting|above|mentioned|lieu|required)\\s*)+",
          Roles.FLAGS);
  private static final Pattern AS =
      Pattern.compile(
          "\\b(?:experience|experienced|worked|erfahrung|berufserfahrung|expérience)(?:\\s+(?:working|professionnelle))?\\s+(?:as (?:an? )?|als |en tant que |comme |sur un poste de )(?<field>[^,;:.()]{3,60})",
          Roles.FLAGS);
  private static final Pattern AS_BEFORE =
      Pattern.compile(
          "(?:\\bas(?: an?)?|\\bals|en tant que|\\bcomme|en qualité de)\\s+(?:\\p{L}+ )?$",
          Roles.FLAGS);
  private static final Pattern EXPERIENCE =
      Pattern.compile(
          "experien|expérience|erfahrung|praxis|background|pqe|worked|minimum|at least",
          Roles.FLAGS);
  // `Worked as a sous chef for` 2 years.
  private static final Pattern WORKED_AS =
      Pattern.compile(
          "\\b(?:worked|working|work|employed|gearbeitet|travaillé) (?:as (?:an? )?|als |comme )(?<field>[^,;:.()]{3,60}?) for (?:at least |a minimum of |over )?$",
          Roles.FLAGS);
  private static final int MOST_WORDS = 8;

  List<Found> in(String text, List<Years> years, List<Found> skills, Emphasis emphasis) {
    var found = new ArrayList<Found>();
    for (var span : years) {
      if (!SkillNeeds.counted(span, skills, text) && !isAge(span, text)) {
        var field = field(text.substring(span.end()));
        var before = field == null ? WORKED_AS.matcher(text.substring(0, span.start())) : null;
        if (before != null && before.find()) {
          field = bare(before.group("field"));
        }
        var need = new Need.Experience(span.least(), field);
        found.add(found(text, need, span.start(), span.end(), emphasis));
      }
    }
    var as = AS.matcher(text);
    if (years.isEmpty() && as.find()) {
      var field = bare(as.group("field"));
      if (field != null) {
        found.add(found(text, new Need.Experience(0, field), as.start(), as.end(), emphasis));
      }
    }
    return found;
  }

  // `Our toddler room (2-3 years)`: years in brackets where nothing speaks of experience.
  private static boolean isAge(Years span, String text) {
    return span.start() > 0
        && text.charAt(span.start() - 1) == '('
        && !EXPERIENCE.matcher(text).find();
  }

  private static Found found(
      String text, Need.Experience need, int start, int end, Emphasis emphasis) {
    var importance = emphasis.welcomeAt(start) ? Importance.PREFERRED : Importance.REQUIRED;
    return new Found(
        need, Labels.experience(need, relation(text, need.field())), start, end, importance);
  }

  private static String relation(String text, @Nullable String field) {
    int at = field == null ? -1 : text.indexOf(field);
    return at > 0 && AS_BEFORE.matcher(text.substring(0, at)).find() ? "as" : "in";
  }

  private static @Nullable String field(String after) {
    var named = BEFORE_WORD.matcher(after);
    if (named.find()) {
      var before = bare(named.group("field"));
      var behind = TOWARDS.matcher(named.group("rest"));
      var field = behind.find() ? bare(behind.group("field")) : null;
      return field == null ? before : field;
    }
    var behind = TOWARDS.matcher(after);
    return behind.find() ? bare(behind.group("field")) : null;
  }

  private static @Nullable String bare(String words) {
    var end = END.matcher(words);
    String field = end.find() ? words.substring(0, end.start()) : words;
    field = FILLER.matcher(field.strip()).replaceFirst("").strip();
    if (field.length() < 2 || field.indexOf('#') == 0 || NOTHING.matcher(field).matches()) {
      return null;
    }
    var parts = field.split("\\s+", -1);
    return String.join(" ", List.of(parts).subList(0, Math.min(parts.length, MOST_WORDS)));
  }
}
