package dev.shortlist.jobdescription;

import dev.shortlist.text.VisibleText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Finds what a job description should not ask, or not in these words.
final class ConcernFinder {
  private static final int BEYOND_ENTRY = 3;
  private static final int MANY_MUSTS = 20;
  private static final int MOST = 60;
  private static final Pattern EQUAL_CHANCES =
      Pattern.compile(
          "equal[- ]opportunit|equal employment|discriminat|regardless|without regard|irrespective|protected (?:veteran|class|by)|encouraged to apply|all qualified applicants|welcomes? (?:all|applica)|accommodation|gleichstellung|unabhängig von|ungeachtet|schwerbehindert|égalité|indépendamment|sans distinction",
          Roles.FLAGS);
  private static final Pattern EMPLOYER =
      Pattern.compile(
          "\\b(?:competitive (?:nature|spirit|streak)|health (?:insurance|care|benefits)|competitively)\\b",
          Roles.FLAGS);
  private static final Pattern NO_DEGREE =
      Pattern.compile(
          "\\bno (?:degree|formal (?:education|qualifications?|degree)) (?:is )?(?:required|needed|necessary)|\\b(?:degree|diploma) (?:is )?(?:not|n['’]est pas) (?:required|necessary|needed)|\\bwithout a degree\\b|\\bkein (?:studium|abschluss) (?:erforderlich|nötig|notwendig)|\\bsans diplôme\\b",
          Roles.FLAGS);
  // "Recruit applicants to fill entry-level openings" is a task.
  private static final Pattern HIRING =
      Pattern.compile("\\b(?:fill|recruit(?:ing)?|hire|hiring|interview(?:ing)?)\\b", Roles.FLAGS);
  private static final Pattern ENTRY =
      Pattern.compile(
          "\\b(?:entry[- ]level|no (?:prior |previous |work )?experience (?:is )?(?:required|needed|necessary)|junior|trainee|beginners?|berufseinsteiger\\w*|berufsanfänger\\w*|ohne berufserfahrung|débutante?s? acceptée?s?|keine (?:berufs)?erfahrung (?:nötig|erforderlich))\\b",
          Roles.FLAGS);
  private static final Pattern SENIOR =
      Pattern.compile("\\b(?:senior|seasoned|veteran|expert[- ]level|head of)\\b", Roles.FLAGS);
  private static final Pattern THE_POST =
      Pattern.compile(
          "\\b(?:position|role|post|opportunity|job|stelle|poste|developer|engineer|you|we are looking|seeking|required|needed|experience|berufserfahrung|erfahrung|débutant)",
          Roles.FLAGS);

  private record Rule(Concern.Kind kind, Pattern words, String advice) {}

  private final List<Rule> rules = new ArrayList<>();

  ConcernFinder() {
    for (String line : Resources.lines("concerns.tsv")) {
      var cells = line.split("\t", 3);
      rules.add(new Rule(Concern.Kind.valueOf(cells[0]), Roles.words(List.of(cells[1])), cells[2]));
    }
  }

  boolean unlawful(String text) {
    return rules.stream()
        .anyMatch(
            rule -> rule.kind() == Concern.Kind.UNLAWFUL && rule.words().matcher(text).find());
  }

  List<Concern> in(
      VisibleText text,
      List<Sentence> sentences,
      String title,
      List<Requirement> requirements,
      List<Card.Dispute> disputes) {
    var concerns = new ArrayList<Concern>();
    var said = new HashSet<String>();
    for (var sentence : sentences) {
      if (EQUAL_CHANCES.matcher(sentence.text()).find()) {
        continue;
      }
      for (var rule : rules) {
        var matcher = rule.words().matcher(sentence.text());
        if (matcher.find()
            && concerns.size() < MOST
            && said.add(rule.advice() + matcher.group().toLowerCase(Locale.ROOT))
            && !EMPLOYER.matcher(sentence.text()).find()) {
          var passage =
              text.passage(sentence.start() + matcher.start(), sentence.start() + matcher.end());
          concerns.add(new Concern(rule.kind(), passage, rule.advice()));
        }
      }
    }
    concerns.addAll(contradictions(text, sentences, title, requirements));
    disputes.forEach(dispute -> concerns.add(disputed(text, dispute)));
    tooMany(requirements, concerns);
    concerns.sort(Comparator.comparingInt(concern -> concern.passage().start()));
    return concerns;
  }

