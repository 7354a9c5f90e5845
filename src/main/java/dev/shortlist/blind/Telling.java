package dev.shortlist.blind;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What tells of a person in every CV: addresses of mail, web and home, telephone numbers, birth,
/// age, sex, family, nationality and the names of schools.
final class Telling {
  private static final int ANY_CASE = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final int LEAST_DIGITS = 8;
  private static final int MOST_DIGITS = 15;

  private static final Pattern MAIL =
      Pattern.compile(
          "[\\p{L}\\d._%+-]+ ?(?:@|\\(at\\)|\\[at\\]) ?[\\p{L}\\d.-]+\\.?[\\p{L}\\d.-]*");

  private static final String HOST = "\\b[\\p{L}\\d-]+(?:\\.[\\p{L}\\d-]+)*\\.";
  private static final String SITES =
      "linkedin|github|gitlab|xing|twitter|instagram|facebook|skype|telegram|behance|medium"
          + "|stackoverflow|kaggle|orcid";
  private static final String ENDINGS = "com|org|de|fr|ch|edu|eu|info|uk|nl|pl";

  private static final Pattern ADDRESS = Pattern.compile("(?:https?://|www\\.)\\S+", ANY_CASE);
  private static final Pattern PATH = Pattern.compile(HOST + "(?!js\\b)[a-z]{2,8}/\\S*", ANY_CASE);
  private static final Pattern DOMAIN = Pattern.compile(HOST + "(?:" + ENDINGS + ")\\b", ANY_CASE);
  private static final Pattern SITE =
      Pattern.compile("\\b(?:" + SITES + ")(?:\\.com)?\\s*[:/]+\\s*\\S+", ANY_CASE);
  private static final Pattern HANDLE =
      Pattern.compile("(?<![\\p{L}\\d])@[\\p{L}\\d._-]{3,}", ANY_CASE);

  private static final Pattern NUMBER =
      Pattern.compile("(?<![\\p{L}\\d])(?:\\+|00|\\()?\\d[\\d ()./\u2013-]{5,}\\d(?![\\p{L}\\d])");
  private static final Pattern DATED =
      Pattern.compile("(?<!\\d)(?:19|20)\\d\\d(?!\\d)|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}");

  /// What a label announces, up to the end of the line or the next column.
  private static final Pattern LABELLED =
      Pattern.compile(
          "\\b(?:date of birth|birth ?date|birthday|d\\.?o\\.?b\\.?|place of birth|birth ?place|born|age"
              + "|gender|sex|marital status|civil status|family status|nationality|citizenship"
              + "|religion|ethnicity|race|caste|father(?:['\u2019]?s)? name|mother(?:['\u2019]?s)? name"
              + "|spouse(?:['\u2019]?s name)?|children|passport(?: no\\.?| number)?"
              + "|(?:permanent |home |present |current |postal )?address"
              + "|geburtsdatum|geburtsort|geburtstag|geb\\.|geboren(?: am)?|alter|geschlecht"
              + "|familienstand|staatsangeh\u00f6rigkeit|nationalit\u00e4t|konfession|kinder|anschrift"
              + "|adresse|wohnort|wohnhaft(?: in)?|date de naissance|lieu de naissance|\u00e2ge|sexe"
              + "|situation (?:familiale|de famille)|\u00e9tat civil|nationalit\u00e9|enfants|domicile"
              + "|fecha de nacimiento|lugar de nacimiento|edad|sexo|estado civil|nacionalidad"
              + "|direcci\u00f3n|data di nascita|luogo di nascita|sesso|stato civile|nazionalit\u00e0"
              + "|indirizzo)\\s*(?:[:\u2013\u2014=]|\\t)\\s*[^\\t\\n|;]*",
          ANY_CASE);

  private static final Pattern BIRTH =
      Pattern.compile(
          "\\b(?:born|geboren|geb\\.|n\u00e9e?|nacid[oa]|nat[oa])\\s+(?:on|in|am|le|el|il)?\\s*[\\p{L}\\d.,/ -]{4,30}?\\d{4}"
              + "|\\*\\s?\\d{1,2}[. /]\\s?(?:\\d{1,2}|\\p{L}+)[. /]\\s?\\d{4}"
              + "|\\b(?:aged?|alter)\\s\\d{2}\\b|\\b\\d{2}[ -](?:years?[ -]old|jahre alt|ans(?![\\p{L}]| d))",
          ANY_CASE);

