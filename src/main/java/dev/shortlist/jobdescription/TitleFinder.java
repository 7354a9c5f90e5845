package dev.shortlist.jobdescription;

import dev.shortlist.skills.Taxonomy;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds the post's name: in the title given, behind a label, in one of the first lines, or in a
/// sentence such as "we are looking for a ...".
final class TitleFinder {
  static final String UNTITLED = "Untitled post";

  private static final Set<Section> ASKING = EnumSet.of(Section.REQUIRED, Section.PREFERRED);
  private static final int FIRST_LINES = 8;
  private static final int MOST_WORDS = 12;
  private static final int FIRST_SENTENCES = 40;
  private static final int MOST_SOUGHT = 6;

  private static final Pattern LABEL =
      Pattern.compile(
          "^(?:job title|title|position title|position|job position|job role|role|post|vacancy|job|stellenbezeichnung|stelle|position als|intitulé du poste|intitulé|poste)(?:\\s*[:=–|-]\\s*|\\t+\\s*)(?<title>\\S.{1,120})$",
          Roles.FLAGS);
  private static final Pattern TASKS =
      Pattern.compile(
          "^\\W*(?:\\p{L}+ ){0,3}(?:responsibilities|duties|tasks)\\b[^.]{0,40}:?\\s*$",
          Roles.FLAGS);
  private static final Pattern RUBRIC = Pattern.compile("^\\s*role\\s*:", Roles.FLAGS);
  private static final int LABELLED_LINES = 40;
  private static final Pattern DECORATION =
      Pattern.compile(
          "[\\p{So}\\x{FE0F}]+|(?<=[\\p{L}\\p{N})])\\s*\\*{2,}.*$|[*_~#|]{2,}|^[\\s*•▪►➢>#|–-]+|#(?:URL|EMAIL)_\\w+#?"
              + "|\\((?:[mwfhdxi*](?:\\s?[/|,]\\s?[mwfhdxi*]){1,3}|all genders?|gn|remote|hybrid|on-?site|full[- ]?time|part[- ]?time|contract|permanent|temporary|vollzeit|teilzeit|temps plein|temps partiel|cdi|cdd)[^)]{0,30}\\)"
              + "|(?<![\\p{L}\\p{N}])(?:[mwf]/[mwfh]/[dxi]|h/f|f/h|[mw]/[wm])(?![\\p{L}\\p{N}])",
          Roles.FLAGS);
  private static final Pattern LEAD_IN =
      Pattern.compile(
          "^(?:(?:we(?:['’]re| are)? (?:now |currently )?(?:hiring|looking for|seeking|recruiting)|hiring(?: now| for)?|now hiring|join (?:us|our team) as|wanted|job (?:opening|opportunity|description|posting|advert\\w*)(?: for)?|vacancy(?: for)?|urgent(?:ly)?(?: (?:requirement|opening|hiring|vacancy|need))?(?: for| of)?|openings?(?: for|(?=\\s*[:–-]))|requirements? (?:for|of)|immediate (?:opening|start|hire)(?: for)?|(?:(?:great|exciting|excellent|new|career|amazing) )*opportunity(?: for| as)?|(?:requisition|req|job|jr)[ #-]*\\d{3,}|\\d{1,2}\\s?x(?= )|position|role|title|wir suchen|gesucht wird|gesucht|stellenangebot|stellenanzeige|nous recherchons|nous recrutons|offre d['’]emploi|recrute|recherche)\\s*[:!–-]*\\s*)+(?:(?:an?|an experienced|our (?:next|new)|eine[nr]?|une?)\\s+)?",
          Roles.FLAGS);

  /// Another line of the form, run into that of the title: `Teacher REPORTS TO: Principal`.
  private static final Pattern RUN_IN =
      Pattern.compile(
          "\\s+(?:reports? to|reporting to|flsa status|department|location|salary|pay|grade|job type|company|experience|date posted|closing date|status)\\s?:.*$",
          Roles.FLAGS);