  private static List<Concern> contradictions(
      VisibleText text, List<Sentence> sentences, String title, List<Requirement> requirements) {
    var concerns = new ArrayList<Concern>();
    levels(text, sentences, title, requirements, concerns);
    degrees(text, sentences, requirements, concerns);
    return concerns;
  }

  private static void levels(
      VisibleText text,
      List<Sentence> sentences,
      String title,
      List<Requirement> requirements,
      List<Concern> concerns) {
    var titled = ENTRY.matcher(title).find();
    var entry = sentences.stream().filter(ConcernFinder::isEntry).findFirst();
    if (!titled && entry.isEmpty()) {
      return;
    }
    for (var requirement : requirements) {
      if (requirement.importance() == Importance.REQUIRED
          && Card.years(requirement.need()) >= BEYOND_ENTRY) {
        concerns.add(
            new Concern(
                Concern.Kind.CONTRADICTORY,
                requirement.passage(),
                "A post for beginners cannot ask for %s years: correct the level or the years."
                    .formatted(Card.years(requirement.need()))));
        return;
      }
    }
    if (SENIOR.matcher(title).find() && entry.isPresent()) {
      concerns.add(
          new Concern(
              Concern.Kind.CONTRADICTORY,
              text.passage(entry.get().start(), entry.get().end()),
              "The title says senior and this says beginner: decide on one level."));
    }
  }

  private static boolean isEntry(Sentence sentence) {
    return sentence.section() != Section.BENEFITS
        && Pattern.compile(
                "entry[- ]level|no (?:prior |previous |work )?experience|ohne berufserfahrung|berufseinsteiger|débutante?s? acceptée?s?|keine (?:berufs)?erfahrung",
                Roles.FLAGS)
            .matcher(sentence.text())
            .find()
        && THE_POST.matcher(sentence.text()).find()
        && !HIRING.matcher(sentence.text()).find();
  }

  private static void degrees(
      VisibleText text,
      List<Sentence> sentences,
      List<Requirement> requirements,
      List<Concern> concerns) {
    boolean asked =
        requirements.stream()
            .anyMatch(one ->
                one.importance() == Importance.REQUIRED
                    && one.need() instanceof Need.Degree degree
                    && !degree.orEquivalent());
    if (!asked) {
      return;
    }
    sentences.stream()
        .filter(sentence -> NO_DEGREE.matcher(sentence.text()).find())
        .findFirst()
        .ifPresent(sentence ->
            concerns.add(
                new Concern(
                    Concern.Kind.CONTRADICTORY,
                    text.passage(sentence.start(), sentence.end()),
                    "A degree is required in one place and not in another: decide, or write \"or equivalent experience\".")));
  }

  private static Concern disputed(VisibleText text, Card.Dispute dispute) {
    return new Concern(
        Concern.Kind.CONTRADICTORY,
        text.passage(dispute.sentence().start(), dispute.sentence().end()),
        "Asked for with %s years before and with %s here: decide on one number."
            .formatted(dispute.years(), dispute.otherYears()));
  }

  private static void tooMany(List<Requirement> requirements, List<Concern> concerns) {
    var musts =
        requirements.stream()
            .filter(one -> one.importance() == Importance.REQUIRED && Card.technical(one.need()))
            .toList();
    if (musts.size() > MANY_MUSTS) {
      concerns.add(
          new Concern(
              Concern.Kind.UNCLEAR,
              musts.get(MANY_MUSTS).passage(),
              "The post asks for %s skills, and hardly anybody has all: mark those that decide as required and the rest as welcome."
                  .formatted(musts.size())));
    }
  }
}