  /// In any case, and each a whole word.
  private static final String GENDERED_WORDS =
      "he|she|him|his|her|hers|himself|herself|mr|mrs|miss|mister|madam|male|female"
          + "|woman|women|husband|wife|mother|father|mom|mum|dad|son|daughter|maternity"
          + "|paternity|housewife|girl|girls|boy|boys|sorority|fraternity|chairwoman|chairman"
          + "|saleswoman|salesman|spokeswoman|spokesman|waitress|actress|stewardess"
          + "|businesswoman|businessman|herr|frau|m\u00e4nnlich|weiblich|mutter|vater|ehemann"
          + "|ehefrau|verheiratet|ledig|geschieden|verwitwet|mutterschutz|hausfrau|sohn"
          + "|tochter|wehrdienst|grundwehrdienst|zivildienst|married|unmarried|divorced"
          + "|widowed|monsieur|madame|mademoiselle|mme|mlle|masculin|f\u00e9minin|femme|homme"
          + "|m\u00e8re|p\u00e8re|mari\u00e9|mari\u00e9e|c\u00e9libataire|divorc\u00e9"
          + "|divorc\u00e9e|veuf|veuve|\u00e9pouse|\u00e9poux|se\u00f1or|se\u00f1ora|casado"
          + "|casada|soltero|soltera|signor|signora|sposato|sposata|nubile|celibe";

  private static final Pattern GENDERED =
      Pattern.compile(
          "(?<![\\p{L}\\p{M}])(?:(?:compulsory )?(?:military|national) service|"
              + GENDERED_WORDS
              + ")(?![\\p{L}\\p{M}])",
          ANY_CASE);

  /// Not the milliseconds, and not MS Excel.
  private static final Pattern MS =
      Pattern.compile("(?<![\\p{L}\\d])Ms\\.?(?=\\s+\\p{Lu})", Pattern.UNICODE_CASE);

  private static final Pattern HOME =
      Pattern.compile(
          "\\b\\d{1,5}[a-z]?,?\\s+(?:[\\p{Lu}\\d][\\p{L}\\d.'\u2019-]*\\s+){1,4}(?:street|st\\.?|road|rd\\.?|avenue|ave\\.?|lane|ln\\.?|drive|dr\\.?|boulevard|blvd\\.?|court|ct\\.?|square|terrace|crescent|close|way|place|nagar|marg)(?![\\p{L}])"
              + "|[\\p{Lu}][\\p{L}.-]*\\s?(?:stra(?:\u00df|ss)e|str\\.|weg|platz|gasse|allee|damm|ring|ufer)\\s+\\d{1,4}\\s?[a-z]?\\b"
              + "|\\b\\d{1,4}(?:\\s?(?:bis|ter))?,?\\s+(?:rue|avenue|boulevard|place|chemin|impasse|all\u00e9e|quai|via|calle|plaza)\\s+[\\p{L}' \u2019-]{3,40}"
              + "|\\b(?:[A-Z]{1,2}-)?\\d{5}\\s+[\\p{Lu}][\\p{L}-]{2,}(?:\\s+[\\p{Lu}][\\p{L}-]+)?"
              + "|\\b[A-Z]{1,2}\\d[A-Z\\d]?\\s?\\d[A-Z]{2}\\b"
              + "|\\b[A-Z]{2}\\s+\\d{5}(?:-\\d{4})?\\b"
              + "|^(?!(?:19|20)\\d\\d\\b)\\d{1,5}[a-z]?,?\\s[\\p{Lu}][\\p{L}.'\u2019-]+(?: [\\p{Lu}][\\p{L}.'\u2019-]+){0,3},?$",
          Pattern.UNICODE_CASE | Pattern.MULTILINE);

  /// A name before or behind the word for a place of learning: `University of Northmoor`,
  /// `Northmoor Grammar School`, `Technische Universit\u00e4t Nordstadt`.
  private static final String SCHOOL_WORD =
      "(?:Univ(?:ersit(?:y|ies|\u00e4t|\u00e9|aet|ate|a|ad|\u00e0|et|eit|ario)|ersidade?|\\.)|College|Coll\u00e8ge"
          + "|Institut(?:e|o)?|Istituto|School|Hochschule|Fachhochschule|Gymnasium|Realschule"
          + "|Gesamtschule|Berufs(?:schule|kolleg)|Akademie|Academy|Acad\u00e9mie|Accademia|\u00c9cole"
          + "|Ecole|Escuela|Escola|Scuola|Liceo|Lyc\u00e9e|Polytechnic|Polytechnique|Politecnico"
          + "|Polit\u00e9cnica|Politechnika|Faculty|Vidyalaya|Mahavidyalaya|[\\p{Lu}][\\p{L}-]*(?:universit\u00e4t|schule|gymnasium|akademie))";

