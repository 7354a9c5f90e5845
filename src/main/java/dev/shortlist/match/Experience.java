package dev.shortlist.match;

import dev.shortlist.jobdescription.Need;
import dev.shortlist.jobdescription.Requirement;
import dev.shortlist.jobdescription.Seniority;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Points for experience: the same kind of work, for how long, and how senior.
///
/// Years past those asked for add nothing and cost nothing. A level counts only as far as the work
/// is like what is asked: a senior accountant is no senior cook.
final class Experience {
  private static final double SAME_WORK = 75;
  private static final double YEARS = 15;
  private static final double LEVEL = 10;

  /// Above 1: distant work earns less than in proportion to its nearness.
  private static final double DISTANCE = 1.3;

  /// Years of any work against years of such work.
  private static final double OTHER_YEARS = 0.3;

  /// "Several years", and the least that is asked in silence.
  private static final int SOME_YEARS = 3;

  private static final int QUOTED = 2;

  /// Years that are stated and not dated.
  private static final double STATED = 0.7;

  Scored score(Asked asked, Seen seen) {
    var scored = new Scored(Dimension.EXPERIENCE);
    if (asked.isSilent()) {
      return scored;
    }
    var seniority = asked.jobDescription().seniority();
    double same = seniority == null ? SAME_WORK + LEVEL : SAME_WORK;
    scored.add("Work like " + asked.jobDescription().title(), sameWork(seen), same);
    years(asked, seen, scored);
    if (seniority != null) {
      scored.add("Level: " + name(seniority), level(seniority, seen).by(seen.kinship()), LEVEL);
    }
    return scored;
  }

  private static Finding sameWork(Seen seen) {
    var best = seen.career().best();
    double share = StrictMath.pow(seen.worthOfWork(), DISTANCE);
    if (best == null) {
      return untitled(share, seen);
    }
    if (share == 0) {
      return Finding.none(
          "No title in the CV is near; the nearest is “%s”.".formatted(title(best)));
    }
    var headline = seen.career().headline();
    var evidence = new ArrayList<Evidence>();
    evidence.add(title(best, share));
    var reason = "“%s” is %s".formatted(title(best), nearnessInWords(best.nearness()));
    if (headline != null && !headline.equals(best) && seen.career().saysOtherwise()) {
      evidence.add(title(headline, share));
      reason += "; the headline, “%s”, names other work and counts half".formatted(title(headline));
    }
    if (!best.isBorneOut()) {
      reason += "; no post in the CV bears it out";
    }
    return new Finding(share, evidence, reason + ".");
  }

  private static Finding untitled(double share, Seen seen) {
    var evidence =
        seen.passages(seen.wording().lines().stream().limit(QUOTED).toList()).stream()
            .map(line ->
                new Evidence(line, Evidence.Kind.SIMILAR_WORDING, share, "speaks of such work"))
            .toList();
    return evidence.isEmpty()
        ? Finding.none("The CV names no job title and speaks of no such work.")
        : new Finding(
            share, evidence, "The CV names no job title; what it tells is of such work in part.");
  }

  private static Evidence title(Career.Post post, double share) {
    var kind = post.nearness() == 1 ? Evidence.Kind.EXACT : Evidence.Kind.SIMILAR_WORDING;
    return new Evidence(post.title().passage(), kind, share, "title");
  }

  private static void years(Asked asked, Seen seen, Scored scored) {
    var requirements = asked.scored(Need.Experience.class);
    if (requirements.isEmpty()) {
      int expected = expected(asked.jobDescription().seniority());
      scored.add("Years of such work", years(expected, true, seen).by(seen.kinship()), YEARS);
      return;
    }
    double weights = requirements.stream().mapToDouble(TechnicalSkills::weight).sum();
    for (Requirement requirement : requirements) {
      var need = (Need.Experience) requirement.need();
      int wanted = need.years() == 0 ? SOME_YEARS : need.years();
      scored.add(
          requirement,
          years(wanted, need.field() != null, seen).by(seen.kinship()),
          YEARS * TechnicalSkills.weight(requirement) / weights);
    }
  }

