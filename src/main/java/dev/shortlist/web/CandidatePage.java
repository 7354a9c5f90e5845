package dev.shortlist.web;

import dev.shortlist.blind.Sight;
import dev.shortlist.jobdescription.Importance;
import dev.shortlist.match.Gap;
import dev.shortlist.match.Match;
import dev.shortlist.profile.Profile;
import dev.shortlist.profile.SkillUse;
import dev.shortlist.screening.ApplicationDetail;
import dev.shortlist.screening.ApplicationId;
import dev.shortlist.screening.Screening;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One candidate in one screening.
///
/// @param detail as it may be seen
/// @param table absent while the CV is not matched
/// @param sheet absent while the CV is not read, and when it cannot be
/// @param before the candidate one place higher, absent for the first
/// @param after the candidate one place lower, absent for the last
record CandidatePage(
    Screening screening,
    ApplicationDetail detail,
    Sight sight,
    @Nullable ScoreTable table,
    @Nullable Sheet sheet,
    List<Heed> heeds,
    @Nullable ApplicationId before,
    @Nullable ApplicationId after) {

  static CandidatePage of(
      Screening screening,
      ApplicationDetail known,
      Sight sight,
      @Nullable ApplicationId before,
      @Nullable ApplicationId after) {
    var detail = sight.seen(known);
    var match = detail.match();
    var reading = detail.reading();
    var table =
        match == null || reading == null ? null : ScoreTable.of(match, reading.source().text());
    var sheet =
        reading == null
            ? null
            : Sheet.of(reading.source().text(), table == null ? List.of() : table.earned());
    return new CandidatePage(screening, detail, sight, table, sheet, heeds(detail), before, after);
  }

  private static List<Heed> heeds(ApplicationDetail detail) {
    var heeds = new ArrayList<Heed>();
    var reading = detail.reading();
    if (reading != null) {
      reading.source().notices().forEach(notice -> heeds.add(Heed.of(notice)));
    }
    if (detail.match() != null) {
      detail.match().flags().forEach(flag -> heeds.add(Heed.of(flag)));
    }
    if (reading != null) {
      reading.profile().warnings().forEach(warning -> heeds.add(Heed.of(warning)));
    }
    return heeds;
  }

  String name() {
    return RankedRow.name(detail.application(), profile(), sight);
  }

  boolean isNamed() {
    return sight.shows(detail.application());
  }

  /// Place, headline and years in one line.
  String about() {
    var profile = profile();
    var rank = detail.rank();
    return Stream.of(
            rank == null ? "" : "Rank " + rank,
            profile == null || profile.headline() == null ? "" : profile.headline().value(),
            profile == null ? "" : Words.years(profile.years()))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(" \u00b7 "));
  }

  @Nullable Match match() {
    return detail.match();
  }

  @Nullable Profile profile() {
    var reading = detail.reading();
    return reading == null ? null : reading.profile();
  }

  /// Gaps of the required first.
  List<Gap> gaps() {
    var match = detail.match();
    return match == null
        ? List.of()
        : match.gaps().stream().sorted(Comparator.comparing(Gap::importance)).toList();
  }

  static boolean isRequired(Gap gap) {
    return gap.importance() == Importance.REQUIRED;
  }

  /// Skills of the profile, longest in use first.
  List<SkillUse> skills() {
    var profile = profile();
    return profile == null
        ? List.of()
        : profile.skills().stream()
            .sorted(Comparator.comparingDouble(SkillUse::years).reversed())
            .toList();
  }
}
