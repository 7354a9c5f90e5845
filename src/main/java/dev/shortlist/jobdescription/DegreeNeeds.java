package dev.shortlist.jobdescription;

import dev.shortlist.skills.DegreeLevel;
import dev.shortlist.skills.DegreeSubjects;
import dev.shortlist.skills.Degrees;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The degree or training a sentence asks for. Of levels joined by "or" the lowest is enough.
final class DegreeNeeds {
  private static final Pattern FIELD =
      Pattern.compile(
          "^\\.?['’]?s?\\)?\\s*(?:\\(\\p{L}{1,8}\\)\\s*)?(?:degree|diploma|qualification|studies|studium|abschluss|level)?\\s*(?:\\([^)]{0,30}\\)\\s*)?(?:,?\\s*(?:or|oder|ou) (?:higher|above|better|höher|supérieur)\\s*)?(?:(?:in|of|der|des|im bereich|im fach|in der|als|zum|zur|en|de)\\b\\s*|d['’]|:\\s*)(?:the )?(?:fields? of |fachrichtung )?(?<field>[^;:.()]{2,160})",
          Roles.FLAGS);
  private static final Pattern FIELD_END =
      Pattern.compile(
          "\\b(?:is|are|or (?:a |an )?(?:related|equivalent|similar|comparable|relevant|closely|other|another|\\p{L}+ years?|\\d)|and/or|preferred|required|preferably|desirable|desired|with|plus|from|as well as|and (?:\\d|a |an |at least|minimum|experience|strong|relevant|related|\\p{L}+ years?)|or (?:bachelor|master|higher|above|diploma)|oder (?:ähnlich\\p{L}*|vergleichbar\\p{L}*|eine?r?|gleichwertig\\p{L}*)|mit|erforderlich|wünschenswert|von vorteil|ou (?:équivalent|similaire|expérience)|o (?:similar|equivalente)|con|avec|exigée?|souhaitée?|requise?|minimum|ideally|an accredited|using|who|accredited|obtained|necessary|would|will|must)\\b",
          Roles.FLAGS);
  private static final Pattern SPLIT =
      Pattern.compile(
          "\\s*(?:,|/|\\bor\\b|\\band\\b|\\boder\\b|\\bund\\b|\\bou\\b|\\bet\\b|\\bo\\b|\\by\\b)\\s*",
          Roles.FLAGS);
  private static final Pattern NO_FIELD =
      Pattern.compile(
          "(?:an?|the|any|related|relevant|similar|equivalent|technical|discipline|disciplines|stream|streams|faculty|field|fields|subject|area|another|other|one|our|your|higher|education|science|college|university|years?|experience|work|\\d|etc|degree|diploma|training|study|same|related|appropriate|suitable|course|graduates?|candidates?|holders?|students?|level|\\s|-)+",
          Roles.FLAGS);
  private static final Pattern EQUIVALENT =
      Pattern.compile(
          "\\bequivalent\\b|\\bequal\\b|\\bor (?:\\p{L}+ ){0,4}experience|\\bor (?:\\d{1,2}|\\p{L}+)\\+? years|\\bor (?:[\\p{L}/]+ ){0,3}with (?:\\d|\\p{L}+ years)|\\bcombinations? of\\b|\\bin lieu\\b|\\bvergleichbar|\\bgleichwertig|\\boder (?:\\p{L}+ ){0,3}(?:erfahrung|berufserfahrung)|\\bquereinsteiger|\\béquivalen|\\bou expérience|\\bor similar\\b|\\bor comparable\\b|\\bor relevant (?:work|industry)",
          Roles.FLAGS);
  private static final Pattern NOT_ASKED =
      Pattern.compile(
          "\\bno (?:degree|diploma|formal (?:education|qualifications?|degree))|\\b(?:degree|diploma) (?:is )?not (?:required|necessary|needed)|\\bkein (?:studium|abschluss)|\\bsans diplôme|\\baucun diplôme|\\b(?:may|can|will) (?:be )?(?:substituted?|replaced?)\\b",
          Roles.FLAGS);
  private static final Pattern ADJACENT =
      Pattern.compile(
          "\\.?[^.;]{0,60}?\\b(?:or|oder|ou|and/or|bzw\\.)\\b[^.;]{0,40}|\\.?[^;\\p{L}]*/[^;\\p{L}]*|[’'s\\s]*(?:degree)?\\s*[/,]\\s*",
          Roles.FLAGS);

