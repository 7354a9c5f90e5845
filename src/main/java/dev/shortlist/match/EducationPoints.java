package dev.shortlist.match;

import dev.shortlist.jobdescription.Importance;
import dev.shortlist.jobdescription.Need;
import dev.shortlist.jobdescription.Requirement;
import dev.shortlist.profile.Education;
import dev.shortlist.profile.Fact;
import dev.shortlist.skills.DegreeLevel;
import dev.shortlist.skills.DegreeSubjects;
import dev.shortlist.skills.Degrees;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Points for education: the level asked for, and the field of study where one is asked for.
///
/// A field asked for is half the points of the level. Four years of such work are worth most of the
/// degree where the text accepts experience instead or only wishes for a degree, and else as much
/// as one a level below: of those who have long done the work, a CV that names no degree says
/// little against them. The school never counts.
final class EducationPoints {
  private static final double FIELD = 0.5;
  private static final double EXPERIENCE_INSTEAD = 0.85;
  private static final int YEARS_INSTEAD = 4;
  private static final double ONE_BELOW = 0.6;

  /// A degree that is named and not told of.
  private static final double NAMED = 0.5;

  private static final Degrees DEGREES = Degrees.standard();
  private static final DegreeSubjects SUBJECTS = DegreeSubjects.standard();

  /// Meaning of two fields this near, by the language model: other words for the same.
  private static final double SAME_FIELD = 0.85;

  private static final double NEAR_FIELD = 0.7;
  private static final double UNTOLD_FIELD = 0.2;

  private final Vectors phrases;

  EducationPoints(Vectors phrases) {
    this.phrases = phrases;
  }

  Scored score(Asked asked, Seen seen) {
    var scored = new Scored(Dimension.EDUCATION);
    var requirements = asked.scored(Need.Degree.class);
    double weights = requirements.stream().mapToDouble(TechnicalSkills::weight).sum();
    for (var requirement : requirements) {
      add(requirement, 100 * TechnicalSkills.weight(requirement) / weights, seen, scored);
    }
    return scored;
  }

  private void add(Requirement requirement, double outOf, Seen seen, Scored scored) {
    var need = (Need.Degree) requirement.need();
    var shown = find(need, requirement.label(), seen);
    var counted = need.orEquivalent() ? shown : orYears(requirement, shown, seen);
    // Where experience is not accepted instead, years earn points and are no answer.
    if (need.orEquivalent() || !shown.evidence().isEmpty()) {
      scored.add(requirement, counted.by(seen.kinship()), outOf);
    } else {
      scored.addUnsaid(requirement, counted.by(seen.kinship()), outOf);
    }
  }

  private static Finding orYears(Requirement requirement, Finding shown, Seen seen) {
    return shown.orBetter(
        requirement.importance() == Importance.PREFERRED
            ? instead(EXPERIENCE_INSTEAD, "stand for the degree, which is not required", seen)
            : beside(shown, instead(ONE_BELOW, "count as a degree one level below", seen)));
  }

  // What the CV tells of a degree is said all the same.
  private static Finding beside(Finding shown, Finding worked) {
    return new Finding(
        worked.share(),
        Stream.concat(shown.evidence().stream(), worked.evidence().stream()).toList(),
        shown.reason() + " " + worked.reason());
  }

  Finding find(Need.Degree need, String label, Seen seen) {
    var best = Finding.none("The CV names no degree.");
    for (var education : seen.cv().profile().education()) {
      best = best.orBetter(finding(need, label, education));
    }
    if (seen.cv().profile().education().isEmpty()) {
      best = named(need, label, seen);
    }
    return need.orEquivalent()
        ? best.orBetter(instead(EXPERIENCE_INSTEAD, "stand for the degree, as accepted", seen))
        : best;
  }

  // A degree named outside an account of the education, such as in one line with its heading.
  private static Finding named(Need.Degree need, String label, Seen seen) {
    var best = Finding.none("The CV names no degree.");
    for (var degree : DEGREES.find(seen.text().text())) {
      var passage = seen.text().passage(degree.start(), degree.end());
      if (seen.isOwn(passage)) {
        double share = NAMED * byLevel(need.level(), degree.level());
        var evidence = new Evidence(passage, Evidence.Kind.RELATED, share, name(degree.level()));
        best =
            best.orBetter(
                new Finding(
                    share,
                    List.of(evidence),
                    "The CV names %s; asked for: %s.".formatted(name(degree.level()), label)));
      }
    }
    return best;
  }

  private Finding finding(Need.Degree need, String label, Education education) {
    var level = education.level();
    double byLevel = level == null ? 0.4 : byLevel(need.level(), level);
    double field = need.fields().isEmpty() ? 1 : byField(need, education);
    double byField = 1 - FIELD + FIELD * field;
    double share = byLevel * byField;
    var kind = share == 1 ? Evidence.Kind.EXACT : Evidence.Kind.RELATED;
    var passage = education.degree() == null ? education.whole() : education.degree().passage();
    var evidence = new Evidence(passage, kind, share, level == null ? "degree" : name(level));
    return new Finding(
        share,
        List.of(evidence),
        "%s is shown%s; asked for: %s."
            .formatted(
                level == null ? "A course of study of unclear level" : capital(name(level)),
                need.fields().isEmpty() ? "" : inField(education, field),
                label));
  }

  private static double byLevel(DegreeLevel asked, DegreeLevel found) {
    int missing = Steps.missing(asked, found);
    return missing <= 0 ? 1 : missing == 1 ? ONE_BELOW : missing == 2 ? 0.3 : 0.1;
  }

  private double byField(Need.Degree need, Education education) {
    var field = field(education);
    if (field.isEmpty()) {
      return UNTOLD_FIELD;
    }
    double best = 0;
    for (var asked : need.fields()) {
      best = Math.max(best, phrases.of(asked).cosine(phrases.of(field.get())));
    }
    return best >= SAME_FIELD ? 1 : best >= NEAR_FIELD ? 0.6 : 0;
  }

  /// As it is told, else as the name of the degree says: `LL.B.`.
  private static Optional<String> field(Education education) {
    return Optional.ofNullable(education.field())
        .map(Fact::value)
        .filter(told -> !told.isBlank())
        .or(() -> Optional.ofNullable(education.degree()).map(Fact::value).flatMap(SUBJECTS::of));
  }

  private static String inField(Education education, double share) {
    if (field(education).isEmpty()) {
      return "; its field is not told";
    }
    return share == 1
        ? ""
        : share > 0 ? "; its field is near the one asked for" : "; it is in another field";
  }

  private static Finding instead(double worth, String words, Seen seen) {
    var worked = Experience.years(YEARS_INSTEAD, true, seen);
    return new Finding(
        worth * worked.share(),
        worked.evidence(),
        String.format(
            Locale.ROOT,
            "%.1f years of such or near work %s.",
            Experience.yearsOfSuchWork(seen),
            words));
  }

  static String name(DegreeLevel level) {
    return switch (level) {
      case SECONDARY -> "secondary school";
      case VOCATIONAL -> "vocational training";
      case ASSOCIATE -> "an associate degree";
      case BACHELOR -> "a bachelor's degree";
      case MASTER -> "a master's degree";
      case DOCTORATE -> "a doctorate";
    };
  }

  private static String capital(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
