package dev.shortlist.api;

import dev.shortlist.intake.TooLong;
import dev.shortlist.jobdescription.Concern;
import dev.shortlist.jobdescription.Importance;
import dev.shortlist.jobdescription.Requirement;
import dev.shortlist.jobdescription.Seniority;
import dev.shortlist.jobdescription.Wanted;
import dev.shortlist.match.Weights;
import dev.shortlist.screening.StoredJobDescription;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A job description as the API shows it.
@Schema(name = "JobDescription")
record JobDescriptionBody(
    UUID id,
    @Schema(description = "Small number within the account, from 1", example = "7") int number,
    @Schema(
            description = "From 1; a change makes the next one, with an id of its own",
            example = "1")
        int revision,
    @Schema(description = "What the caller calls it", example = "REQ-2026-014", nullable = true)
        @Nullable String reference,
    @Schema(example = "Senior Accountant") String title,
    @Nullable Seniority seniority,
    @Schema(description = "What the dimensions weigh in the score") Weights weights,
    List<Asked> requirements,
    @Schema(description = "What its author should look at before screening") List<Doubt> concerns,
    String text,
    @Schema(description = "Version of the reader that found the requirements") String version,
    Instant createdAt,
    @Schema(
            description = "Since when it takes no more applications; null while it is open",
            nullable = true)
        @Nullable Instant closedAt) {

  static JobDescriptionBody of(StoredJobDescription stored) {
    var content = stored.content();
    return new JobDescriptionBody(
        stored.id().value(),
        stored.number(),
        stored.revision(),
        stored.reference(),
        content.title(),
        content.seniority(),
        stored.weights(),
        content.requirements().stream().map(Asked::of).toList(),
        content.concerns().stream().map(Doubt::of).toList(),
        content.text().text(),
        content.version(),
        stored.createdAt(),
        stored.closedAt());
  }

  /// One thing that is asked for.
  @Schema(name = "Requirement")
  record Asked(
      @Schema(example = "r1") String id,
      @Schema(example = "5 years in accounting") String label,
      Importance importance,
      @Schema(description = "Share against the others of its dimension") double weight,
      NeedBody need,
      @Schema(description = "The sentence that asks for it") String quote) {
    static Asked of(Requirement asked) {
      return new Asked(
          asked.id(),
          asked.label(),
          asked.importance(),
          asked.weight(),
          NeedBody.of(asked.need()),
          asked.passage().quote());
    }
  }

  /// Something unclear, contradictory or unlawful.
  @Schema(name = "Concern")
  record Doubt(
      Concern.Kind kind,
      String quote,
      @Schema(description = "What to write instead") String advice) {
    static Doubt of(Concern concern) {
      return new Doubt(concern.kind(), concern.passage().quote(), Spoken.of(concern.advice()));
    }
  }

  /// A job description to be kept.
  @Schema(name = "NewJobDescription")
  record New(
      @Schema(
              description = "Absent to take it from the text",
              example = "Senior Accountant",
              nullable = true)
          @Nullable String title,
      @Schema(
              description = "The whole post as plain text",
              example = "We need\\n- 5 years of experience in accounting\\n- very good Excel",
              requiredMode = Schema.RequiredMode.REQUIRED)
          @Nullable String text,
      @Schema(
              description = "What you call it; unique in the account",
              example = "REQ-2026-014",
              nullable = true)
          @Nullable String reference) {}

  /// A job description with another text.
  @Schema(name = "NewText")
  record NewText(
      @Schema(description = "Absent to take it from the text", nullable = true)
          @Nullable String title,
      @Schema(
              description = "The whole post as plain text",
              requiredMode = Schema.RequiredMode.REQUIRED)
          @Nullable String text,
      @Schema(
              description =
                  "The revision you looked at; absent to change the last one whatever it is",
              nullable = true)
          @Nullable Integer revision) {}

  /// The requirements as they shall be.
  @Schema(name = "Corrections")
  record Corrections(
      @Schema(description = "Absent to leave it", nullable = true) @Nullable String title,
      @Schema(description = "Absent to leave them", nullable = true) @Nullable Weights weights,
      @Schema(description = "Absent to leave them; else all that shall be there, in this order")
          @Nullable List<Line> requirements,
      @Schema(
              description =
                  "The revision you looked at; absent to change the last one whatever it is",
              nullable = true)
          @Nullable Integer revision) {

    List<Wanted> wanted(StoredJobDescription before) {
      return requirements == null
          ? before.content().requirements().stream()
              .<Wanted>map(one -> Wanted.Kept.asItIs(one.id()))
              .toList()
          : requirements.stream().map(Line::wanted).toList();
    }
  }

  /// A requirement that stays, named by its `id`, or a new one in `text`.
  @Schema(name = "WantedRequirement")
  record Line(
      @Schema(example = "r1", nullable = true) @Nullable String id,
      @Schema(
              description = "A new requirement in your words",
              example = "3 years of SQL",
              nullable = true)
          @Nullable String text,
      @Schema(nullable = true) @Nullable String label,
      @Schema(nullable = true) @Nullable Importance importance,
      @Schema(description = "Above 0 and at most 1", nullable = true) @Nullable Double weight,
      @Schema(description = "Years of a skill or of experience", nullable = true)
          @Nullable Integer years,
      @Schema(description = "Names of skills of which any one will do", nullable = true)
          @Nullable List<String> anyOf) {

    private Wanted wanted() {
      TooLong.unless("label", label, TooLong.LINE);
      if (id == null && text == null) {
        throw Problem.INVALID_VALUE.because(
            "A requirement has neither an id nor a text: give the id of one that stays or the text of a new one.");
      }
      return id == null
          ? new Wanted.Added(String.valueOf(text), importance, weight)
          : new Wanted.Kept(
              id, label, importance, weight, years, anyOf == null ? List.of() : anyOf);
    }
  }
}
