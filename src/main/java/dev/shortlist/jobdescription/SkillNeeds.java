package dev.shortlist.jobdescription;

import dev.shortlist.skills.Skill;
import dev.shortlist.skills.SkillMention;
import dev.shortlist.skills.Taxonomy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Skills, tools, tasks, soft skills and certificates a sentence asks for, as the taxonomy names
/// them.
final class SkillNeeds {
  /// Licences to practise are gates; certificates of knowledge are skills that earn points.
  private static final Pattern PERMIT =
      Pattern.compile(
          "licen[cs]|permit|registration|registered|admission|clearance|approbation|führerschein",
          Roles.FLAGS);

  private static final Pattern LETTER = Pattern.compile("\\p{L}");
  private static final Pattern TOWARDS =
      Pattern.compile(
          "\\s*(?:of\\s+)?(?:(?:full[- ]time|relevant|related|proven|demonstrated|professional|practical|hands[- ]on|solid|strong|previous|prior|recent|direct|total|overall|commercial|industry|working|work|software|web|development|programming|engineering|einschlägige|praktische|\\p{L}+ing)\\s+){0,5}(?:experience|expertise|knowledge|background|erfahrung|berufserfahrung|expérience)?\\s*(?:with|in|using|on|of|working with|working in|programming in|developing in|developing with|mit|im umgang mit|avec|en|sur|de|d['’])?\\s*(?:(?:\\p{L}|-)+\\s+){0,2}?[\"'(:]?\\s*",
          Roles.FLAGS);
  private static final Pattern BETWEEN_SKILL_AND_YEARS =
      Pattern.compile(
          "\\s*[(:,–-]?\\s*(?:\\(|for |min(?:imum|\\.)?|at least|mindestens|mind\\.|au moins|\\s)*",
          Roles.FLAGS);
  private static final Pattern EXAMPLE_OF =
      Pattern.compile(
          "\\s*(?:[(,:]|,?\\s*(?:such as|like|e\\.g\\.|wie|z\\. ?b\\.|comme|tel(?:le)?s? que|including|preferably|ideally))*\\s*",
          Roles.FLAGS);

  private final Taxonomy taxonomy;

  SkillNeeds(Taxonomy taxonomy) {
    this.taxonomy = taxonomy;
  }

  List<Found> in(String text, List<Years> years, Emphasis emphasis) {
    var soft = new ArrayList<SkillMention>();
    var hard = new ArrayList<SkillMention>();
    for (var mention : taxonomy.mentions(text)) {
      var kind = taxonomy.find(mention.skill()).map(Skill::kind);
      if (kind.isPresent()
          && !meansAnother(text, mention)
          && LETTER.matcher(text).region(mention.start(), mention.end()).find()) {
        (kind.get() == Skill.Kind.SOFT ? soft : hard).add(mention);
      }
    }
    var found = new ArrayList<Found>();
    for (var mention : soft) {
      found.add(
          found(
              new Need.SoftSkill(mention.skill()),
              name(mention.skill()),
              List.of(mention),
              emphasis));
    }
    var asked = yearsOf(text, hard, years, emphasis);
    var groups = Alternatives.of(text, hard);
    for (var group : groups) {
      if (!introduces(text, group, groups)) {
        found.add(hard(text, group, asked, emphasis));
      }
    }
    return found;
  }

  /// The tools a title names: "ASP.NET developer".
  List<Found> tools(String title) {
    return in(title, List.of(), Emphasis.of(title)).stream()
        .filter(found ->
            found.need() instanceof Need.Skill need && need.anyOf().stream().allMatch(this::isTool))
        .toList();
  }

  // "Area Development Program (ADP)" names no software for payrolls.
  private boolean meansAnother(String text, SkillMention mention) {
    var words = Acronyms.explained(text, mention.start(), mention.end());
    if (words.isEmpty()) {
      return false;
    }
    var skill = taxonomy.find(mention.skill()).orElseThrow();
    var names = (skill.name() + " " + skill.aliases()).toLowerCase(Locale.ROOT);
    return words.stream().noneMatch(word -> word.length() > 3 && names.contains(word));
  }

  /// Whether the years of `years` are about the tools in `found` rather than about work at large.
  static boolean counted(Years years, List<Found> found, String text) {
    return found.stream()
        .anyMatch(one ->
            one.need() instanceof Need.Skill skill
                && skill.years() > 0
                && (reaches(text, years.end(), one.start())
                    || reachesBack(text, one.end(), years.start())));
  }

