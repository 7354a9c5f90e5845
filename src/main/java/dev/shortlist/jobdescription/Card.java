package dev.shortlist.jobdescription;

import dev.shortlist.skills.Skill;
import dev.shortlist.skills.SkillMention;
import dev.shortlist.skills.Taxonomy;
import dev.shortlist.text.VisibleText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Puts together what the sentences ask for: one requirement for each thing, weighed against the
/// others.
final class Card {
  private static final int MOST = 120;

  private static final Pattern GENERAL_LICENCE =
      Pattern.compile(
          "(?:licen[cs]ed|registered|(?:an? )?(?:(?:valid|active|current|full|clean|state|professional) )*(?:licen[cs]e|registration))(?: to practi[cs]e.*)?",
          Roles.FLAGS);
  private static final Pattern OTHER_LICENCE =
      Pattern.compile(
          "driv|check|clearance|forklift|führer|permis de conduire|vehicle|disclosure",
          Roles.FLAGS);

  /// Skills and wordings that tell enough of the work.
  private static final int ENOUGH = 3;

  private final Taxonomy taxonomy;
  private final List<Dispute> disputes = new ArrayList<>();
  private final Map<String, Draft> drafts = new LinkedHashMap<>();

  /// The same thing asked for with different numbers of years.
  record Dispute(Sentence sentence, int years, int otherYears) {}

  Card(Taxonomy taxonomy) {
    this.taxonomy = taxonomy;
  }

  void add(Sentence sentence, Role role, Found found) {
    boolean implied = role == Role.DUTY || role == Role.PROSE;
    var importance =
        found.importance() == Importance.REQUIRED && (role == Role.WISH || implied)
            ? Importance.PREFERRED
            : found.importance();
    var draft = new Draft(sentence, found, importance, implied);
    draft.prose = role == Role.PROSE;
    var before = drafts.putIfAbsent(key(found.need()), draft);
    if (before != null) {
      merge(before, draft);
    } else if (drafts.size() > MOST) {
      drafts.remove(key(found.need()));
    }
  }

  /// What the title names is asked for, whether the text asks for it or only speaks of it.
  void addOfTitle(Sentence sentence, Found found) {
    boolean asked =
        drafts.values().stream()
            .anyMatch(draft ->
                !draft.implied
                    && skillsOf(draft.need).stream().anyMatch(skillsOf(found.need())::contains));
    if (!asked) {
      drafts.merge(
          key(found.need()),
          new Draft(sentence, found, Importance.REQUIRED, false),
          (before, named) -> {
            before.implied = false;
            before.prose = false;
            before.importance = Importance.REQUIRED;
            return before;
          });
    }
  }

  /// Leaves out what only the text before the headings names, such as the company's trade, where
  /// the rest of the text says enough.
  void dropProse() {
    long told =
        drafts.values().stream().filter(draft -> !draft.prose && technical(draft.need)).count();
    if (told >= ENOUGH) {
      drafts.values().removeIf(draft -> draft.prose && draft.importance != Importance.GATE);
    }
  }

  List<Dispute> disputes() {
    return disputes;
  }

  List<Requirement> requirements(VisibleText text, String title) {
    dropCovered();
    dropGeneralLicences();
    raiseImplied();
    addYears();
    var kept = new ArrayList<>(drafts.values());
    kept.sort(Comparator.comparingInt(draft -> draft.at));
    var weights = new Weighing(taxonomy, title).weights(kept);
    var requirements = new ArrayList<Requirement>();
    for (var draft : kept) {
      requirements.add(
          new Requirement(
              "r" + (requirements.size() + 1),
              draft.label,
              draft.need,
              draft.importance,
              weights.getOrDefault(draft, 1.0),
              text.passage(draft.sentence.start(), draft.sentence.end())));
    }
    return requirements;
  }

  private String key(Need need) {
    return switch (need) {
      case Need.Skill skill -> "skill " + new TreeSet<>(skill.anyOf());
      case Need.Experience experience -> "experience " + lower(experience.field());
      case Need.Degree degree ->
          "degree "
              + degree.level()
              + " "
              + degree.fields().stream().map(Card::lower).sorted().toList();
      case Need.Language language -> "language " + language.language();
      case Need.SoftSkill soft -> "soft " + soft.skill();
      case Need.Condition condition ->
          "condition "
              + condition.kind()
              + (condition.kind() == Need.Condition.Kind.LICENCE ? licence(condition.asked()) : "");
      case Need.Wording wording -> "wording " + lower(wording.asked());
    };
  }

  // "An active pharmacist licence" and "a licensed pharmacist" are one.
  private String licence(String asked) {
    var known =
        taxonomy.mentions(asked).stream()
            .map(SkillMention::skill)
            .filter(id -> taxonomy.find(id).orElseThrow().kind() == Skill.Kind.LICENCE)
            .collect(Collectors.toCollection(TreeSet::new));
    return known.isEmpty() ? lower(asked) : known.toString();
  }

  private static String lower(@Nullable String words) {
    return words == null ? "" : words.toLowerCase(Locale.ROOT);
  }

