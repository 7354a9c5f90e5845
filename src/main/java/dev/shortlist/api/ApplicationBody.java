package dev.shortlist.api;

import dev.shortlist.candidate.CandidateId;
import dev.shortlist.match.Answer;
import dev.shortlist.match.Dimension;
import dev.shortlist.match.DimensionScore;
import dev.shortlist.match.Match;
import dev.shortlist.match.Recommendation;
import dev.shortlist.profile.Profile;
import dev.shortlist.screening.Application;
import dev.shortlist.screening.RankedApplication;
import dev.shortlist.screening.Stage;
import dev.shortlist.screening.Verdict;
import dev.shortlist.text.Notice;
import dev.shortlist.text.Reason;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One CV in a screening, as a list shows it.
@Schema(name = "Application")
record ApplicationBody(
    UUID id,
    @Schema(example = "cvs.zip/2026/anna.pdf") String file,
    Stage stage,
    @Schema(description = "Share of the work on it that is done", example = "100") int percent,
    @Schema(description = "Place from 1; null while it has none", nullable = true)
        @Nullable Integer rank,
    @Schema(description = "Whole points, 0 to 100", nullable = true) @Nullable Integer score,
    @Schema(nullable = true) @Nullable Recommendation recommendation,
    @Schema(description = "Points of each dimension the job description asks about, 0 to 100")
        Map<Dimension, Double> dimensions,
    @Schema(nullable = true) @Nullable String name,
    @Schema(nullable = true) @Nullable String headline,
    @Schema(description = "Years of work", nullable = true) @Nullable Double years,
    @Schema(description = "Whose CV it is; null until it is read", nullable = true)
        @Nullable UUID candidate,
    @Schema(description = "What a person decided last", nullable = true) @Nullable Verdict verdict,
    @Schema(description = "How the CV answers each requirement, by the requirement's id")
        Map<String, Answer> answers,
    @Schema(description = "What was noticed about the file") List<Notice.Kind> noticed,
    @Schema(description = "Why a person has to look at it", nullable = true)
        @Nullable Trouble trouble,
    @Schema(
            description = "What a language model made of it; null where none was to read it",
            nullable = true)
        @Nullable JudgedBody judged) {

  static ApplicationBody of(RankedApplication ranked) {
    Profile profile = ranked.profile();
    Match match = ranked.match();
    var application = ranked.application();
    var name = profile.contact().name();
    return new ApplicationBody(
        application.id().value(),
        application.file(),
        application.stage(),
        application.percent(),
        ranked.rank(),
        match.score(),
        match.recommendation(),
        points(match),
        name == null ? null : name.value(),
        profile.headline() == null ? null : profile.headline().value(),
        profile.years(),
        id(application.candidate()),
        application.verdict(),
        match.answers(),
        ranked.notices(),
        null,
        JudgedBody.of(ranked.judged()));
  }

  static ApplicationBody of(Application application) {
    return new ApplicationBody(
        application.id().value(),
        application.file(),
        application.stage(),
        application.percent(),
        null,
        null,
        null,
        Map.of(),
        null,
        null,
        null,
        id(application.candidate()),
        application.verdict(),
        Map.of(),
        List.of(),
        Trouble.of(application),
        null);
  }

  private static @Nullable UUID id(@Nullable CandidateId candidate) {
    return candidate == null ? null : candidate.value();
  }

  static Map<Dimension, Double> points(Match match) {
    var points = new EnumMap<Dimension, Double>(Dimension.class);
    match.dimensions().stream()
        .filter(DimensionScore::asked)
        .forEach(score -> points.put(score.dimension(), score.points()));
    return points;
  }

  /// Why an application needs a person.
  @Schema(name = "Trouble")
  record Trouble(
      @Schema(nullable = true) @Nullable Reason reason,
      @Schema(description = "What is wrong") String meaning,
      @Schema(description = "What was found; may be empty") String detail,
      @Schema(description = "What to do") String advice,
      @Schema(description = "What to look for in the log", nullable = true)
          @Nullable String errorId) {

    static @Nullable Trouble of(Application application) {
      var reason = application.reason();
      if (reason != null) {
        return new Trouble(
            reason,
            Spoken.of(reason.meaning()),
            Spoken.of(application.detail()),
            Spoken.of(reason.advice()),
            application.errorId());
      }
      return application.stage() == Stage.FAILED
          ? new Trouble(
              null,
              "reading the file failed",
              application.detail(),
              "upload it again",
              application.errorId())
          : null;
    }
  }
}