  static Finding years(int wanted, boolean inField, Seen seen) {
    double such = seen.career().yearsOfSuchWork();
    double any = inField ? 0 : OTHER_YEARS * seen.cv().profile().years();
    double found = Math.max(such, any);
    var stated = stated(seen);
    if (stated != null && STATED * stated.years() > found) {
      return stated(wanted, stated);
    }
    if (found == 0) {
      return Finding.none(
          seen.career().isDated()
              ? "No post in the CV is near such work."
              : "The CV dates no post that is near such work.");
    }
    double share = Math.min(1, found / wanted);
    var evidence =
        seen.career().suchWork().stream()
            .map(title -> new Evidence(title, Evidence.Kind.RELATED, share, "such or near work"))
            .toList();
    var shown =
        such >= any
            ? shown(such, seen.career())
            : String.format(
                Locale.ROOT,
                "%.1f years of work are shown, and other work counts %d %%",
                seen.cv().profile().years(),
                Math.round(100 * OTHER_YEARS));
    return new Finding(share, evidence, shown + "; asked for: " + wanted + ".");
  }

  // A post of near work is no such work, and counts in part where it is only related.
  private static String shown(double years, Career career) {
    var work =
        switch (career.kindOfWork()) {
          case SUCH -> "such work";
          case SUCH_AND_NEAR -> "such work and work near it";
          case NEAR -> "work near it";
        };
    var time =
        years < 0.1
            ? "Less than a tenth of a year"
            : String.format(Locale.ROOT, "%.1f years", years);
    return "%s of %s %s".formatted(time, work, years < 0.1 ? "is shown" : "are shown");
  }

  // Dates say more than what is stated.
  private static @Nullable StatedYears stated(Seen seen) {
    return seen.career().isDated() ? null : StatedYears.ofWork(seen);
  }

  static double yearsOfSuchWork(Seen seen) {
    var stated = stated(seen);
    double years = seen.career().yearsOfSuchWork();
    return stated == null ? years : Math.max(years, STATED * stated.years());
  }

  private static Finding stated(int wanted, StatedYears stated) {
    double share = Math.min(1, STATED * stated.years() / wanted);
    return new Finding(
        share,
        List.of(new Evidence(stated.passage(), Evidence.Kind.RELATED, share, "stated years")),
        String.format(
            Locale.ROOT,
            "The CV states %s years and dates no post, so they count %d %%; asked for: %d.",
            stated.years() % 1 == 0 ? "" + (int) stated.years() : "" + stated.years(),
            Math.round(STATED * 100),
            wanted));
  }

  private static Finding level(Seniority wanted, Seen seen) {
    Finding best = Finding.none("No such work in the CV shows a level.");
    double years = yearsOfSuchWork(seen);
    for (var post : seen.career().posts()) {
      double part = Career.partOfSuchWork(post);
      if (part > 0) {
        best = best.orBetter(level(wanted, post, part, years));
      }
    }
    return best;
  }

  private static Finding level(Seniority wanted, Career.Post post, double part, double years) {
    var shown = levelOf(post, years);
    int missing = Steps.missing(wanted, shown);
    double share = part * (missing <= 0 ? 1 : missing == 1 ? 0.6 : missing == 2 ? 0.3 : 0.1);
    var evidence =
        new Evidence(
            post.title().passage(), Evidence.Kind.RELATED, share, "level of " + name(shown));
    return new Finding(
        share,
        List.of(evidence),
        (shown == post.seniority()
                ? "The title “%s” says %s; %s is asked for."
                : "“%s” and the years of such or near work make %s likely; %s is asked for.")
            .formatted(title(post), name(shown), name(wanted)));
  }

  /// The level a title says, or else the one the years of such work make likely.
  static Seniority levelOf(Career.Post post, double years) {
    var byYears =
        years >= 6 ? Seniority.SENIOR : years >= 2 ? Seniority.EXPERIENCED : Seniority.JUNIOR;
    var byTitle = post.seniority();
    return byTitle == null || byTitle.compareTo(byYears) < 0 ? byYears : byTitle;
  }

  private static int expected(@Nullable Seniority seniority) {
    if (seniority == null) {
      return SOME_YEARS;
    }
    return switch (seniority) {
      case TRAINEE, JUNIOR -> 1;
      case EXPERIENCED -> SOME_YEARS;
      case SENIOR -> 5;
      case LEAD -> 7;
      case EXECUTIVE -> 10;
    };
  }

  static String name(Seniority seniority) {
    return seniority.name().toLowerCase(Locale.ROOT);
  }

  private static String title(Career.Post post) {
    return post.title().passage().quote();
  }

  private static String nearnessInWords(double nearness) {
    return nearness == 1
        ? "the work asked for"
        : nearness >= 0.7
            ? "close to the work asked for"
            : nearness >= 0.4 ? "related to the work asked for" : "distant from the work asked for";
  }
}
