package dev.shortlist.match;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.shortlist.jobdescription.Importance;
import dev.shortlist.jobdescription.Need;
import dev.shortlist.jobdescription.Requirement;
import dev.shortlist.profile.SkillUse;
import dev.shortlist.skills.Skill;
import dev.shortlist.skills.SkillMention;
import dev.shortlist.skills.Taxonomy;
import dev.shortlist.text.Passage;
import java.util.List;
import java.util.regex.Pattern;

/// Licences, registrations and admissions that a post makes a condition. Who shows one earns points
/// for it; who names none is not known to lack it.
final class Licences {
  /// Against the heaviest skill asked for.
  static final double WEIGHT = 0.6;

  /// All telling words of what is asked for, in one line.
  private static final double ALL_WORDS = 0.79;

  /// Enough of the words where the taxonomy knows no such licence.
  private static final double MOST_WORDS = 0.5;

  /// What others find out about a person is not on a CV.
  private static final Pattern CHECK =
      Pattern.compile(
          "(?i)check|clearance|disclosure|fingerprint|criminal|führungszeugnis|casier|background");

  /// Most people who drive do not say so.
  private static final Pattern COMMON =
      Pattern.compile(
          "(?i)^(?!.*(?:commercial|class|category|cdl|hgv|lgv|pcv|c\\+e|heavy)).*(?:driv|führerschein|permis de conduire|carnet de conducir)");

  /// What a place that names a licence shows of it: a list of licences shows that it is held, an
  /// account of the work may speak of somebody else's.
  private static final double LISTED = 0.9;

  private static final double IN_WORK = 0.5;

  /// What is left of it where the line says that it is not held.
  private static final double NOT_YET = 0.3;

  private static final Pattern NOT_HELD =
      Pattern.compile(
          "(?i)\\b(?:appl(?:ied|ying|ication)|pending|(?:a)?waiting|in (?:progress|preparation)|prepar(?:ing|ation)|not yet|scheduled|working towards?|pursuing|studying|expected|eligib\\w+|candidate|under the|supervision|expired|lapsed|no (?:\\w+ ){0,3}(?:required|needed))\\b");

  /// What says the same also of a permit, in any of the languages of CVs; of a permit `eligible`
  /// says that nothing is missing.
  private static final Pattern PENDING =
      Pattern.compile(
          "(?iu)(?<!\\p{L})(?:applied for|application (?:is )?(?:pending|made|submitted)|pending|awaiting|not yet|expired|lapsed|beantragt|in bearbeitung|ausstehend|noch nicht|abgelaufen|demandée?|en cours(?! de validité)|en attente|pas encore|expirée?)(?!\\p{L})");

  static final String NOT_HELD_WORDS = "The CV names it as not held yet, or no more.";

  private final Taxonomy taxonomy;
  private final SkillFinder skills;
  private final WordingFinder wordings;
  private final Cache<String, List<String>> known = Caffeine.newBuilder().maximumSize(2000).build();

  Licences(Taxonomy taxonomy, SkillFinder skills, WordingFinder wordings) {
    this.taxonomy = taxonomy;
    this.skills = skills;
    this.wordings = wordings;
  }

  /// Whether it is a condition that a CV can show, and that the taxonomy knows.
  boolean isShowable(Requirement requirement) {
    return requirement.importance() == Importance.GATE
        && requirement.need() instanceof Need.Condition condition
        && condition.kind() == Need.Condition.Kind.LICENCE
        && !CHECK.matcher(condition.asked()).find()
        && !COMMON.matcher(condition.asked()).find()
        && !known(condition).isEmpty();
  }

  private List<String> known(Need.Condition condition) {
    return known.get(condition.asked(), this::licencesIn);
  }

  private List<String> licencesIn(String asked) {
    return taxonomy.mentions(asked).stream()
        .map(SkillMention::skill)
        .filter(this::isLicence)
        .distinct()
        .toList();
  }

  Finding find(Need.Condition need, Seen seen) {
    var known = known(need);
    var words = wordings.find(new Need.Wording(Gates.cut(need.asked())), seen);
    var named = known.isEmpty() ? none() : skills.named(new Need.Skill(known, 0), seen);
    boolean telling = words.share() >= (known.isEmpty() ? MOST_WORDS : ALL_WORDS);
    return telling ? named.orBetter(held(words, seen)) : named;
  }

  private static Finding held(Finding words, Seen seen) {
    boolean held = words.evidence().stream().allMatch(one -> isHeld(one.passage(), seen));
    return held ? words : new Finding(words.share() * NOT_YET, words.evidence(), NOT_HELD_WORDS);
  }

  /// Whether the line does not say that it is still to come, or past.
  static boolean isHeld(Passage passage, Seen seen) {
    int line = seen.text().lineAt(passage.start());
    return !NOT_HELD.matcher(seen.text().lines().get(line).text()).find();
  }

  /// Whether the line that shows it best says that it is still to come, or past.
  static boolean isPending(Finding finding, Seen seen) {
    return finding.evidence().stream()
        .limit(1)
        .map(one -> seen.text().lineAt(one.passage().start()))
        .anyMatch(line -> PENDING.matcher(seen.text().lines().get(line).text()).find());
  }

  /// How far a place that names a licence shows that it is held, 0 to 1.
  static double shown(SkillUse.Mention mention, Seen seen) {
    double place = mention.place() == SkillUse.Place.WORK ? IN_WORK : LISTED;
    return isHeld(mention.passage(), seen) ? place : place * NOT_YET;
  }

  private boolean isLicence(String skill) {
    return taxonomy.find(skill).filter(one -> one.kind() == Skill.Kind.LICENCE).isPresent();
  }

  private static Finding none() {
    return Finding.none("The CV does not name it or anything near it.");
  }
}
