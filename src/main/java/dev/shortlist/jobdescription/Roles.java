package dev.shortlist.jobdescription;

import java.util.List;
import java.util.regex.Pattern;

/// Tells what a sentence is there for from its section and the words in it.
final class Roles {
  static final int FLAGS =
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

  private static final Pattern IF_REQUIRED =
      Pattern.compile(
          "\\b(?:as|when|if|where|whenever)(?: and when)? (?:required|needed|necessary|appropriate)(?: by)?\\b"
              + "|\\bminimum (?:wage|order)|\\bat least once\\b",
          FLAGS);
  private static final Pattern WORK_IS =
      Pattern.compile(
          "^(?:the |your )?(?:scope of (?:the )?(?:work|role)|(?:essential |main |key |typical |daily |day[- ]to[- ]day )?(?:duties|tasks|responsibilities|job duties))(?: (?:and|&) \\p{L}+)?(?: (?:of this (?:position|role|job)|will))? (?:includes?|are|comprises?|encompass(?:es)?)\\b",
          FLAGS);
  private static final Pattern JOIN = Pattern.compile("^join (?:an?|our|the|us|this)\\b", FLAGS);
  private static final Pattern NEW_CHANCE = Pattern.compile("\\bexperience the\\b", FLAGS);

  private static final Pattern US =
      Pattern.compile(
          "^(?:our|we|(?:this|the) (?:company|organi[sz]ation|firm|agency)|at [^,]{2,40}, we|as an? [^,]{2,80}, we|wir|unsere?|nous|notre|nos|somos|nuestr[oa]s?)\\b",
          Roles.FLAGS);
  private static final Pattern YOU =
      Pattern.compile(
          "\\b(?:you|your|candidates?|applicants?|must|requir\\p{L}+|need|seek\\p{L}*|looking|expect|ask|want|sie|ihre?n?|du|deine?|suchen|erwarten|vous|votre|cherchons|recherchons|tú?|usted|buscamos|busca|candidat[oa]s?)\\b",
          Roles.FLAGS);
  private static final Pattern NOT_MUST =
      Pattern.compile(
          "\\b(?:not|nicht|pas)\\b|\\d|\\b(?:minimum|at least|mindestens|au moins)\\b",
          Roles.FLAGS);

  private static final Pattern CHARGE =
      Pattern.compile(
          "^(?:the |this |your |our )?(?:[\\p{L}/&-]+ ){1,6}(?:is|are|will be) (?:\\p{L}+ly |also )?responsible for\\b",
          FLAGS);

  // "We are seeking a qualified electrician to join our plant" says what the post is.
  private static final Pattern SOUGHT =
      Pattern.compile(
          "^(?:we|our client|the \\p{L}+|\\p{Lu}[\\p{L}&.' -]{1,40}|company) (?:are|is|have|has)? ?(?:currently |now |urgently |actively )?(?:seeking|looking (?:for|to (?:hire|appoint|recruit|employ|add))|hiring|recruiting|inviting applications|requires?|an? (?:urgent |immediate |exciting )*(?:opening|opportunity|vacancy|requirement))\\b",
          FLAGS);
  private static final Pattern NEED =
      Pattern.compile(
          "\\d|\\b(?:experience|exp|degree|diploma|knowledge|skills?|licen[cs]ed?|certifi\\p{L}+|registered|fluent|proficien\\p{L}+|able to|ability|background|who|with an?)\\b",
          FLAGS);

  private static final Pattern WE_ARE =
      Pattern.compile(
          "^(?:we are|we['’]re|wir sind|nous sommes|somos) (?:an?|the|one|eine?|der|die|das|une?|la|le|el)\\b",
          FLAGS);
  private static final Pattern PERSON =
      Pattern.compile(
          "^(?:(?:must|should|good to|nice to) have\\b|(?:good|strong|excellent|sound|proven|solid|hands[- ]on|in-depth) (?:[\\p{L}-]+ ){0,3}(?:knowledge|understanding|experience|exp|skills?|command|proficiency|background)\\b"
              + "|you (?:have|know|hold|possess|speak|bring|are an? (?:qualified|registered|licen[cs]ed|certified|experienced))\\b"
              + "|(?:an? |the )?(?:\\p{L}+['’]?s? ){0,2}(?:degree|diploma|certification|licen[cs]e)\\b"
              + "|(?:knowledge|understanding|command|proficiency|fluency|experience|expertise|familiarity) (?:of|in|with)\\b"
              + "|(?:at least|minimum(?: of)?) (?:\\d|one|two|three|four|five)|\\d{1,2}\\+? (?:years|yrs)\\b)",
          FLAGS);
  private static final Pattern WELCOME =
      Pattern.compile(
          "\\b(?:helpful|preferred|desirable|desired|(?:a|big) plus|an? (?:advantage|asset|bonus)|beneficial)[.!]?$",
          FLAGS);

  private final Pattern must;
  private final Pattern ask;
  private final Pattern duty;
  private final Pattern company;
  private final Pattern benefits;
  private final Pattern apply;
  private final Pattern legal;
  private final Pattern fact;
  private final Breaks breaks;

