package dev.shortlist.web;

import dev.shortlist.blind.Sight;
import dev.shortlist.jobdescription.Importance;
import dev.shortlist.match.Gap;
import dev.shortlist.match.Match;
import dev.shortlist.profile.Profile;
import dev.shortlist.profile.Reading;
import dev.shortlist.profile.SkillUse;
import dev.shortlist.profile.Warning;
import dev.shortlist.screening.ApplicationDetail;
import dev.shortlist.screening.ApplicationId;
import dev.shortlist.screening.Rankings;
import dev.shortlist.screening.Screening;
import dev.shortlist.screening.Verdict;
import dev.shortlist.text.Notice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// One candidate in one screening.
///
/// @param detail as it may be seen
/// @param table absent while the CV is not matched
/// @param cv what the CV says, absent while it is not read, and when it cannot be
/// @param surrounding what people said and did about it
/// @param ways which candidates are next
/// @param refused what kind of correction was refused, empty when none was
/// @param asks a verdict that was not taken, as it needs a reason
record CandidatePage(
    Screening screening,
    ApplicationDetail detail,
    Sight sight,
    @Nullable ScoreTable table,
    @Nullable Cv cv,
    List<Heed> heeds,
    Surrounding surrounding,
    Ways ways,
    @Nullable Verdict asks,
    String refused) {

  /// The CV, as text or drawn.
  ///
  /// @param drawn absent when the text is shown, and until the pages are painted
  /// @param paintable whether there are pages to paint
  /// @param waits whether the page has to ask for them
  record Cv(Sheet sheet, @Nullable Drawn drawn, boolean paintable, boolean waits) {}

  /// Where the candidate stands in the list the reader comes from.
  ///
  /// @param around absent while it has no place
  record Ways(Rankings.@Nullable Around around, ListQuery list) {
    static Ways none(ListQuery list) {
      return new Ways(null, list);
    }

    @Nullable ApplicationId before() {
      return around == null ? null : around.before();
    }

    @Nullable ApplicationId after() {
      return around == null ? null : around.after();
    }

    /// Whether the list is less than all, or in another order than best first.
    boolean isOfSome() {
      return around != null && !list.walk().isEmpty();
    }
  }

  static CandidatePage of(
      Screening screening,
      ApplicationDetail known,
      Sight sight,
      CvView view,
      Surrounding surrounding,
      Ways ways,
      @Nullable Verdict asks,
      String refused) {
    var detail = sight.seen(known);
    var table = table(detail);
    return new CandidatePage(
        screening,
        detail,
        sight,
        table,
        view.of(detail, table),
        heeds(detail),
        surrounding,
        ways,
        asks,
        refused);
  }

  static @Nullable ScoreTable table(ApplicationDetail detail) {
    var match = detail.match();
    var reading = detail.reading();
    return match == null || reading == null ? null : ScoreTable.of(match, reading.source().text());
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

  String path() {
    return "/screenings/%d/applications/%s"
        .formatted(screening.number(), detail.application().id());
  }

  /// The address of another in the same list.
  String path(ApplicationId other) {
    return "/screenings/%d/applications/%s%s"
        .formatted(screening.number(), other, ways.list().walk());
  }

  /// Where a form of the page is sent, so that its answer leads back into the same list.
  String action(String name) {
    return path() + "/" + name + ways.list().walk();
  }

  /// This page with another view of the CV.
  String view(String view) {
    String walk = ways.list().walk();
    return path()
        + (view.isEmpty() ? walk : walk.isEmpty() ? "?view=" + view : walk + "&view=" + view);
  }

  /// The list the reader comes from, at the candidate's place.
  String back() {
    var around = ways.around();
    var list = ways.list().fromTheFirst();
    var edge = around == null ? null : around.edge();
    return "/screenings/%d%s%s"
        .formatted(
            screening.number(),
            edge == null || list.isBoard() ? list : list.at("after", edge),
            around == null ? "" : "#a-" + detail.application().id());
  }

  String name() {
    return RankedRow.name(detail.application(), profile(), sight);
  }

  boolean isNamed() {
    return sight.shows(detail.application());
  }

  /// Whether it is hidden, but nobody knows which words of the CV the name is.
  boolean hidesNoName() {
    var profile = profile();
    return !isNamed()
        && profile != null
        && profile.warnings().stream().anyMatch(warning -> warning.kind() == Warning.Kind.NO_NAME);
  }

  /// Whether the pages are pictures that must not be seen.
  boolean hidesScan() {
    var reading = detail.reading();
    return !isNamed() && reading != null && isScan(reading);
  }

  static boolean isScan(Reading reading) {
    return reading.source().type().isDrawn()
        && reading.source().notices().stream()
            .anyMatch(notice -> notice.kind() == Notice.Kind.RECOGNIZED);
  }

  @Nullable Verdict verdict() {
    return detail.application().verdict();
  }

  /// Headline and years in one line.
  String about() {
    var profile = profile();
    return profile == null
        ? ""
        : RankedRow.about(
            RankedRow.headline(profile, UnaryOperator.identity()), Words.years(profile.years()));
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