  private Found hard(
      String text, List<SkillMention> group, Map<SkillMention, Integer> asked, Emphasis emphasis) {
    Set<String> ids = new LinkedHashSet<>();
    group.forEach(mention -> ids.add(mention.skill()));
    var names = ids.stream().map(this::name).distinct().toList();
    int years = group.stream().mapToInt(mention -> asked.getOrDefault(mention, 0)).max().orElse(0);
    var first = group.getFirst();
    if (permit(group, text) && !emphasis.welcomeAt(first.start())) {
      return new Found(
          new Need.Condition(
              Need.Condition.Kind.LICENCE, text.substring(first.start(), group.getLast().end())),
          Labels.skill(names, 0),
          first.start(),
          group.getLast().end(),
          Importance.GATE);
    }
    return found(
        new Need.Skill(List.copyOf(ids), years), Labels.skill(names, years), group, emphasis);
  }

  private boolean permit(List<SkillMention> group, String text) {
    return group.stream()
        .allMatch(mention ->
            taxonomy.find(mention.skill()).orElseThrow().kind() == Skill.Kind.LICENCE
                && (PERMIT.matcher(name(mention.skill())).find()
                    || PERMIT.matcher(text.substring(mention.start(), mention.end())).find()));
  }

  private static Found found(Need need, String label, List<SkillMention> group, Emphasis emphasis) {
    int start = group.getFirst().start();
    var importance = emphasis.welcomeAt(start) ? Importance.PREFERRED : Importance.REQUIRED;
    return new Found(need, label, start, group.getLast().end(), importance);
  }

  // "a relational database such as PostgreSQL or MySQL" asks for the examples, not for both.
  private boolean introduces(
      String text, List<SkillMention> group, List<List<SkillMention>> groups) {
    int next = groups.indexOf(group) + 1;
    if (group.size() > 1 || next >= groups.size()) {
      return false;
    }
    var general = group.getFirst();
    var examples = groups.get(next);
    String gap =
        text.substring(general.end(), Math.max(general.end(), examples.getFirst().start()));
    return !gap.isBlank()
        && gap.length() < 30
        && !gap.strip().equals(",")
        && EXAMPLE_OF.matcher(gap).matches()
        && examples.stream().allMatch(example -> isKindOf(example.skill(), general.skill()));
  }

  private boolean isKindOf(String narrow, String broad) {
    return taxonomy.find(narrow).map(Skill::parents).orElse(List.of()).contains(broad);
  }

  private Map<SkillMention, Integer> yearsOf(
      String text, List<SkillMention> hard, List<Years> years, Emphasis emphasis) {
    var asked = new HashMap<SkillMention, Integer>();
    for (var span : years) {
      for (int i = 0; i < hard.size(); i++) {
        var mention = hard.get(i);
        if (reachesBack(text, mention.end(), span.start()) && tool(mention)) {
          asked.merge(mention, span.least(), Math::max);
          break;
        }
        if (mention.start() >= span.end()) {
          if (reaches(text, span.end(), mention.start())) {
            ask(text, hard, i, span.least(), asked, emphasis);
          }
          break;
        }
      }
    }
    return asked;
  }

  private void ask(
      String text,
      List<SkillMention> hard,
      int first,
      int years,
      Map<SkillMention, Integer> asked,
      Emphasis emphasis) {
    int end = Alternatives.listEnd(text, hard, first);
    if (hard.subList(first, end).stream().noneMatch(this::tool)) {
      return;
    }
    for (var mention : hard.subList(first, end)) {
      if (emphasis.welcomeAt(mention.start()) == emphasis.welcomeAt(hard.get(first).start())) {
        asked.merge(mention, years, Math::max);
      }
    }
  }

  private static boolean reaches(String text, int yearsEnd, int skillStart) {
    return skillStart >= yearsEnd
        && skillStart - yearsEnd <= 70
        && TOWARDS.matcher(text).region(yearsEnd, skillStart).matches();
  }

  private static boolean reachesBack(String text, int skillEnd, int yearsStart) {
    return skillEnd <= yearsStart
        && yearsStart - skillEnd <= 25
        && BETWEEN_SKILL_AND_YEARS.matcher(text).region(skillEnd, yearsStart).matches()
        && text.substring(skillEnd, yearsStart).matches("(?s).*[(:–-].*");
  }

  private boolean tool(SkillMention mention) {
    return isTool(mention.skill());
  }

  private boolean isTool(String skill) {
    return taxonomy.find(skill).orElseThrow().kind() == Skill.Kind.TOOL;
  }

  private String name(String id) {
    return taxonomy.find(id).map(Skill::name).orElse(id);
  }
}
