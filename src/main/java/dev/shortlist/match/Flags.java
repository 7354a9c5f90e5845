package dev.shortlist.match;

import dev.shortlist.profile.SkillUse;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a recruiter should look at before trusting a score. Flags change no points: what they warn
/// of has earned little already.
final class Flags {
  /// Words in a row taken from the job description, in all: about two sentences.
  private static final int COPIED_WORDS = 30;

  /// Skills listed; fewer are a normal list.
  private static final int MANY_SKILLS = 30;

  /// Part of them that the account of the work names; less is a list without use.
  private static final double USED = 0.2;

  private static final double THIN = 0.5;

  private Flags() {}

  static List<Match.Flag> of(Asked asked, Seen seen) {
    var flags = new ArrayList<Match.Flag>();
    add(flags, copied(seen));
    add(flags, stuffed(seen));
    add(flags, thin(seen));
    add(flags, overqualified(asked, seen));
    return flags;
  }

  private static void add(List<Match.Flag> flags, Match.@Nullable Flag flag) {
    if (flag != null) {
      flags.add(flag);
    }
  }

  private static Match.@Nullable Flag copied(Seen seen) {
    if (seen.copied().isEmpty()) {
      return null;
    }
    long words =
        seen.words().all().stream().filter(token -> seen.copied().get(token.start())).count();
    return words < COPIED_WORDS
        ? null
        : new Match.Flag(
            Match.Flag.Kind.COPIED_JOB_DESCRIPTION,
            "%s words repeat the job description word for word; they earned nothing."
                .formatted(words));
  }

  private static Match.@Nullable Flag stuffed(Seen seen) {
    var skills = seen.cv().profile().skills();
    long used =
        skills.stream()
            .filter(skill ->
                skill.mentions().stream()
                    .anyMatch(mention ->
                        mention.place() == SkillUse.Place.WORK
                            || mention.place() == SkillUse.Place.PROJECT))
            .count();
    return skills.size() < MANY_SKILLS || used >= USED * skills.size()
        ? null
        : new Match.Flag(
            Match.Flag.Kind.KEYWORD_STUFFING,
            "%s skills are named, and the account of the work shows %s of them."
                .formatted(skills.size(), used));
  }

  private static Match.@Nullable Flag thin(Seen seen) {
    var profile = seen.cv().profile();
    boolean told = profile.work().stream().anyMatch(work -> !work.highlights().isEmpty());
    return told && profile.confidence() >= THIN
        ? null
        : new Match.Flag(
            Match.Flag.Kind.THIN_EVIDENCE,
            told
                ? "The CV could not be read with certainty; look at the file itself."
                : "The CV says little about what was done in its posts.");
  }

  private static Match.@Nullable Flag overqualified(Asked asked, Seen seen) {
    var wanted = asked.jobDescription().seniority();
    var best = seen.career().best();
    if (wanted == null || best == null || Career.partOfSuchWork(best) < 1) {
      return null;
    }
    double years = seen.career().yearsOfSuchWork();
    var shown = Experience.levelOf(best, years);
    return Steps.missing(shown, wanted) < 2
        ? null
        : new Match.Flag(
            Match.Flag.Kind.OVERQUALIFIED,
            "The CV shows %s, and %s is asked for. It cost no points."
                .formatted(Experience.name(shown), Experience.name(wanted)));
  }
}
