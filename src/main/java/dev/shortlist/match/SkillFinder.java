package dev.shortlist.match;

import dev.shortlist.jobdescription.Need;
import dev.shortlist.profile.SkillUse;
import dev.shortlist.skills.Relation;
import dev.shortlist.skills.Skill;
import dev.shortlist.skills.Taxonomy;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Looks in a CV for skills that are asked for, or for the nearest thing to them.
///
/// share = relation x place x recency x years, the best over all skills of the CV.
final class SkillFinder {
  private static final double YEARS_UNSHOWN = 0.5;

  /// What is left of a place that only wishes for it.
  private static final double WISHED = 0.5;

  /// The words of a skill's name in other forms or in another order.
  private static final double IN_OTHER_FORMS = 0.85;

  private static final Pattern LIST =
      Pattern.compile(
          "(?i)\\W*(?:\\p{L}+ ){0,2}(?:skills|competenc(?:y|ies)|expertise|kenntnisse|compétences|conocimientos|habilidades)\\s*:");

  private final Taxonomy taxonomy;
  private final WordingFinder wordings;

  SkillFinder(Taxonomy taxonomy, WordingFinder wordings) {
    this.taxonomy = taxonomy;
    this.wordings = wordings;
  }

  Finding find(Need.Skill need, Seen seen) {
    var best = named(need, seen);
    for (String asked : need.anyOf()) {
      if (best.share() < IN_OTHER_FORMS) {
        best = best.orBetter(inOtherForms(asked, need.years(), seen));
      }
    }
    return best;
  }

  /// The same by the names that the taxonomy knows.
  Finding named(Need.Skill need, Seen seen) {
    var best = Finding.none("The CV does not name it or anything near it.");
    for (String asked : need.anyOf()) {
      for (var use : seen.cv().profile().skills()) {
        best = best.orBetter(finding(asked, need.years(), use, seen));
      }
    }
    return best;
  }

  // `Handled cash` for cash handling. A single word says less than it seems: a plumber's customer
  // is no plumber.
  private Finding inOtherForms(String asked, int years, Seen seen) {
    return wordings
        .lineWith(name(asked), seen)
        .map(line -> inOtherForms(name(asked), years, line, seen))
        .orElse(Finding.none(""));
  }

  private static Finding inOtherForms(String name, int years, int line, Seen seen) {
    var place = seen.isInWork(line) ? SkillUse.Place.WORK : SkillUse.Place.OTHER;
    double share = IN_OTHER_FORMS * shown(place, seen) * byYears(0, years);
    var passage = seen.text().line(line);
    return new Finding(
        share,
        List.of(new Evidence(passage, Evidence.Kind.SIMILAR_WORDING, share, name)),
        "A line of the CV has the words of %s in other forms.".formatted(name));
  }

  private Finding finding(String asked, int years, SkillUse use, Seen seen) {
    var relation = use.known() ? taxonomy.relation(asked, use.skill()) : sameWords(asked, use);
    if (relation.kind() == Relation.Kind.NONE) {
      return Finding.none("");
    }
    boolean licence = isLicence(use);
    var mentions =
        use.mentions().stream()
            .filter(mention -> seen.isOwn(mention.passage()))
            .map(mention -> new SkillUse.Mention(mention.passage(), place(mention, seen)))
            .sorted(
                Comparator.comparingDouble(
                    mention -> -(licence ? Licences.shown(mention, seen) : worth(mention, seen))))
            .limit(3)
            .toList();
    if (mentions.isEmpty()) {
      return Finding.none("");
    }
    var first = mentions.getFirst();
    double place =
        licence
            ? Licences.shown(first, seen) * TechnicalSkills.trust(seen.career())
            : shown(first.place(), seen) * (isWish(first, seen) ? WISHED : 1);
    double recency = recency(use.lastUsed(), YearMonth.from(seen.cv().profile().asOf()));
    double used = years == 0 ? 0 : Math.max(use.years(), StatedYears.ofSkill(use, seen));
    double share = relation.strength() * place * recency * byYears(used, years);
    var evidence = new ArrayList<Evidence>();
    for (var mention : mentions) {
      evidence.add(
          new Evidence(
              mention.passage(),
              kind(relation, asked, mention.passage().quote()),
              share,
              note(asked, use, relation)));
    }
    if (licence && !Licences.isHeld(first.passage(), seen)) {
      return new Finding(share, evidence, Licences.NOT_HELD_WORDS);
    }
    var where =
        isWish(first, seen)
            ? "is named in what the person looks for"
            : where(first.place(), licence);
    return new Finding(
        share, evidence, reason(asked, years, used, use, relation, where, first.passage().quote()));
  }

  private static double worth(SkillUse.Mention mention, Seen seen) {
    return worth(mention.place()) * (isWish(mention, seen) ? WISHED : 1);
  }

