package dev.shortlist.match;

import dev.shortlist.jobdescription.Need;
import dev.shortlist.profile.SkillUse;
import dev.shortlist.text.Passage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Points for soft skills: only what the person did shows them; a bare claim earns little.
final class SoftSkills {
  Scored score(Asked asked, Seen seen) {
    var scored = new Scored(Dimension.SOFT_SKILLS);
    var requirements = asked.scored(Need.SoftSkill.class);
    double weights = requirements.stream().mapToDouble(TechnicalSkills::weight).sum();
    for (var requirement : requirements) {
      var need = (Need.SoftSkill) requirement.need();
      scored.add(
          requirement,
          find(need, seen).by(seen.kinship()),
          100 * TechnicalSkills.weight(requirement) / weights);
    }
    return scored;
  }

  static Finding find(Need.SoftSkill need, Seen seen) {
    var mentions =
        seen.cv().profile().skills().stream()
            .filter(use -> use.skill().equals(need.skill()))
            .flatMap(use -> use.mentions().stream())
            .filter(mention -> seen.isOwn(mention.passage()))
            .sorted(Comparator.comparingDouble(mention -> -worth(mention.place())))
            .limit(2)
            .toList();
    if (mentions.isEmpty()) {
      return Finding.none("No line about the work speaks of it.");
    }
    double share = worth(mentions.getFirst().place());
    var evidence = new ArrayList<Evidence>();
    for (var mention : mentions) {
      evidence.add(
          new Evidence(
              statement(mention.passage(), seen), Evidence.Kind.EXACT, share, "what the CV says"));
    }
    return new Finding(share, List.copyOf(evidence), reason(mentions.getFirst().place()));
  }

  private static String reason(SkillUse.Place place) {
    return switch (place) {
      case WORK -> "A line about the work speaks of it.";
      case PROJECT -> "A line about a project speaks of it.";
      case EDUCATION -> "A line about the education speaks of it, and none about the work.";
      case OTHER -> "A line outside the account of the work speaks of it.";
      case LISTED -> "It is only listed.";
    };
  }

  private static double worth(SkillUse.Place place) {
    return switch (place) {
      case WORK -> 1;
      case PROJECT -> 0.9;
      case EDUCATION -> 0.4;
      case OTHER -> 0.25;
      case LISTED -> 0.15;
    };
  }

  private static Passage statement(Passage mention, Seen seen) {
    return seen.text().line(seen.text().lineAt(mention.start()));
  }
}
