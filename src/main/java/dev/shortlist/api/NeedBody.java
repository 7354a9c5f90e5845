package dev.shortlist.api;

import dev.shortlist.jobdescription.Need;
import dev.shortlist.skills.DegreeLevel;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a requirement asks for, as one flat record: what its kind does not have is null or empty.
@Schema(name = "Need")
record NeedBody(
    Kind kind,
    @Schema(description = "SKILL, SOFT_SKILL: ids in the taxonomy of which any one will do")
        List<String> anyOf,
    @Schema(description = "SKILL, EXPERIENCE: 0 when none are asked for", nullable = true)
        @Nullable Integer years,
    @Schema(description = "EXPERIENCE: what the work should have been in", nullable = true)
        @Nullable String field,
    @Schema(description = "DEGREE: this one or a higher one", nullable = true)
        @Nullable DegreeLevel degree,
    @Schema(description = "DEGREE: fields of study, empty for any") List<String> fields,
    @Schema(description = "DEGREE: whether experience is accepted instead", nullable = true)
        @Nullable Boolean orEquivalent,
    @Schema(description = "LANGUAGE: English name", example = "German", nullable = true)
        @Nullable String language,
    @Schema(description = "LANGUAGE: A1 to C2", example = "B2", nullable = true)
        @Nullable String level,
    @Schema(description = "CONDITION: of what kind", nullable = true)
        Need.Condition.@Nullable Kind condition,
    @Schema(description = "CONDITION, WORDING: the words themselves", nullable = true)
        @Nullable String asked) {

  /// What a need is about.
  @Schema(name = "NeedKind")
  enum Kind {
    SKILL,
    EXPERIENCE,
    DEGREE,
    LANGUAGE,
    SOFT_SKILL,
    CONDITION,
    WORDING
  }

  static NeedBody of(Need need) {
    return switch (need) {
      case Need.Skill(var anyOf, var years) -> about(Kind.SKILL, anyOf, years, null, null);
      case Need.Experience(var years, var field) ->
          about(Kind.EXPERIENCE, List.of(), years, field, null);
      case Need.Degree(var level, var fields, var orEquivalent) ->
          new NeedBody(
              Kind.DEGREE,
              List.of(),
              null,
              null,
              level,
              fields,
              orEquivalent,
              null,
              null,
              null,
              null);
      case Need.Language(var language, var level) ->
          new NeedBody(
              Kind.LANGUAGE,
              List.of(),
              null,
              null,
              null,
              List.of(),
              null,
              language,
              level,
              null,
              null);
      case Need.SoftSkill(var skill) -> about(Kind.SOFT_SKILL, List.of(skill), null, null, null);
      case Need.Condition(var kind, var asked) ->
          new NeedBody(
              Kind.CONDITION,
              List.of(),
              null,
              null,
              null,
              List.of(),
              null,
              null,
              null,
              kind,
              asked);
      case Need.Wording(var asked) -> about(Kind.WORDING, List.of(), null, null, asked);
    };
  }

  private static NeedBody about(
      Kind kind,
      List<String> anyOf,
      @Nullable Integer years,
      @Nullable String field,
      @Nullable String asked) {
    return new NeedBody(kind, anyOf, years, field, null, List.of(), null, null, null, null, asked);
  }
}
