package dev.shortlist.web;

import dev.shortlist.blind.Sight;
import dev.shortlist.jobdescription.Importance;
import dev.shortlist.match.Dimension;
import dev.shortlist.match.DimensionScore;
import dev.shortlist.match.Gap;
import dev.shortlist.match.Gate;
import dev.shortlist.match.Match;
import dev.shortlist.match.Recommendation;
import dev.shortlist.profile.Profile;
import dev.shortlist.screening.Application;
import dev.shortlist.screening.ApplicationId;
import dev.shortlist.screening.RankedApplication;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One line of the ranking.
///
/// @param name the person's name, the file's where the CV gives none, or a number while it is
///   hidden
/// @param strongest the passage that earned most, absent when nothing did
/// @param gaps what is missing, required first, at most [#GAPS]
/// @param moreGaps how many gaps are not in `gaps`
/// @param failed conditions that are not met
record RankedRow(
    ApplicationId id,
    int rank,
    String name,
    String headline,
    String years,
    int score,
    Recommendation recommendation,
    List<Dim> dimensions,
    @Nullable Strongest strongest,
    List<Missing> gaps,
    int moreGaps,
    List<String> failed,
    List<Heed> heeds) {
  private static final int GAPS = 6;

  /// What a dimension earned; nothing when nothing was asked of it.
  record Dim(Dimension dimension, boolean asked, double points, String tone) {
    static Dim of(DimensionScore score) {
      return new Dim(score.dimension(), score.asked(), score.points(), Words.tone(score));
    }
  }

  /// What is asked for and was not found.
  record Missing(String label, Importance importance, boolean unknown) {}

  /// Of all the words of a CV a row shows a few: only these are looked at for what must be hidden.
  static RankedRow of(RankedApplication ranked, Sight sight) {
    var application = ranked.application();
    var seen = sight.words(application.id(), application.file(), ranked.profile());
    Profile profile = ranked.profile();
    Match match = ranked.match();
    var gaps = match.gaps().stream().sorted(Comparator.comparing(Gap::importance)).toList();
    return new RankedRow(
        ranked.application().id(),
        ranked.rank(),
        name(ranked.application(), profile, sight),
        headline(profile, seen),
        Words.years(profile.years()),
        match.score(),
        match.recommendation(),
        weighed(match),
        Strongest.of(profile, match).map(one -> one.seen(seen)).orElse(null),
        gaps.stream()
            .limit(GAPS)
            .map(gap -> new Missing(gap.label(), gap.importance(), gap.unknown()))
            .toList(),
        Math.max(0, gaps.size() - GAPS),
        failed(match),
        heeds(ranked, seen));
  }

  /// What a person is called in a screening: `Candidate 12` as long as the name is hidden.
  static String name(Application application, @Nullable Profile profile, Sight sight) {
    if (!sight.shows(application)) {
      return Texts.say("candidate.hidden-name", application.number());
    }
    var name = profile == null ? null : profile.contact().name();
    return name == null ? application.file() : name.value();
  }

  private static List<Dim> weighed(Match match) {
    return match.dimensions().stream()
        .filter(score -> match.weights().of(score.dimension()) > 0)
        .filter(score -> score.dimension() != Dimension.CULTURE || score.asked())
        .map(Dim::of)
        .toList();
  }

  private static List<String> failed(Match match) {
    return match.gates().stream()
        .filter(gate -> gate.answer() == Gate.Answer.FAIL)
        .map(Gate::label)
        .toList();
  }

  private static List<Heed> heeds(RankedApplication ranked, UnaryOperator<String> seen) {
    var heeds = new ArrayList<Heed>();
    ranked.match().flags().forEach(flag -> heeds.add(Heed.of(flag).seen(seen)));
    ranked.profile().warnings().forEach(warning -> heeds.add(Heed.of(warning).seen(seen)));
    ranked.notices().forEach(notice -> heeds.add(Heed.of(notice)));
    return heeds;
  }

  /// The gaps in one line, those that were found in part first.
  String lacking() {
    String found = labels(gap -> !gap.unknown());
    String unknown = labels(Missing::unknown);
    return Stream.of(
            found.isEmpty() ? "" : Texts.say("screening.gap.short", found),
            unknown.isEmpty() ? "" : Texts.say("screening.gap.unknown", unknown))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(" \u00b7 "));
  }

  /// A text that is written from right to left would draw the words behind it to its other side.
  private static String isolated(String text) {
    return Bidi.requiresBidi(text.toCharArray(), 0, text.length())
        ? "\u2068" + text + "\u2069"
        : text;
  }

  private String labels(Predicate<Missing> which) {
    return gaps.stream()
        .filter(which)
        .map(gap -> Texts.core(gap.label()))
        .collect(Collectors.joining(", "));
  }

  /// Headline and years in one line.
  String about() {
    return about(headline, years);
  }

  static String headline(Profile profile, UnaryOperator<String> seen) {
    var headline = profile.headline();
    return headline == null ? "" : seen.apply(headline.value());
  }

  static String about(String headline, String years) {
    return Stream.of(isolated(headline), years)
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(" \u00b7 "));
  }
}