  // "Seeking a post in intensive care" shows less than a list does.
  private static boolean isWish(SkillUse.Mention mention, Seen seen) {
    return seen.words().isWished(mention.passage().start());
  }

  /// What a place that names a skill shows of it: work shows use, a bare list shows a claim.
  static double worth(SkillUse.Place place) {
    return switch (place) {
      case WORK -> 1;
      case PROJECT -> 0.9;
      case EDUCATION -> 0.7;
      case OTHER -> 0.65;
      case LISTED -> 0.5;
    };
  }

  // `Skills: ...` is a list, even where it follows the last post without a heading.
  private static SkillUse.Place place(SkillUse.Mention mention, Seen seen) {
    if (mention.place() != SkillUse.Place.WORK) {
      return mention.place();
    }
    int line = seen.text().lineAt(mention.passage().start());
    var words = seen.text().lines().get(line).text();
    if (isList(words)) {
      return SkillUse.Place.LISTED;
    }
    return isWish(mention, seen) ? SkillUse.Place.OTHER : SkillUse.Place.WORK;
  }

  static boolean isList(String line) {
    return LIST.matcher(line).lookingAt();
  }

  private boolean isLicence(SkillUse use) {
    return use.known()
        && taxonomy
            .find(use.skill())
            .filter(skill -> skill.kind() == Skill.Kind.LICENCE)
            .isPresent();
  }

  // A list is believed as far as the titles bear it out.
  private static double shown(SkillUse.Place place, Seen seen) {
    boolean listed = place == SkillUse.Place.LISTED || place == SkillUse.Place.OTHER;
    return worth(place) * (listed ? TechnicalSkills.trust(seen.career()) : 1);
  }

  private Relation sameWords(String asked, SkillUse use) {
    boolean same =
        taxonomy.find(asked).map(skill -> skill.name().equalsIgnoreCase(use.name())).orElse(false);
    return same ? new Relation(Relation.Kind.SAME, 1) : Relation.NONE;
  }

  private static double byYears(double found, int asked) {
    return asked == 0 ? 1 : YEARS_UNSHOWN + (1 - YEARS_UNSHOWN) * Math.min(1, found / asked);
  }

  private static double recency(@Nullable YearMonth lastUsed, YearMonth now) {
    if (lastUsed == null) {
      return 1;
    }
    long years = lastUsed.until(now, ChronoUnit.YEARS);
    return years <= 5 ? 1 : years <= 10 ? 0.9 : 0.75;
  }

  private Evidence.Kind kind(Relation relation, String asked, String quote) {
    return switch (relation.kind()) {
      case SAME -> isName(asked, quote) ? Evidence.Kind.EXACT : Evidence.Kind.ALIAS;
      case NARROWER -> Evidence.Kind.NARROWER;
      case BROADER -> Evidence.Kind.BROADER;
      case RELATED, NONE -> Evidence.Kind.RELATED;
    };
  }

  private boolean isName(String asked, String quote) {
    return quote.toLowerCase(Locale.ROOT).contains(name(asked).toLowerCase(Locale.ROOT));
  }

  private String note(String asked, SkillUse use, Relation relation) {
    return switch (relation.kind()) {
      case SAME -> use.name();
      case NARROWER -> "%s is a kind of %s".formatted(use.name(), name(asked));
      case BROADER -> "%s is broader than %s".formatted(use.name(), name(asked));
      case RELATED, NONE -> "%s is related to %s".formatted(use.name(), name(asked));
    };
  }

  private String reason(
      String asked,
      int years,
      double used,
      SkillUse use,
      Relation relation,
      String where,
      String quote) {
    boolean same = quote.equalsIgnoreCase(use.name());
    var base = same ? "%s %s".formatted(use.name(), where) : "“%s” %s".formatted(quote, where);
    if (!same && relation.kind() == Relation.Kind.SAME) {
      base += ", which stands for " + use.name();
    }
    var related = relation.kind() == Relation.Kind.SAME ? "" : "; " + note(asked, use, relation);
    var time =
        years == 0 ? "" : String.format(Locale.ROOT, "; %.1f of %d years are shown", used, years);
    return base + related + time + ".";
  }

  // A list is where a licence belongs.
  private static String where(SkillUse.Place place, boolean licence) {
    return switch (place) {
      case WORK -> "is named in the account of the work";
      case PROJECT -> "is named in a project";
      case EDUCATION -> "is named in the education";
      case OTHER -> licence ? "is named in the CV" : "is named outside the account of the work";
      case LISTED -> licence ? "is named in the CV" : "is only listed";
    };
  }

  private String name(String skill) {
    return taxonomy.find(skill).map(Skill::name).orElse(skill);
  }
}