  Roles(Breaks breaks) {
    var lines = Resources.lines("cues.tsv");
    this.must = cues(lines, "must");
    this.ask = cues(lines, "ask");
    this.duty = cues(lines, "duty");
    this.company = cues(lines, "company");
    this.benefits = cues(lines, "benefits");
    this.apply = cues(lines, "apply");
    this.legal = cues(lines, "legal");
    this.fact = cues(lines, "fact");
    this.breaks = breaks;
  }

  Role of(Sentence sentence) {
    String words = IF_REQUIRED.matcher(sentence.text()).replaceAll("");
    if (legal.matcher(words).find() || fact.matcher(words).find() || ofUs(sentence, words)) {
      return Role.OTHER;
    }
    return switch (sentence.section()) {
      case REQUIRED ->
          apply.matcher(words).find() || offers(sentence, words) ? Role.OTHER : Role.ASK;
      case PREFERRED ->
          must.matcher(words).find() && !NOT_MUST.matcher(words).find()
              ? Role.ASK
              : apply.matcher(words).find() || offers(sentence, words) ? Role.OTHER : Role.WISH;
      case DUTIES ->
          chatter(sentence, words)
              ? Role.OTHER
              : WORK_IS.matcher(words).find()
                  ? Role.DUTY
                  : must(words) || isAboutThePerson(words) ? Role.ASK : Role.DUTY;
      case CONDITIONS -> must(words) ? Role.ASK : Role.OTHER;
      case INTRODUCTION -> inProse(sentence, words);
      case COMPANY, APPLY, BENEFITS ->
          demands(words) ? Role.ASK : doing(words) ? Role.DUTY : Role.OTHER;
      case LEGAL, FACTS -> Role.OTHER;
    };
  }

  private Role inProse(Sentence sentence, String words) {
    if (chatter(sentence, words)) {
      return Role.OTHER;
    }
    if (WORK_IS.matcher(words).find() || isCharge(words)) {
      return Role.DUTY;
    }
    if (SOUGHT.matcher(words).find() && !NEED.matcher(words).find()) {
      return Role.PROSE;
    }
    if (must.matcher(words).find() || ask.matcher(words).find()) {
      return Role.ASK;
    }
    if (duty.matcher(words).find() || doing(words)) {
      return Role.DUTY;
    }
    return company.matcher(words).find() ? Role.OTHER : Role.PROSE;
  }

  // "The registrar is responsible for registration and loans" asks for neither.
  private boolean isCharge(String words) {
    return CHARGE.matcher(words).find() && !must.matcher(words).find();
  }

  /// Whether the words ask something of the person, wherever they stand.
  boolean asks(String words) {
    return must.matcher(words).find() || ask.matcher(words).find();
  }

  // "Reports are required monthly" is a duty; "a valid licence is required" is not.
  private boolean must(String words) {
    return must.matcher(words).find() && ask.matcher(words).find();
  }

  // Posts in one block of prose come to the person without a heading.
  private static boolean isAboutThePerson(String words) {
    return PERSON.matcher(words).find() || WELCOME.matcher(words).find();
  }

  private boolean demands(String words) {
    return must(words) && !benefits.matcher(words).find() && !company.matcher(words).find();
  }

  private boolean doing(String words) {
    int space = words.indexOf(' ');
    return space > 0
        && words.length() > 25
        && breaks.verb(words.substring(0, space))
        && !apply.matcher(words).find()
        && !benefits.matcher(words).find();
  }

  // Below "Preferred" the last bullet is often followed by praise of the house without a heading.
  private boolean ofUs(Sentence sentence, String words) {
    boolean listed =
        sentence.section() == Section.REQUIRED || sentence.section() == Section.PREFERRED;
    return listed
        && !sentence.bullet()
        && (ofUs(words) || praise(words) || JOIN.matcher(words).find());
  }

  private boolean praise(String words) {
    return company.matcher(words).find()
        && !YOU.matcher(words).find()
        && !ask.matcher(words).find();
  }

  /// Whether a sentence is about the employer: "We ..." and nothing about "you".
  static boolean ofUs(String words) {
    return US.matcher(words).find() && !YOU.matcher(words).find();
  }

  private boolean chatter(Sentence sentence, String words) {
    if (sentence.bullet()) {
      return apply.matcher(words).find() && !ask.matcher(words).find();
    }
    boolean praise = company.matcher(words).find() || NEW_CHANCE.matcher(words).find();
    return apply.matcher(words).find()
        || WE_ARE.matcher(words).find()
        || (praise && !must.matcher(words).find())
        || offers(sentence, words);
  }

  private boolean offers(Sentence sentence, String words) {
    return !sentence.bullet()
        && benefits.matcher(words).find()
        && !must.matcher(words).find()
        && !duty.matcher(words).find();
  }

  private static Pattern cues(List<String> lines, String kind) {
    String start = kind + "\t";
    return words(
        lines.stream()
            .filter(line -> line.startsWith(start))
            .map(line -> line.substring(start.length()))
            .toList());
  }

  static Pattern words(List<String> alternatives) {
    return Pattern.compile("(?<!\\w)(?:" + String.join("|", alternatives) + ")(?!\\w)", FLAGS);
  }
}
