package dev.shortlist.dialect.bulkscreen;

import dev.shortlist.applicants.Applicant;
import dev.shortlist.dialect.Texts;
import dev.shortlist.match.Dimension;
import dev.shortlist.match.DimensionScore;
import dev.shortlist.match.Gate;
import dev.shortlist.match.Match;
import dev.shortlist.profile.Profile;
import dev.shortlist.screening.Application;
import dev.shortlist.screening.Progress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/// What came of a run.
///
/// @param totalProcessed CVs that are through, those that could not be read among them
/// @param knockedOut those of `allCandidates` who fail a gate; they keep their score and their
///   place
/// @param unreadable CVs without score, with the reason
@JsonNaming(SnakeCaseStrategy.class)
record Results(
    int totalProcessed,
    int duplicatesSkipped,
    int shortlistedCount,
    int reviewCount,
    int rejectedCount,
    int knockoutCount,
    List<Candidate> shortlisted,
    List<Candidate> allCandidates,
    List<Candidate> knockedOut,
    List<Unreadable> unreadable,
    Criteria criteria) {

  static Results of(Progress progress, List<Applicant> applicants, Criteria criteria) {
    var ranked = applicants.stream().filter(one -> one.match() != null).toList();
    var all = ranked.stream().map(Candidate::of).toList();
    var failing = ranked.stream().filter(Results::failsAGate).map(Candidate::of).toList();
    return new Results(
        progress.finished(),
        progress.duplicates(),
        count(all, Band.SHORTLISTED),
        count(all, Band.REVIEW),
        count(all, Band.REJECTED),
        failing.size(),
        all.stream().filter(one -> one.status().equals(Band.SHORTLISTED.word())).toList(),
        all,
        failing,
        applicants.stream()
            .filter(one -> one.match() == null)
            .map(one -> Unreadable.of(one.application()))
            .toList(),
        criteria);
  }

  private static int count(List<Candidate> all, Band band) {
    return (int) all.stream().filter(one -> one.status().equals(band.word())).count();
  }

  private static boolean failsAGate(Applicant applicant) {
    var match = applicant.match();
    return match != null
        && match.gates().stream().anyMatch(gate -> gate.answer() == Gate.Answer.FAIL);
  }

  /// @param breakdown points of each dimension the job asks about, 0 to 100
  @JsonNaming(SnakeCaseStrategy.class)
  record Candidate(
      UUID id,
      String name,
      String email,
      double yearsExperience,
      List<String> skills,
      int matchScore,
      String summary,
      String status,
      Map<String, Double> breakdown) {

    static Candidate of(Applicant applicant) {
      Profile profile = applicant.profile();
      Match match = applicant.match();
      if (profile == null || match == null) {
        throw new IllegalArgumentException("not matched: " + applicant.application().id());
      }
      return new Candidate(
          applicant.application().id().value(),
          Texts.name(profile),
          Texts.email(profile),
          Texts.tenths(profile.years()),
          Texts.skills(profile),
          match.score(),
          match.reasoning(),
          Band.of(match.score()).word(),
          breakdown(match));
    }

    private static Map<String, Double> breakdown(Match match) {
      var points = new LinkedHashMap<String, Double>();
      for (Dimension dimension : Dimension.values()) {
        DimensionScore score = match.dimension(dimension);
        if (score.asked()) {
          points.put(dimension.name().toLowerCase(Locale.ROOT), Texts.tenths(score.points()));
        }
      }
      return points;
    }
  }

  /// A CV nobody could read: never a score.
  record Unreadable(UUID id, String file, String reason) {
    static Unreadable of(Application application) {
      return new Unreadable(
          application.id().value(), application.file(), Texts.trouble(application));
    }
  }
}