  private static final Pattern TAIL =
      Pattern.compile(
          "\\s+(?:wanted|needed|required|gesucht|[Jj]obs?|job opportunity\\b.*|job opening\\b.*|opportunity|job description|job in\\b.*|[Pp]osition|[Vv]acancy|at [\\p{Lu}].*|@ .*|(?:is )?(?:required|needed|wanted) (?:at|for|in)\\b.*|in [\\p{Lu}][\\p{L}-]+(?:,? [\\p{Lu}][\\p{L}-]+){0,2}|bei [\\p{Lu}].*|chez [\\p{Lu}].*)!*$",
          Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern TAIL_PART =
      Pattern.compile("\\s*(?:[|•·]|\\s[-–—]\\s)\\s*(?<part>[^|•·]{1,60})$", Roles.FLAGS);
  private static final Pattern HEAD_PART =
      Pattern.compile("(?<part>[^|–—]{2,40}?)\\s*(?:\\||\\s[-–—]\\s)\\s*(?<rest>.+)");
  private static final Pattern NOT_TITLE =
      Pattern.compile(
          "\\b(?:remote|hybrid|onsite|on-site|full[- ]?time|part[- ]?time|permanent|contract|temporary|freelance|immediate|urgent|salary|per (?:hour|year|annum)|k\\b|vollzeit|teilzeit|unbefristet|befristet|ab sofort|homeoffice|cdi|cdd|temps plein|gmbh|ag|inc|ltd|llc|plc|s\\.?a\\.?|group|company)\\b|[$€£]|\\d{4,}",
          Roles.FLAGS);

  /// What the post pays and for how many hours, behind its name: `- $25/hr`, `(€40k - €45k per
  /// annum + bonus)`, `40 hrs/week`.
  private static final Pattern PAY =
      Pattern.compile(
          "(?:\\s*[,(|]|\\s[-–—])?\\s*(?:up to |from |ab |bis zu )?"
              + "(?:(?:[$€£]|\\b(?:usd|eur|gbp) )\\s?\\d[\\d.,]*\\s?k?\\b|\\d[\\d.,]*\\s?k?(?:\\s?[-–—]\\s?\\d[\\d.,]*\\s?k?)?\\s?(?:[$€£]|(?:usd|eur|gbp)\\b))"
              + "(?:\\s?(?:[-–—]|to)\\s?[$€£]?\\s?\\d[\\d.,]*\\s?k?\\s?[$€£]?)?"
              + "(?:\\s?(?:per|an?|/|pro|par)\\s?(?:hour|hr|h|day|week|month|year|yr|annum|stunde|monat|jahr|heure|mois|an)\\b)?"
              + "(?:\\s?(?:p\\.?a\\.?|doe|gross|brutto))?(?:\\s?(?:\\+|plus)[^)|]{1,40}|\\s(?:sign(?:ing)?[- ]on )?bonus)?\\s*\\)?"
              + "|\\s*(?:\\+|[-–—(]|\\bplus)\\s*(?:(?:sign(?:ing)?|retention|relocation)[- ](?:on )?)?(?:bonus|benefits|package)\\b\\)?"
              + "|[\\s(,–-]+\\d{1,2}(?:[.,]\\d)?\\s?(?:hrs?|hours|h|std\\.?|stunden)\\.?\\s?(?:/|per|a|pro)?\\s?(?:weekly|week|wk|woche)\\b\\)?",
          Roles.FLAGS);

  private static final Pattern MONEY = Pattern.compile("[$€£]\\s?\\d|\\d\\s?[$€£]");
  private static final Pattern CODE =
      Pattern.compile(
          "\\s*(?:[\\[(#]\\s*(?:req|ref|job|id|no|nr)?\\.?\\s?(?:id)?[:#]?\\s?[A-Z]{0,4}-?\\d{3,}\\s*[\\])]?|\\b(?:req|ref|job id|id)[:# ]+[\\w-]{3,})\\s*",
          Roles.FLAGS);
  private static final Pattern SOUGHT =
      Pattern.compile(
          "(?:looking for|seeking|hiring|recruiting|in search of|searching for|to recruit|we need|looking to hire|looking to recruit|looking to add|suchen (?:wir )?(?:zum \\S+ \\S+ |ab sofort |für [^.]{1,40}? )?|suchen wir|recherchons|recrutons|recherche|recrute)\\s+(?:for\\s+)?(?:an?|an? \\p{L}+ed|one|our next|our new|eine[nr]?|zwei|une?)\\s+(?<title>[^.,;:!?()]{3,90})",
          Roles.FLAGS);
  private static final Pattern OPENING =
      Pattern.compile(
          "\\b(?:(?:[Oo]pening|openings|vacancy|vacancies|requirement|requirements|walk-?in|hiring|recruitment) for|(?:[Cc]ompany|[Ff]irm|[Ss]chool|[Hh]ospital|[Hh]otel|[Bb]ank|[Cc]ollege|[Cc]linic|[Cc]lient|[Ww]e) requires?)\\s+(?:(?:the (?:post|position|role) of|an?|our)\\s+)?(?<title>\\p{Lu}[^.,;:!?()]{3,90})",
          Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern AS =
      Pattern.compile(
          "(?:^|\\b)(?:[Aa]s (?:an?|our|the)|als|en tant que|the role of (?:the |an? )?|position of (?:the |an? )?|post of (?:the |an? )?)\\s+(?<title>\\p{Lu}[^.,;:!?()]{3,70}?)(?:,|\\s(?:at|you|will|is|in|for|with|reports?|to)\\b)",
          Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern THE =
      Pattern.compile(
          "^(?:(?i:the|an?|our)\\s+)?(?!(?:You|We|He|She|It|They|This|That|These|Those|There|Who|Our|Your|Candidates?|Applicants?)\\b)(?<title>\\p{Lu}[\\p{L}&/-]*(?:\\s(?:\\p{Lu}[\\p{L}&/-]*|of|and|&|/|de)){0,6})\\s(?:will|is responsible|has (?:full )?responsibility|plays|reports|performs|provides|manages|leads|utilizes|works|oversees|supports|plans|assists|coordinates|administers)\\b",
          Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern WORKED =
      Pattern.compile(
          "\\b(?:years|yrs|experience|erfahrung|ans|expérience|experiencia) (?:working )?(?:as (?:an? )?|als |en tant que |como |comme )(?<title>[^.,;:!?()]{3,60})",
          Roles.FLAGS);
  private static final Pattern SENTENCE_TAIL =
      Pattern.compile(
          "\\s+(?:to|who|that|which|for (?:our|the|a|an|one|its|their)|for [\\p{Lu}]\\p{L}+|with|within|in (?:the|our|a)|in \\p{Lu}\\p{L}+|at|on (?:a|an|our)|join(?:s|ing)?|from|capable|able|willing|based|responsible|located|and (?:you|we|to)|für|mit|zur|zum|als|in der|im|der|die|das|bei|pour|au sein|à|en|chez|sur|dans|you)\\b.*$",
          Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern QUALITY =
      Pattern.compile(
          "^(?:(?:very|highly|hands-on|self-motivated|motivated|experienced|talented|dynamic|passionate|enthusiastic|dedicated|skilled|qualified|reliable|friendly|driven|creative|energetic|ambitious|strong|great|superstar|rockstar|multi-faceted|professional|results-driven|detail-oriented|organi[sz]ed|full[- ]time|part[- ]time|permanent|new|additional|engagierte[nr]?|motivierte[nr]?|erfahrene[nr]?|zuverlässige[nr]?),?\\s+(?:and\\s+)?)+",
          Roles.FLAGS);
  private static final Pattern THE_POST =
      Pattern.compile(
          "(?:ideal |successful |right )?(?:candidate|applicant|company|team|role|position|incumbent|job|employee|person|department|organi[sz]ation|project|individual|post|group)s?",
          Roles.FLAGS);
  private static final Pattern SMALL_START =
      Pattern.compile("^(?:\\p{Ll}[\\p{L}-]*,?\\s)+(?=\\p{Lu}\\p{L}+\\s\\p{Lu})");
  private static final Pattern ARTICLE = Pattern.compile("^(?:an?|the)\\s", Roles.FLAGS);
  private static final Pattern VERB =
      Pattern.compile(
          "\\b(?:we|you|our|is|are|was|has|have|will|must|offers?|founded|join|your|who|greetings|dear|hello|wir|sie|ist|sind|nous|vous|est|sont)\\b",
          Roles.FLAGS);

  private final Taxonomy taxonomy;
  private final Headings headings;
  private final Breaks breaks;

  TitleFinder(Taxonomy taxonomy, Headings headings, Breaks breaks) {
    this.taxonomy = taxonomy;
    this.headings = headings;
    this.breaks = breaks;
  }

  String title(@Nullable String given, List<String> lines, List<Sentence> sentences) {
    return Optional.ofNullable(given)
        .map(this::clean)
        .filter(title -> !title.isEmpty())
        .or(() -> labelled(lines))
        .or(() -> firstLine(lines, true))
        .or(() -> sought(sentences, true))
        .or(() -> firstLine(lines, false))
        .or(() -> sought(sentences, false))
        .orElse(UNTITLED);
  }

  /// A title without decoration, place, company and gender marks; empty if nothing is left.
  String clean(String raw) {
    String title = raw.length() > 300 ? raw.substring(0, 300) : raw;
    title = DECORATION.matcher(title.replaceAll("\\s+", " ").strip()).replaceAll(" ").strip();
    var label = LABEL.matcher(title);
    if (label.matches()) {
      title = label.group("title");
    }
    title = RUN_IN.matcher(title).replaceFirst("");
    title = LEAD_IN.matcher(title).replaceFirst("");
    title = CODE.matcher(title).replaceAll(" ").strip();
    title = withoutPay(title);
    title = withoutTails(title);
    return title.replaceAll("\\s+", " ").replaceAll("^[\\s:,;!*-]+|[\\s:,;.!*–-]+$", "");
  }

  private boolean pays(String line) {
    var bare = withoutPay(line);
    return !bare.equals(line) && !bare.endsWith(".") && taxonomy.occupation(bare).isPresent();
  }

  private static String withoutPay(String title) {
    var bare = PAY.matcher(title).replaceAll(" ").strip();
    return bare.isEmpty() ? title : bare;
  }

  private String withoutTails(String raw) {
    String title = withoutCompany(raw);
    for (int i = 0; i < 4; i++) {
      String shorter = TAIL.matcher(title).replaceFirst("");
      var part = TAIL_PART.matcher(shorter);
      if (part.find()
          && part.start() > 2
          && !says(part.group("part"))
          && taxonomy.usualTitle(shorter).isEmpty()
          && (NOT_TITLE.matcher(part.group("part")).find()
              || says(shorter.substring(0, part.start())))) {
        shorter = shorter.substring(0, part.start());
      }
      if (shorter.isBlank() || shorter.equals(title)) {
        break;
      }
      title = shorter.strip();
    }
    return title;
  }

  // "Northford Ltd - Accountant - Aachen"
  private String withoutCompany(String title) {
    var head = HEAD_PART.matcher(title);
    return head.matches()
            && NOT_TITLE.matcher(head.group("part")).find()
            && !says(head.group("part"))
            && says(head.group("rest"))
        ? head.group("rest")
        : title;
  }

  private boolean says(String words) {
    return taxonomy.occupation(words).isPresent() || !taxonomy.mentions(words).isEmpty();
  }

  private Optional<String> labelled(List<String> lines) {
    return IntStream.range(0, Math.min(lines.size(), LABELLED_LINES))
        .mapToObj(
            i -> LABEL.matcher(i < FIRST_LINES ? lines.get(i).strip() : laterLabel(lines.get(i))))
        .filter(label -> label.matches() && label.group("title").length() < 90)
        .map(label -> clean(label.group("title")))
        .filter(title -> !title.isEmpty() && headings.section(title).isEmpty())
        .findFirst();
  }

  // At the foot of a post "Role: Customer Success, Service & Operations" is a rubric of the job
  // board.
  private static String laterLabel(String line) {
    return RUBRIC.matcher(line).find() ? "" : line.strip();
  }

  private Optional<String> firstLine(List<String> lines, boolean occupation) {
    return IntStream.range(0, Math.min(lines.size(), occupation ? FIRST_LINES : 2))
        .takeWhile(i -> !asks(lines.get(i)))
        .takeWhile(i -> !tasks(lines.get(i)))
        .filter(i -> !isWrapped(lines, i))
        .mapToObj(lines::get)
        .filter(line ->
            line.length() < 400 && looksLikeTitle(DECORATION.matcher(line).replaceAll(" ").strip()))
        .map(this::clean)
        .filter(title -> !title.isEmpty() && title.split(" ", -1).length <= MOST_WORDS)
        .filter(title -> occupation ? isOccupation(title) : !breaks.verb(first(title)))
        .findFirst();
  }

  // "Senior Consultant, Operations Transformation", "Engineer - Civil"
  private boolean isOccupation(String title) {
    int comma = title.indexOf(',');
    return taxonomy.occupation(title).isPresent()
        || taxonomy.usualTitle(title).isPresent()
        || (comma > 0 && taxonomy.occupation(title.substring(0, comma)).isPresent());
  }

  private static boolean tasks(String line) {
    return TASKS.matcher(line).find();
  }

  // Below "Requirements" stands what people learned, which is not yet what the post is called.
  private boolean asks(String line) {
    return headings.section(line).filter(ASKING::contains).isPresent();
  }

  // "A Public Relations Specialist uses various public / relations techniques": no title.
  private static boolean isWrapped(List<String> lines, int i) {
    boolean sentence = ARTICLE.matcher(lines.get(i).strip()).find();
    boolean goesOn =
        i + 1 < lines.size()
            && !lines.get(i + 1).isBlank()
            && Character.isLowerCase(lines.get(i + 1).strip().charAt(0));
    return sentence && goesOn;
  }

  private static String first(String title) {
    int space = title.indexOf(' ');
    return space < 0 ? title : title.substring(0, space);
  }

  private boolean looksLikeTitle(String line) {
    return line.length() >= 3
        && line.split("\\s+", -1).length <= MOST_WORDS + 4
        && (pays(line) || (!line.endsWith(".") && !MONEY.matcher(line).find()))
        && !LEAD_IN.matcher(line).replaceFirst("").contains(": ")
        && headings.section(line).isEmpty()
        && !VERB.matcher(LEAD_IN.matcher(line).replaceFirst("")).find();
  }

  private Optional<String> sought(List<Sentence> sentences, boolean occupation) {
    return sentences.stream()
        .limit(FIRST_SENTENCES)
        .flatMap(sentence -> sought(sentence.text()))
        .filter(title -> occupation ? taxonomy.occupation(title).isPresent() : plausible(title))
        .findFirst();
  }

  private Stream<String> sought(String sentence) {
    return Stream.of(SOUGHT, OPENING, AS, THE, WORKED)
        .map(pattern -> pattern.matcher(sentence))
        .filter(Matcher::find)
        .map(matcher -> fromSentence(matcher.group("title")))
        .filter(title -> !title.isEmpty());
  }

  private static boolean plausible(String title) {
    return !title.endsWith("ing")
        && title.split(" ", -1).length <= MOST_SOUGHT
        && !THE_POST.matcher(title).matches();
  }

  private String fromSentence(String words) {
    String title =
        SMALL_START.matcher(SENTENCE_TAIL.matcher(words.strip()).replaceFirst("")).replaceFirst("");
    return clean(Labels.capital(QUALITY.matcher(title).replaceFirst("")));
  }
}