  private static final String NAME_WORD = "(?:[\\p{Lu}][\\p{L}.'\u2019-]*|\\d+\\.)";
  private static final String SMALL_WORD =
      "(?:of|for|de|des|du|der|die|the|f\u00fcr|und|and|&|la|le|di|del|in|zu|f\u00fcr)";
  private static final Pattern SCHOOL =
      Pattern.compile(
          "(?:"
              + NAME_WORD
              + "[ -](?:"
              + SMALL_WORD
              + " )?){0,5}(?<![\\p{L}])"
              + SCHOOL_WORD
              + "(?![\\p{Ll}])(?:[ -](?:"
              + SMALL_WORD
              + " ){0,2}"
              + NAME_WORD
              + "){0,5}");
  private static final String SHORT_SCHOOLS =
      "TU|FH|RWTH|KIT|HTW|LMU|ETH|EPFL|HTL|IIT|NIT|BITS|IIIT|MIT|UCLA|UCL|LSE|INSEAD|HEC|ESSEC|KTH|SRM|VIT";
  private static final String[] SHORT_NAMES = SHORT_SCHOOLS.split("\\|");
  private static final Pattern SHORT_SCHOOL =
      Pattern.compile("\\b(?:" + SHORT_SCHOOLS + ")(?:[ -][\\p{Lu}][\\p{L}-]+)?");

  /// Words that make a school's name no name: `High School`, `Business School`.
  private static final Set<String> NO_SCHOOL =
      Set.of("university", "college", "school", "high school", "institute", "academy");

  /// One of these is in every name of a school.
  private static final String[] SCHOOL_STEMS = {
    "Univ",
    "universit\u00e4t",
    "Coll",
    "Institut",
    "Istituto",
    "School",
    "schule",
    "kolleg",
    "ymnasium",
    "kademie",
    "Acad",
    "Accademia",
    "cole",
    "Esc",
    "Scuola",
    "Liceo",
    "Lyc",
    "Polit",
    "Polyt",
    "Faculty",
    "idyalaya"
  };

  private static final String[] SITE_NAMES = SITES.split("\\|");
  private static final String[] DOTTED_ENDINGS =
      Stream.of(ENDINGS.split("\\|")).map(ending -> "." + ending).toArray(String[]::new);
  private static final Set<String> GENDERED_SET = Set.of(GENDERED_WORDS.split("\\|"));

  static final List<Clue> CLUES =
      List.of(
          Clue.of(MAIL, text -> text.hasAny("@") || text.hasOneOf("(at)", "[at]")),
          Clue.of(ADDRESS, text -> text.hasFolded("://") || text.hasFolded("www.")),
          Clue.of(PATH, Glance::hasPath),
          Clue.of(DOMAIN, text -> text.hasFoldedOf(DOTTED_ENDINGS)),
          Clue.of(SITE, text -> text.hasAny(":/") && text.hasFoldedOf(SITE_NAMES)),
          Clue.of(HANDLE, text -> text.hasAny("@")),
          Clue.of(LABELLED, text -> text.hasAny(":=\t") || text.hasOneOf("\u2013", "\u2014")),
          Clue.of(BIRTH, text -> text.digits() >= 2),
          Clue.of(GENDERED, text -> text.hasWord(GENDERED_SET) || text.hasFolded(" service")),
          Clue.of(MS, text -> text.has("Ms")),
          Clue.of(HOME, text -> text.digits() >= 1),
          Clue.of(SHORT_SCHOOL, text -> text.hasCapitals() && text.hasOneOf(SHORT_NAMES)),
          Clue.of(NUMBER, text -> text.digits() >= LEAST_DIGITS).when(Telling::isPhone),
          Clue.of(SCHOOL, text -> text.hasOneOf(SCHOOL_STEMS)).when(Telling::isNamed));

  private Telling() {}

  /// Marks in `hidden` the characters of `text` that tell of a person.
  static void mark(String text, BitSet hidden) {
    mark(new Glance(text), hidden);
  }

  static void mark(Glance text, BitSet hidden) {
    CLUES.forEach(clue -> clue.mark(text, hidden));
  }

  private static boolean isPhone(MatchResult found) {
    String number = found.group();
    long digits = number.chars().filter(Character::isDigit).count();
    return digits >= LEAST_DIGITS && digits <= MOST_DIGITS && !DATED.matcher(number).find();
  }

  private static boolean isNamed(MatchResult found) {
    return !NO_SCHOOL.contains(found.group().toLowerCase(Locale.ROOT));
  }
}