  private void merge(Draft before, Draft again) {
    before.units.addAll(again.units);
    before.prose &= again.prose;
    if (before.implied && !again.implied) {
      before.implied = false;
      before.importance = again.importance;
      before.sentence = again.sentence;
      before.at = again.at;
    }
    boolean equal = again.importance == before.importance;
    if (equal
        && years(again.need) != years(before.need)
        && years(again.need) * years(before.need) > 0) {
      disputes.add(new Dispute(again.sentence, years(before.need), years(again.need)));
    }
    boolean raised = stronger(again.importance, before.importance);
    if (raised) {
      before.importance = again.importance;
    }
    if ((equal || raised) && more(again.need, before.need)) {
      before.need = again.need;
      before.label = again.label;
    }
  }

  private static boolean stronger(Importance one, Importance other) {
    return one == Importance.REQUIRED && other == Importance.PREFERRED;
  }

  private static boolean more(Need one, Need other) {
    return switch (one) {
      case Need.Skill skill -> other instanceof Need.Skill before && skill.years() > before.years();
      case Need.Experience years ->
          other instanceof Need.Experience before && years.years() > before.years();
      case Need.Language language ->
          other instanceof Need.Language before
              && language.level() != null
              && before.level() == null;
      case Need.Degree degree ->
          other instanceof Need.Degree before && degree.orEquivalent() && !before.orEquivalent();
      case Need.SoftSkill _, Need.Condition _, Need.Wording _ -> false;
    };
  }

  // "Java or Kotlin" asks for nothing new where Java itself is asked for.
  private void dropCovered() {
    var single = new HashMap<String, Draft>();
    for (var draft : drafts.values()) {
      if (draft.need instanceof Need.Skill skill && skill.anyOf().size() == 1) {
        single.put(skill.anyOf().getFirst(), draft);
      }
    }
    drafts.values().removeIf(draft -> covered(draft, single));
  }

  private static boolean covered(Draft draft, Map<String, Draft> single) {
    if (!(draft.need instanceof Need.Skill group) || group.anyOf().size() < 2) {
      return false;
    }
    for (String skill : group.anyOf()) {
      var alone = single.get(skill);
      if (alone != null
          && !stronger(draft.importance, alone.importance)
          && alone.implied == draft.implied) {
        alone.units.addAll(draft.units);
        return true;
      }
    }
    return false;
  }

  // "Licensed to practise" says nothing new beside "an active pharmacist licence".
  private void dropGeneralLicences() {
    boolean special =
        drafts.values().stream()
            .anyMatch(
                draft -> isProfessional(draft) && !GENERAL_LICENCE.matcher(asked(draft)).matches());
    if (special) {
      drafts
          .values()
          .removeIf(draft -> isLicence(draft) && GENERAL_LICENCE.matcher(asked(draft)).matches());
    }
  }

  private static boolean isLicence(Draft draft) {
    return draft.need instanceof Need.Condition condition
        && condition.kind() == Need.Condition.Kind.LICENCE;
  }

  private static boolean isProfessional(Draft draft) {
    return isLicence(draft) && !OTHER_LICENCE.matcher(asked(draft)).find();
  }

  private static String asked(Draft draft) {
    return draft.need instanceof Need.Condition condition ? condition.asked() : "";
  }

  // A post that only describes the work asks for what the work takes.
  private void raiseImplied() {
    boolean asks =
        drafts.values().stream()
            .anyMatch(draft ->
                !draft.implied && draft.importance == Importance.REQUIRED && technical(draft.need));
    if (!asks) {
      drafts.values().stream()
          .filter(draft -> draft.implied)
          .forEach(draft -> draft.importance = Importance.REQUIRED);
    }
  }

  // "6+ years with Java" is experience too, where no other experience is asked for.
  private void addYears() {
    if (drafts.values().stream().anyMatch(draft -> draft.need instanceof Need.Experience)) {
      return;
    }
    drafts.values().stream()
        .filter(draft -> draft.importance == Importance.REQUIRED && years(draft.need) > 0)
        .reduce((one, other) -> years(other.need) > years(one.need) ? other : one)
        .ifPresent(this::addYears);
  }

  private void addYears(Draft longest) {
    var skill = (Need.Skill) longest.need;
    var names =
        skill.anyOf().stream().map(id -> taxonomy.find(id).map(Skill::name).orElse(id)).toList();
    int at = longest.at - longest.sentence.start() + 1;
    var need = new Need.Experience(skill.years(), Labels.skill(names, 0));
    var found = new Found(need, Labels.experience(need, "in"), at, at, Importance.REQUIRED);
    var ordered = new LinkedHashMap<String, Draft>();
    drafts.forEach((key, draft) -> {
      ordered.put(key, draft);
      if (draft == longest) {
        ordered.put(key(need), new Draft(longest.sentence, found, Importance.REQUIRED, false));
      }
    });
    drafts.clear();
    drafts.putAll(ordered);
  }

  static int years(Need need) {
    return switch (need) {
      case Need.Experience experience -> experience.years();
      case Need.Skill skill -> skill.years();
      case Need.Degree _, Need.Language _, Need.SoftSkill _, Need.Condition _, Need.Wording _ -> 0;
    };
  }

  static boolean technical(Need need) {
    return need instanceof Need.Skill || need instanceof Need.Wording;
  }

  static Set<String> skillsOf(Need need) {
    return need instanceof Need.Skill skill ? Set.copyOf(skill.anyOf()) : Set.of();
  }
}
