package dev.shortlist.match;

import dev.shortlist.jobdescription.Importance;
import dev.shortlist.jobdescription.Need;
import dev.shortlist.jobdescription.Requirement;
import dev.shortlist.profile.SpokenLanguage;
import java.util.List;

/// Points for technical skills: the skills, tools, licences and languages asked for, and how far
/// the CV speaks of the same field of work.
final class TechnicalSkills {
  /// What the requirements weigh when there are any; the field of work has the rest of 100.
  private static final double REQUIREMENTS = 50;

  /// Weights of requirements that are enough for all of their points: with fewer the field of work
  /// has more.
  private static final double ENOUGH = 2;

  /// Wording this near is as near as texts by two people get; see `docs/scoring.md`.
  private static final double FULL_WORDING = 0.5;

  /// A language that a line names, and the same where a level is asked for.
  private static final double NAMED = 0.8;

  private static final double NAMED_WITHOUT_LEVEL = 0.6;

  /// What the words of the field count where no title is near.
  private static final double WORDS_ALONE = 0.5;

  /// With less of the words than this a CV does not speak of such work.
  private static final double SPEAKS = 0.4;

  private static final int QUOTED_LINES = 4;

  private final SkillFinder skills;
  private final WordingFinder wordings;
  private final Licences licences;

  TechnicalSkills(SkillFinder skills, WordingFinder wordings, Licences licences) {
    this.licences = licences;
    this.skills = skills;
    this.wordings = wordings;
  }

  Scored score(Asked asked, Seen seen) {
    var scored = new Scored(Dimension.TECHNICAL_SKILLS);
    var requirements = asked.jobDescription().requirements().stream().filter(this::isOurs).toList();
    double weights = requirements.stream().mapToDouble(TechnicalSkills::weightHere).sum();
    double share = REQUIREMENTS * Math.min(1, weights / ENOUGH);
    for (var requirement : requirements) {
      var finding =
          switch (requirement.need()) {
            case Need.Skill need -> skills.find(need, seen);
            case Need.Wording need -> wordings.find(need, seen);
            case Need.Language need -> language(need, seen);
            case Need.Condition need -> licences.find(need, seen);
            case Need.Experience _, Need.Degree _, Need.SoftSkill _ ->
                throw new IllegalStateException("not a technical skill: " + requirement.id());
          };
      double outOf = share * weightHere(requirement) / weights;
      if (requirement.importance() == Importance.GATE) {
        scored.addCondition(requirement, finding, outOf);
      } else {
        scored.add(requirement, finding, outOf);
      }
    }
    if (asked.words().size() > 0) {
      scored.add("Field of work", field(seen), 100 - share);
    }
    return scored;
  }

  /// The requirement's weight, which is less for what is only welcome.
  static double weight(Requirement requirement) {
    return requirement.weight();
  }

  private static double weightHere(Requirement requirement) {
    return requirement.importance() == Importance.GATE ? Licences.WEIGHT : weight(requirement);
  }

  private boolean isOurs(Requirement requirement) {
    if (requirement.importance() == Importance.GATE) {
      return licences.isShowable(requirement);
    }
    return switch (requirement.need()) {
      case Need.Skill _, Need.Wording _, Need.Language _ -> true;
      case Need.Experience _, Need.Degree _, Need.SoftSkill _, Need.Condition _ -> false;
    };
  }

  static double fieldShare(Seen seen) {
    return fieldShare(seen.wording().share()) * trust(seen.career());
  }

  /// How near wording is, 0 to 1, of the share of the asked words.
  static double fieldShare(double share) {
    return Math.min(1, share / FULL_WORDING);
  }

  // Words without such work are only words; a CV without any title cannot tell, and one that names
  // such work, however long ago, must not earn less than one that names none.
  static double trust(Career career) {
    return career.posts().isEmpty()
        ? 1
        : WORDS_ALONE + (1 - WORDS_ALONE) * Math.min(1, career.nearness() / Career.OTHER_WORK);
  }

  private static Finding field(Seen seen) {
    var lines = seen.wording().lines().stream().limit(QUOTED_LINES).toList();
    if (lines.isEmpty()) {
      return Finding.none("The CV shares no telling word with the job description.");
    }
    double share = fieldShare(seen);
    var evidence =
        seen.passages(lines).stream()
            .map(line ->
                new Evidence(line, Evidence.Kind.SIMILAR_WORDING, share, "speaks of the same"))
            .toList();
    return new Finding(
        share,
        evidence,
        "%s of the CV %s such as %s."
            .formatted(
                lines(seen.wording().lines().size()),
                spoken(share, seen.wording().lines().size()),
                String.join(", ", seen.wording().words())));
  }

  // Single words, such as `prepare` and `skills`, stand in the account of any work.
  private static String spoken(double share, int lines) {
    boolean one = lines == 1;
    return share >= SPEAKS
        ? (one ? "speaks" : "speak") + " of such work, in words"
        : (one ? "has" : "have") + " single words that belong to such work too,";
  }

  private static String lines(int count) {
    return count == 1 ? "1 line" : count + " lines";
  }

  /// Of several languages any one will do.
  Finding language(Need.Language need, Seen seen) {
    var best =
        Finding.none("The CV does not say whether the person knows %s.".formatted(need.language()));
    for (String any : need.anyOf()) {
      best = best.orBetter(one(new Need.Language(any, need.level()), seen));
    }
    return best;
  }

  private Finding one(Need.Language need, Seen seen) {
    for (var spoken : seen.cv().profile().languages()) {
      if (spoken.language().value().equalsIgnoreCase(need.language())) {
        return language(need, spoken);
      }
    }
    return named(need, seen);
  }

  // A language named outside a list of languages, such as in a line of skills.
  private Finding named(Need.Language need, Seen seen) {
    var line = wordings.find(new Need.Wording(need.language()), seen);
    if (line.share() == 0) {
      return Finding.none(
          "The CV does not say whether the person knows %s.".formatted(need.language()));
    }
    double share = need.level() == null ? NAMED : NAMED_WITHOUT_LEVEL;
    var passage = line.evidence().getFirst().passage();
    return new Finding(
        share,
        List.of(new Evidence(passage, Evidence.Kind.EXACT, share, need.language())),
        "The CV names %s; how well it is known is not clear.".formatted(need.language()));
  }

  private static String level(SpokenLanguage.Level level) {
    return level == SpokenLanguage.Level.NATIVE ? "as a native language" : "at " + level;
  }

  private static Finding language(Need.Language need, SpokenLanguage spoken) {
    var asked = need.level();
    var found = spoken.level();
    double share = 1;
    var reason = "%s is listed".formatted(need.language());
    if (asked != null) {
      int missing = found == null ? 1 : Steps.missing(SpokenLanguage.Level.valueOf(asked), found);
      share = missing <= 0 ? 1 : missing == 1 ? 0.7 : missing == 2 ? 0.4 : 0.2;
      reason +=
          found == null
              ? " without a level; %s is asked for".formatted(asked)
              : " %s; %s is asked for".formatted(level(found), asked);
    }
    var evidence =
        new Evidence(
            spoken.language().passage(), Evidence.Kind.EXACT, share, spoken.language().value());
    return new Finding(share, List.of(evidence), reason + ".");
  }
}
