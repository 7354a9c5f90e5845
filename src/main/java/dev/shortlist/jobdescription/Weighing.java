package dev.shortlist.jobdescription;

import dev.shortlist.skills.SkillMention;
import dev.shortlist.skills.Taxonomy;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Weighs requirements against those of the same dimension; the heaviest weighs 1, or 0.5 where
/// only the description of the work names it.
///
/// weight = importance x position x repetition x specificity, with
/// - importance: required 1, preferred 0.4; named only by the description of the work 0.5 of that
/// - position: from 1 for the first of its dimension down to 0.85 for the last, in equal steps
/// - repetition: 1, and 0.25 more for each further sentence that names it, 1.75 at most; a skill in
///   the title counts as two more
/// - specificity: skills with years 1.25, other skills 1, what the taxonomy does not know and
///   languages 0.8, what nearly everybody can do 0.4
///
/// A gate weighs 1 and earns nothing, but for licences, which the matcher weighs.
final class Weighing {
  private static final double PREFERRED = 0.4;
  private static final double IMPLIED = 0.5;
  private static final double LAST = 0.85;
  private static final double AGAIN = 0.25;
  private static final double MOST_REPEATED = 1.75;
  private static final Set<String> COMMON = Set.copyOf(Resources.lines("common-skills.txt"));

  private enum Dimension {
    TECHNICAL,
    EXPERIENCE,
    EDUCATION,
    SOFT,
    GATE
  }

  private final Set<String> inTitle;

  Weighing(Taxonomy taxonomy, String title) {
    this.inTitle =
        taxonomy.mentions(title).stream().map(SkillMention::skill).collect(Collectors.toSet());
  }

  Map<Draft, Double> weights(List<Draft> drafts) {
    var count = new EnumMap<Dimension, Integer>(Dimension.class);
    drafts.forEach(draft -> count.merge(dimension(draft), 1, Integer::sum));
    var seen = new EnumMap<Dimension, Integer>(Dimension.class);
    var largest = new EnumMap<Dimension, Double>(Dimension.class);
    var raw = new IdentityHashMap<Draft, Double>();
    for (var draft : drafts) {
      var dimension = dimension(draft);
      int rank = seen.merge(dimension, 1, Integer::sum) - 1;
      double weight =
          importance(draft)
              * position(rank, count.getOrDefault(dimension, 1))
              * repetition(draft)
              * specificity(draft.need);
      raw.put(draft, weight);
      boolean told = draft.implied && !isInTitle(draft);
      largest.merge(dimension, told ? weight / IMPLIED : weight, Math::max);
    }
    var weights = new IdentityHashMap<Draft, Double>();
    for (var draft : drafts) {
      double share = raw.getOrDefault(draft, 1.0) / largest.getOrDefault(dimension(draft), 1.0);
      weights.put(
          draft, draft.importance == Importance.GATE ? 1.0 : Math.round(share * 1000) / 1000.0);
    }
    return weights;
  }

  private static double importance(Draft draft) {
    double weight = draft.importance == Importance.PREFERRED ? PREFERRED : 1;
    return draft.implied ? weight * IMPLIED : weight;
  }

  private static double position(int rank, int count) {
    return count < 2 ? 1 : 1 - (1 - LAST) * rank / (count - 1);
  }

  private double repetition(Draft draft) {
    int times = draft.units.size() - 1 + (isInTitle(draft) ? 2 : 0);
    return Math.min(MOST_REPEATED, 1 + AGAIN * times);
  }

  private boolean isInTitle(Draft draft) {
    return Card.skillsOf(draft.need).stream().anyMatch(inTitle::contains);
  }

  private static double specificity(Need need) {
    return switch (need) {
      case Need.Skill skill when COMMON.containsAll(skill.anyOf()) -> 0.4;
      case Need.Skill skill -> skill.years() > 0 ? 1.25 : 1;
      case Need.Wording _, Need.Language _ -> 0.8;
      case Need.Experience _, Need.Degree _, Need.SoftSkill _, Need.Condition _ -> 1;
    };
  }

  private static Dimension dimension(Draft draft) {
    if (draft.importance == Importance.GATE) {
      return Dimension.GATE;
    }
    return switch (draft.need) {
      case Need.Skill _, Need.Wording _, Need.Language _, Need.Condition _ -> Dimension.TECHNICAL;
      case Need.Experience _ -> Dimension.EXPERIENCE;
      case Need.Degree _ -> Dimension.EDUCATION;
      case Need.SoftSkill _ -> Dimension.SOFT;
    };
  }
}
