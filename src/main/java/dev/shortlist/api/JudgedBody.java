package dev.shortlist.api;

import dev.shortlist.profile.ToldDates;
import dev.shortlist.profile.ToldFact;
import dev.shortlist.screening.Judged;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Both scores of a CV that a language model was to read.
@Schema(name = "Judged")
record JudgedBody(
    Judged.State state,
    @Schema(description = "Whole points by the local engine") int localScore,
    @Schema(description = "Whole points with what the model showed", nullable = true)
        @Nullable Integer modelScore,
    @Schema(description = "Points the model made more, or less than 0", nullable = true)
        @Nullable Integer difference,
    @Schema(description = "Lowest of all readings by the model", nullable = true)
        @Nullable Integer lowest,
    @Schema(description = "Highest of all readings by the model", nullable = true)
        @Nullable Integer highest,
    @Schema(description = "How often the model read it") int readings,
    @Schema(nullable = true) @Nullable String model,
    @Schema(description = "The model's summary; may be empty") String summary,
    @Schema(description = "Why the local score stands", nullable = true) Judged.@Nullable Why why,
    @Schema(description = "The same in words", nullable = true) @Nullable String whyInWords,
    @Schema(description = "Requirements it was asked about") int asked,
    @Schema(description = "Requirements it answered") int answered,
    @Schema(
            description =
                "Its quotes, dates and facts that the CV does not bear out: they earned nothing")
        int unquoted,
    @Schema(description = "Dates of posts the local engine found none of, as the model told them")
        List<ToldDatesBody> dates,
    @Schema(
            description =
                "What the local engine did not find or was not sure of, as the model told it")
        List<ToldFactBody> facts) {

  /// Something else a model told.
  @Schema(name = "ToldFact")
  record ToldFactBody(
      ToldFact.Field field,
      @Schema(description = "Which post, course or language of the profile, from 0") int at,
      @Schema(description = "The words, or the name of a level: `MASTER`, `B2`") String value,
      @Schema(description = "Words of the CV that say so") String quote,
      @Schema(description = "Who told it", allowableValues = "model") String provenance) {
    static ToldFactBody of(ToldFact told) {
      return new ToldFactBody(told.field(), told.at(), told.value(), told.words().quote(), "model");
    }
  }

  /// When a post was held, as a model told it.
  @Schema(name = "ToldDates")
  record ToldDatesBody(
      @Schema(description = "As in the profile, from 0") int post,
      @Schema(example = "2019-03") String start,
      @Schema(description = "Absent when the post goes on", nullable = true) @Nullable String end,
      @Schema(description = "Words of the CV that say so") String quote,
      @Schema(description = "Who told it", allowableValues = "model") String provenance) {
    static ToldDatesBody of(ToldDates told) {
      var end = told.end();
      return new ToldDatesBody(
          told.post(),
          told.start().toString(),
          end == null ? null : end.toString(),
          told.quote(),
          "model");
    }
  }

  static @Nullable JudgedBody of(@Nullable Judged judged) {
    if (judged == null) {
      return null;
    }
    var why = judged.why();
    return new JudgedBody(
        judged.state(),
        judged.local(),
        judged.score(),
        judged.difference(),
        judged.lowest(),
        judged.highest(),
        judged.readings(),
        judged.model(),
        judged.summary(),
        why,
        why == null ? null : "The local score stands, as %s.".formatted(why.meaning()),
        judged.asked(),
        judged.answered(),
        judged.unquoted(),
        judged.dates().stream().map(ToldDatesBody::of).toList(),
        judged.facts().stream().map(ToldFactBody::of).toList());
  }
}
