package dev.shortlist.dialect.cvbatch;

import dev.shortlist.dialect.Texts;
import dev.shortlist.jobdescription.JobDescription;
import dev.shortlist.jobdescription.Need;
import dev.shortlist.jobdescription.Requirement;
import dev.shortlist.match.Dimension;
import dev.shortlist.match.Evidence;
import dev.shortlist.match.Gap;
import dev.shortlist.match.Match;
import dev.shortlist.match.Part;
import dev.shortlist.profile.Profile;
import dev.shortlist.profile.SkillUse;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/// Why a CV has its score; every score is whole points, 0 to 100.
@JsonNaming(SnakeCaseStrategy.class)
record MatchData(
    int overallMatchScore,
    String matchSummary,
    Skills technicalSkillsMatch,
    ExperienceMatch experienceMatch,
    EducationMatch educationMatch,
    SoftSkillsMatch softSkillsMatch,
    List<String> cultureFitIndicators,
    List<String> redFlags,
    List<String> strengths,
    Advice recommendation) {

  static MatchData of(Match match, Profile profile, JobDescription asked) {
    return new MatchData(
        match.score(),
        match.reasoning(),
        Skills.of(match, profile, asked),
        ExperienceMatch.of(match, profile, asked),
        new EducationMatch(points(match, Dimension.EDUCATION), reasons(match, Dimension.EDUCATION)),
        new SoftSkillsMatch(
            points(match, Dimension.SOFT_SKILLS), labels(match, Dimension.SOFT_SKILLS)),
        labels(match, Dimension.CULTURE),
        match.flags().stream().map(Match.Flag::detail).toList(),
        match.strengths(),
        Advice.of(match));
  }

  private static int points(Match match, Dimension dimension) {
    return (int) Math.round(match.dimension(dimension).points());
  }

  private static List<String> reasons(Match match, Dimension dimension) {
    return match.dimension(dimension).parts().stream().map(Part::reason).toList();
  }

  private static List<String> labels(Match match, Dimension dimension) {
    return match.dimension(dimension).parts().stream()
        .filter(part -> part.points() > 0 || !part.evidence().isEmpty())
        .map(Part::label)
        .toList();
  }

  @JsonNaming(SnakeCaseStrategy.class)
  record Skills(
      int score, List<Matched> requiredSkillsMatched, List<Missing> requiredSkillsMissing) {

    static Skills of(Match match, Profile profile, JobDescription asked) {
      var requirements =
          asked.requirements().stream()
              .collect(Collectors.toMap(Requirement::id, Function.identity()));
      var missing =
          match.gaps().stream()
              .collect(Collectors.toMap(Gap::requirement, Function.identity(), (one, _) -> one));
      var parts = match.dimension(Dimension.TECHNICAL_SKILLS).parts();
      return new Skills(
          points(match, Dimension.TECHNICAL_SKILLS),
          parts.stream()
              .filter(part -> part.requirement() != null && part.points() > 0)
              .filter(part -> !missing.containsKey(part.requirement()))
              .map(part -> Matched.of(part, need(requirements, part.requirement()), profile))
              .toList(),
          parts.stream()
              .flatMap(part -> Optional.ofNullable(missing.get(part.requirement())).stream())
              .map(Missing::of)
              .toList());
    }

    private static Optional<Need> need(Map<String, Requirement> requirements, @Nullable String id) {
      return Optional.ofNullable(requirements.get(id)).map(Requirement::need);
    }
  }

  /// @param lastUsed `Present`, a month as `2024-05`, or null when the CV does not say
  @JsonNaming(SnakeCaseStrategy.class)
  record Matched(
      String skill,
      String proficiencyLevel,
      double yearsExperience,
      @Nullable String lastUsed,
      String matchQuality) {

    static Matched of(Part part, Optional<Need> need, Profile profile) {
      var use = need.flatMap(asked -> use(asked, profile));
      double years = use.map(SkillUse::years).orElse(0.0);
      boolean exact = part.evidence().stream().anyMatch(Matched::isExact);
      return new Matched(
          part.label(),
          proficiency(years),
          Texts.tenths(years),
          use.map(SkillUse::lastUsed).map(month -> lastUsed(month, profile)).orElse(null),
          exact ? "exact" : "related");
    }

    private static Optional<SkillUse> use(Need need, Profile profile) {
      return need instanceof Need.Skill asked
          ? profile.skills().stream().filter(use -> asked.anyOf().contains(use.skill())).findFirst()
          : Optional.empty();
    }

    private static boolean isExact(Evidence evidence) {
      return switch (evidence.kind()) {
        case EXACT, ALIAS, NARROWER -> true;
        case BROADER, RELATED, SIMILAR_WORDING -> false;
      };
    }

    private static String lastUsed(YearMonth month, Profile profile) {
      return month.isBefore(YearMonth.from(profile.asOf())) ? month.toString() : "Present";
    }

    /// CVs seldom say how good somebody is; the years of use stand for it.
    private static String proficiency(double years) {
      return years >= 5
          ? "expert"
          : years >= 3 ? "advanced" : years >= 1 ? "intermediate" : "beginner";
    }
  }

  @JsonNaming(SnakeCaseStrategy.class)
  record Missing(String skill, String importance, List<String> alternativesFound) {
    static Missing of(Gap gap) {
      return new Missing(
          gap.label(),
          gap.importance().name().toLowerCase(Locale.ROOT),
          gap.found().isEmpty() ? List.of() : List.of(gap.found()));
    }
  }

  @JsonNaming(SnakeCaseStrategy.class)
  record ExperienceMatch(
      int score, String assessment, double yearsFound, int yearsRequired, List<String> reasons) {

    static ExperienceMatch of(Match match, Profile profile, JobDescription asked) {
      int required =
          asked.requirements().stream()
              .map(Requirement::need)
              .filter(Need.Experience.class::isInstance)
              .mapToInt(need -> ((Need.Experience) need).years())
              .max()
              .orElse(0);
      return new ExperienceMatch(
          points(match, Dimension.EXPERIENCE),
          assessment(profile.years(), required),
          Texts.tenths(profile.years()),
          required,
          MatchData.reasons(match, Dimension.EXPERIENCE));
    }

    private static String assessment(double years, int required) {
      if (years < required) {
        return "below";
      }
      return required > 0 && years >= required + 1 ? "exceeds" : "meets";
    }
  }

  record EducationMatch(int score, List<String> reasons) {}

  @JsonNaming(SnakeCaseStrategy.class)
  record SoftSkillsMatch(int score, List<String> matchedSkills) {}

  /// What the machine would do next; a person decides.
  ///
  /// @param confidence 0 to 100
  @JsonNaming(SnakeCaseStrategy.class)
  record Advice(
      String decision,
      int confidence,
      String reasoning,
      List<String> interviewFocusAreas,
      String nextSteps) {

    static Advice of(Match match) {
      return new Advice(
          match.recommendation().name().toLowerCase(Locale.ROOT).replace('_', '-'),
          (int) Math.round(match.confidence() * 100),
          match.reasoning(),
          match.questions(),
          next(match));
    }

    private static String next(Match match) {
      return switch (match.recommendation()) {
        case STRONG_YES, YES -> "Invite to an interview";
        case MAYBE -> "Look at the open questions, then decide";
        case NO, STRONG_NO -> "Let a person look at it before deciding";
      };
    }
  }
}