  // "MS Excel" is no Master of Science.
  private static final Pattern PRODUCT =
      Pattern.compile(
          "M\\.?S\\.?[- ](?:Office|Word|Excel|Access|Outlook|Power|Project|Teams|SQL|Windows|Visio|Dynamics|Azure|SharePoint|Exchange|Suite|Paint|Tools|365)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern OTHER_NEED =
      Pattern.compile(
          "\\d|\\b(?:knowledge|experience|skills?|ability|years?|reading|kenntnisse|erfahrung|expérience)\\b",
          Roles.FLAGS);
  private static final Pattern BARE =
      Pattern.compile(
          "(?<!high |some |certain |large |great )\\bdegree(?= (?:in|or|required|preferred|is)\\b)",
          Roles.FLAGS);
  // "Graduate / Post Graduate in any stream": of the two the lower is enough.
  private static final Pattern GRADUATE =
      Pattern.compile(
          "\\b(?:any )?(?:under)?graduates?(?:\\s*(?:/|or)\\s*post[ -]?graduates?)?(?= in any (?:discipline|stream|subject|field|faculty)\\b)|\\bany graduates?\\b",
          Roles.FLAGS);

  // "Two years at a secondary school" is where somebody worked.
  private static final Pattern PLACE =
      Pattern.compile("\\b(?:in|at|within|for) (?:an?|the|our|any)\\b[^.;:]{0,60}$", Roles.FLAGS);
  private static final Pattern CERTIFICATE =
      Pattern.compile(
          "^\\s*(?:leaving|diploma|certificate|degree|graduate|education|or )", Roles.FLAGS);
  private static final Pattern OPENING =
      Pattern.compile(
          "\\s*(?:degree|abschluss)?\\s*[(:]\\s*(?:an? |mind\\.? |mindestens )?", Roles.FLAGS);
  private static final Pattern EDGE =
      Pattern.compile("^(?:an?|the|der|die|das|la|le|l['’])\\s+|[\\s,'’-]+$");
  // Better known by its own name than by its level.
  private static final Pattern TITLE_OF_DEGREE =
      Pattern.compile(
          "(?:Pharm\\.?D|J\\.?D|Juris Doctor|M\\.?D|MBBS|MBChB|D\\.?D\\.?S|BDS|D\\.?V\\.?M|LL\\.?[BM]|MBA|Doctor of \\p{L}+(?: \\p{L}+)?|Staatsexamen|Meister|Diplom)\\.?",
          Pattern.UNICODE_CHARACTER_CLASS);
  // "BSc Nursing", "MSc Computer Science and ..."
  private static final Pattern BESIDE =
      Pattern.compile(
          "^\\s?(?:\\(?Hons?\\b\\.?\\)?,?\\s)?\\s?(?<field>\\p{Lu}[\\p{L}-]+(?: (?:(?:and|&|of|und|et) )?\\p{Lu}[\\p{L}-]+){0,3})(?=\\s*(?:$|[,.;/()\\n]|(?:or|and|with|oder|und|mit|ou|et|degree|preferred|required)\\b))");
  private static final Set<String> OF_DEGREES =
      Set.of("bachelor", "master", "doctor", "diploma", "degree", "associate", "certificate");
  private static final Pattern SPACE = Pattern.compile("\\s+");

  private final Degrees degrees = Degrees.standard();
  private final DegreeSubjects subjects = DegreeSubjects.standard();

  List<Found> in(String text, Emphasis emphasis) {
    var found = new ArrayList<Found>();
    if (NOT_ASKED.matcher(text).find()) {
      return found;
    }
    var mentions = named(text);
    for (int i = 0; i < mentions.size(); ) {
      int end = i + 1;
      if (end < mentions.size()
          && emphasis.welcomeAt(mentions.get(i).start())
              == emphasis.welcomeAt(mentions.get(end).start())
          && specified(text, mentions.get(i), mentions.get(end))) {
        i++;
        continue;
      }
      while (end < mentions.size()
          && alternative(text, mentions.get(end - 1), mentions.get(end), emphasis)) {
        end++;
      }
      found.add(
          found(
              text,
              mentions.subList(i, end),
              end < mentions.size() ? mentions.get(end).start() : text.length(),
              emphasis));
      i = end;
    }
    return found;
  }

  private List<Degrees.Mention> named(String text) {
    var named =
        degrees.find(text).stream()
            .filter(one -> !product(text, one) && !meansAnother(text, one))
            .filter(one -> !isPlaceOfWork(text, one))
            .collect(Collectors.toCollection(ArrayList::new));
    var graduate = GRADUATE.matcher(text);
    if (graduate.find() && named.stream().noneMatch(one -> one.start() < graduate.end())) {
      named.addFirst(new Degrees.Mention(DegreeLevel.BACHELOR, graduate.start(), graduate.end()));
    }
    var bare = BARE.matcher(text);
    return named.isEmpty() && bare.find()
        ? List.of(new Degrees.Mention(DegreeLevel.BACHELOR, bare.start(), bare.end()))
        : named;
  }

  private static boolean isPlaceOfWork(String text, Degrees.Mention degree) {
    return degree.level() == DegreeLevel.SECONDARY
        && text.substring(degree.start(), degree.end()).endsWith("chool")
        && PLACE.matcher(text.substring(0, degree.start())).find()
        && !CERTIFICATE.matcher(text.substring(degree.end())).find();
  }

  // "Large Language Model (LLM)" is no Master of Laws.
  private static boolean meansAnother(String text, Degrees.Mention degree) {
    var words = Acronyms.explained(text, degree.start(), degree.end());
    return !words.isEmpty() && words.stream().noneMatch(OF_DEGREES::contains);
  }

  // "a university degree (Master or PhD)": the brackets say which.
  private static boolean specified(String text, Degrees.Mention general, Degrees.Mention special) {
    return special.start() >= general.end()
        && OPENING.matcher(text.substring(general.end(), special.start())).matches();
  }

  private static boolean product(String text, Degrees.Mention degree) {
    return PRODUCT.matcher(text).region(degree.start(), text.length()).lookingAt();
  }

  private static boolean alternative(
      String text, Degrees.Mention one, Degrees.Mention other, Emphasis emphasis) {
    return emphasis.welcomeAt(one.start()) == emphasis.welcomeAt(other.start())
        && ADJACENT.matcher(text).region(one.end(), Math.max(one.end(), other.start())).matches();
  }

  private Found found(String text, List<Degrees.Mention> mentions, int until, Emphasis emphasis) {
    DegreeLevel level = mentions.getFirst().level();
    var fields = new ArrayList<String>();
    int end = mentions.getLast().end();
    for (int i = 0; i < mentions.size(); i++) {
      level = Labels.lower(level, mentions.get(i).level());
      int next = i + 1 < mentions.size() ? mentions.get(i + 1).start() : until;
      end = Math.max(end, addFields(text, mentions.get(i), next, fields));
    }
    int start = mentions.getFirst().start();
    boolean orEquivalent = EQUIVALENT.matcher(text).find();
    var need = new Need.Degree(level, fields.stream().distinct().limit(6).toList(), orEquivalent);
    var importance = emphasis.welcomeAt(start) ? Importance.PREFERRED : Importance.REQUIRED;
    var named = text.substring(start, mentions.getFirst().end());
    var label =
        mentions.size() == 1 && TITLE_OF_DEGREE.matcher(named).matches()
            ? Labels.degree(named, without(need, subjects.of(named)))
            : Labels.degree(need);
    return new Found(need, label, start, end, importance);
  }

  private static Need.Degree without(Need.Degree need, Optional<String> field) {
    var others = need.fields().stream().filter(it -> !field.filter(it::equals).isPresent());
    return new Need.Degree(need.level(), others.toList(), need.orEquivalent());
  }

  /// Adds the fields of study that stand behind a degree, else the one its name says, and gives the
  /// place where they end.
  private int addFields(String text, Degrees.Mention degree, int to, List<String> fields) {
    int before = fields.size();
    int end = addFields(text, degree.end(), to, fields);
    if (fields.size() > before) {
      return end;
    }
    var name = text.substring(degree.start(), degree.end());
    var beside = BESIDE.matcher(text.substring(degree.end(), to));
    if (name.indexOf(' ') < 0 && beside.find() && isField(beside.group("field"))) {
      fields.add(beside.group("field"));
      return degree.end() + beside.end("field");
    }
    subjects.of(name).ifPresent(fields::add);
    return end;
  }

  private static boolean isField(String words) {
    return !NO_FIELD.matcher(words).matches() && !FIELD_END.matcher(words).lookingAt();
  }

  /// Adds the fields of study that follow a degree and gives the place where they end.
  private static int addFields(String text, int from, int to, List<String> fields) {
    var matcher = FIELD.matcher(text.substring(from, to));
    if (!matcher.find()) {
      return from;
    }
    String list = matcher.group("field");
    var end = FIELD_END.matcher(list);
    if (end.find()) {
      list = list.substring(0, end.start());
    }
    int before = fields.size();
    int stop = list.length();
    for (String field : SPLIT.split(list, -1)) {
      if (OTHER_NEED.matcher(field).find()) {
        stop = list.indexOf(field);
        break;
      }
      String bare = EDGE.matcher(field.strip()).replaceAll("");
      if (bare.length() > 1
          && SPACE.split(bare, -1).length <= 5
          && !NO_FIELD.matcher(bare).matches()) {
        fields.add(bare);
      }
    }
    return fields.size() == before ? from : from + matcher.start("field") + stop;
  }
}
