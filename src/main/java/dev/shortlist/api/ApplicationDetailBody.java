package dev.shortlist.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.shortlist.judging.Dollars;
import dev.shortlist.match.Dimension;
import dev.shortlist.match.DimensionScore;
import dev.shortlist.match.Evidence;
import dev.shortlist.match.Gap;
import dev.shortlist.match.Gate;
import dev.shortlist.match.Match;
import dev.shortlist.match.Part;
import dev.shortlist.profile.Reading;
import dev.shortlist.profile.Warning;
import dev.shortlist.screening.ApplicationDetail;
import dev.shortlist.screening.RankedApplication;
import dev.shortlist.text.Box;
import dev.shortlist.text.Notice;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Everything about one CV in a screening: the score down to the words that earned it.
@Schema(name = "ApplicationDetail")
record ApplicationDetailBody(
    @JsonUnwrapped ApplicationBody application,
    UUID screening,
    @Schema(description = "SHA-256 of the file", nullable = true) @Nullable String documentHash,
    Instant createdAt,
    @Schema(nullable = true) @Nullable Instant finishedAt,
    @Schema(description = "Place in the queue, from 1; null when it does not wait", nullable = true)
        @Nullable Integer place,
    @Schema(nullable = true) @Nullable Explanation explanation,
    @Schema(
            description =
                "The local engine's explanation where a language model was to read the CV, too",
            nullable = true)
        @Nullable Explanation localExplanation,
    @Schema(description = "Dollars of its part in calls of language models") BigDecimal modelCost,
    @Schema(description = "What a recruiter should know about the file") List<Notice> notices,
    @Schema(description = "What a recruiter should know about the reading") List<Warning> warnings,
    @Schema(nullable = true) @Nullable ProfileBody profile,
    @Schema(
            description =
                "What the person has published on GitHub; null where nobody looked. It counts for"
                    + " nothing.",
            nullable = true)
        @Nullable GithubBody github,
    @Schema(description = "The CV's visible text; quotes are pieces of it", nullable = true)
        @Nullable String text) {

  static ApplicationDetailBody of(
      ApplicationDetail detail, @Nullable Integer place, @Nullable GithubBody github) {
    var application = detail.application();
    var reading = detail.reading();
    var match = detail.match();
    return new ApplicationDetailBody(
        summary(detail),
        application.screening().value(),
        application.documentHash(),
        application.createdAt(),
        application.finishedAt(),
        place,
        match == null ? null : Explanation.of(match),
        detail.local() == null ? null : Explanation.of(detail.local()),
        Dollars.of(detail.cost()),
        reading == null ? List.of() : reading.source().notices(),
        reading == null ? List.of() : reading.profile().warnings(),
        reading == null ? null : ProfileBody.of(reading.profile()),
        github,
        reading == null ? null : reading.source().text().text());
  }

  private static ApplicationBody summary(ApplicationDetail detail) {
    Reading reading = detail.reading();
    Match match = detail.match();
    Integer rank = detail.rank();
    return rank == null || reading == null || match == null
        ? ApplicationBody.of(detail.application())
        : ApplicationBody.of(
            new RankedApplication(
                rank, detail.application(), reading.profile(), match, List.of(), detail.judged()));
  }

  /// Why the score is what it is.
  @Schema(name = "Explanation")
  record Explanation(
      @Schema(description = "Exact score; the dimensions' points by their weights") double total,
      @Schema(description = "How much of the score rests on clear evidence, 0 to 1")
          double confidence,
      String reasoning,
      List<Points> dimensions,
      List<Gap> gaps,
      List<Answer> gates,
      List<String> strengths,
      @Schema(description = "What to ask in an interview") List<String> questions,
      List<Match.Flag> flags,
      @Schema(description = "Versions that made the score; equal versions give equal scores")
          String version) {
    static Explanation of(Match match) {
      return new Explanation(
          match.total(),
          match.confidence(),
          Spoken.of(match.reasoning()),
          match.dimensions().stream().map(score -> Points.of(score, match)).toList(),
          match.gaps().stream().map(Explanation::spoken).toList(),
          match.gates().stream().map(Answer::of).toList(),
          match.strengths().stream().map(Spoken::of).toList(),
          match.questions().stream().map(Spoken::of).toList(),
          match.flags().stream().map(Explanation::spoken).toList(),
          match.version());
    }

    private static Gap spoken(Gap gap) {
      return new Gap(
          gap.requirement(), gap.label(), gap.importance(), gap.unknown(), Spoken.of(gap.found()));
    }

    private static Match.Flag spoken(Match.Flag flag) {
      return new Match.Flag(flag.kind(), Spoken.of(flag.detail()));
    }
  }

  /// The points of one dimension; those of its parts add up to them.
  @Schema(name = "DimensionPoints")
  record Points(
      Dimension dimension,
      boolean asked,
      double points,
      @Schema(description = "Against the weights of the other dimensions asked for") int weight,
      List<Addend> parts) {
    static Points of(DimensionScore score, Match match) {
      return new Points(
          score.dimension(),
          score.asked(),
          score.points(),
          match.weights().of(score.dimension()),
          score.parts().stream().map(Addend::of).toList());
    }
  }

  /// One part of a dimension's points.
  @Schema(name = "Part")
  record Addend(
      @Schema(description = "Id of the requirement", nullable = true) @Nullable String requirement,
      String label,
      double points,
      double outOf,
      String reason,
      List<Quote> evidence) {
    static Addend of(Part part) {
      return new Addend(
          part.requirement(),
          part.requirement() == null ? Spoken.of(part.label()) : part.label(),
          part.points(),
          part.outOf(),
          Spoken.of(part.reason()),
          Quote.of(part.evidence()));
    }
  }

  /// The answer to a gate.
  @Schema(name = "Gate")
  record Answer(
      String requirement,
      String label,
      Gate.Answer answer,
      @Schema(
              description =
                  "What the answer rests on; of an unknown one, words that name it and leave it open")
          List<Quote> evidence,
      @Schema(
              description =
                  "What these words say where they leave it open, such as that it is not held yet; else empty")
          String found) {
    static Answer of(Gate gate) {
      return new Answer(
          gate.requirement(),
          gate.label(),
          gate.answer(),
          Quote.of(gate.evidence()),
          Spoken.of(gate.found()));
    }
  }

  /// Words of the CV and where they stand.
  @Schema(name = "Evidence")
  record Quote(
      String quote,
      @Schema(description = "Page from 1 on which it starts") int page,
      @Schema(description = "Index of its first character in the text") int start,
      @Schema(description = "Its lines on the page in points from the upper left corner")
          List<Box> boxes,
      Evidence.Kind kind,
      @Schema(description = "Share of the requirement it shows, up to 1") double share,
      String note) {
    static List<Quote> of(List<Evidence> evidence) {
      return evidence.stream().map(Quote::of).toList();
    }

    private static Quote of(Evidence evidence) {
      var passage = evidence.passage();
      return new Quote(
          passage.quote(),
          passage.page(),
          passage.start(),
          passage.boxes(),
          evidence.kind(),
          evidence.share(),
          Spoken.of(evidence.note()));
    }
  }
}
