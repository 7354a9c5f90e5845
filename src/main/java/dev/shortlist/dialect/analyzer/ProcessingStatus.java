package dev.shortlist.dialect.analyzer;

import dev.shortlist.applicants.Applicant;
import dev.shortlist.dialect.Texts;
import dev.shortlist.match.Match;
import dev.shortlist.screening.StoredJobDescription;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/// All applications to a job, in whichever batch.
///
/// @param processed applications that are through, those that could not be read among them
/// @param candidates those with a score, best first
@JsonNaming(SnakeCaseStrategy.class)
record ProcessingStatus(
    int jobId,
    String jobTitle,
    int totalCandidates,
    int processed,
    String processingRate,
    ScoreStats scoreStats,
    List<Line> candidates) {

  static ProcessingStatus of(StoredJobDescription job, List<Applicant> applicants) {
    int processed =
        (int) applicants.stream().filter(one -> one.application().stage().isFinal()).count();
    var lines =
        applicants.stream()
            .flatMap(one -> Line.of(one, one.match()))
            .sorted(Comparator.comparingDouble(line -> -line.aiScore()))
            .toList();
    return new ProcessingStatus(
        job.number(),
        job.content().title(),
        applicants.size(),
        processed,
        Texts.percent(processed, applicants.size()),
        ScoreStats.of(lines),
        lines);
  }

  /// 0 when there is no score yet.
  record ScoreStats(double average, double highest, double lowest) {
    static ScoreStats of(List<Line> lines) {
      var all = lines.stream().mapToDouble(Line::aiScore).summaryStatistics();
      return all.getCount() == 0
          ? new ScoreStats(0, 0, 0)
          : new ScoreStats(Texts.tenths(all.getAverage()), all.getMax(), all.getMin());
    }
  }

  @JsonNaming(SnakeCaseStrategy.class)
  record Line(@Nullable Integer candidateId, String name, double aiScore, String recommendation) {
    static Stream<Line> of(Applicant applicant, @Nullable Match match) {
      if (match == null) {
        return Stream.empty();
      }
      double score = Texts.tenths(match.total());
      var candidate = applicant.candidate();
      return Stream.of(
          new Line(
              candidate == null ? null : candidate.number(),
              Texts.name(applicant.profile()),
              score,
              Sentence.about(score)));
    }
  }
}
