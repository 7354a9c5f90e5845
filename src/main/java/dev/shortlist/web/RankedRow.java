package dev.shortlist.web;

import dev.shortlist.blind.Sight;
import dev.shortlist.jobdescription.Importance;
import dev.shortlist.match.Dimension;
import dev.shortlist.match.DimensionScore;
import dev.shortlist.match.Gap;
import dev.shortlist.match.Gate;
import dev.shortlist.match.Match;
import dev.shortlist.profile.Profile;
import dev.shortlist.screening.Application;
import dev.shortlist.screening.ApplicationId;
import dev.shortlist.screening.RankedApplication;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
record RankedRow(
    ApplicationId id,
    int rank,
    String name,
    String headline,
    String years,
    Match match,
    List<DimensionScore> dimensions,
    @Nullable Strongest strongest,
    List<Gap> gaps,
    int moreGaps,
    List<Gate> gates,
    List<Heed> heeds) {
  private static final int GAPS = 3;

  static RankedRow of(RankedApplication place, Sight sight) {
    var ranked = sight.seen(place);
    Profile profile = ranked.profile();
    Match match = ranked.match();
    var gaps = match.gaps().stream().sorted(Comparator.comparing(Gap::importance)).toList();
    return new RankedRow(
        ranked.application().id(),
        ranked.rank(),
        name(ranked.application(), profile, sight),
        profile.headline() == null ? "" : profile.headline().value(),
        Words.years(profile.years()),
        match,
        weighed(match),
        Strongest.of(profile, match).orElse(null),
        gaps.stream().limit(GAPS).toList(),
        Math.max(0, gaps.size() - GAPS),
        failed(match),
        heeds(ranked, profile, match));
  }

  /// What a person is called in a screening: `Candidate 12` as long as the name is hidden.
  static String name(Application application, @Nullable Profile profile, Sight sight) {
    if (!sight.shows(application)) {
      return Texts.say("candidate.hidden-name", application.number());
    }
    var name = profile == null ? null : profile.contact().name();
    return name == null ? application.file() : name.value();
  }

  private static List<DimensionScore> weighed(Match match) {
    return match.dimensions().stream()
        .filter(score -> match.weights().of(score.dimension()) > 0)
        .filter(score -> score.dimension() != Dimension.CULTURE || score.asked())
        .toList();
  }

  private static List<Gate> failed(Match match) {
    return match.gates().stream().filter(gate -> gate.answer() == Gate.Answer.FAIL).toList();
  }

  private static List<Heed> heeds(RankedApplication ranked, Profile profile, Match match) {
    var heeds = new ArrayList<Heed>();
    match.flags().forEach(flag -> heeds.add(Heed.of(flag)));
    profile.warnings().forEach(warning -> heeds.add(Heed.of(warning)));
    ranked.notices().forEach(notice -> heeds.add(Heed.of(notice)));
    return heeds;
  }

  /// Headline and years in one line.
  String about() {
    return Stream.of(headline, years)
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(" \u00b7 "));
  }

  boolean isRequired(Gap gap) {
    return gap.importance() == Importance.REQUIRED;
  }
}
