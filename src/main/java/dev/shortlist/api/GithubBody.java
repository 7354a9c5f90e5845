package dev.shortlist.api;

import dev.shortlist.github.Lookup;
import dev.shortlist.github.PublicWork;
import dev.shortlist.github.Skipped;
import dev.shortlist.jobdescription.JobDescription;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is known of the GitHub account a CV names.
@Schema(name = "Github")
record GithubBody(
    String login,
    State state,
    @Schema(description = "Why nothing is known", nullable = true) @Nullable Skipped why,
    @Schema(nullable = true) @Nullable String whyInWords,
    @Schema(nullable = true) @Nullable PublicWork work,
    @Schema(description = "Languages the job description asks for by name")
        List<PublicWork.Language> asked,
    @Schema(description = "When GitHub said so", nullable = true) @Nullable Instant at) {
  enum State {
    WAITING,
    KNOWN,
    NOT_KNOWN
  }

  static GithubBody of(Lookup lookup, Optional<JobDescription> asked) {
    return switch (lookup) {
      case Lookup.Waiting(var login) ->
          new GithubBody(login, State.WAITING, null, null, null, List.of(), null);
      case Lookup.NotKnown(var login, var why) ->
          new GithubBody(login, State.NOT_KNOWN, why, why.meaning(), null, List.of(), null);
      case Lookup.Known(var work, var at) ->
          new GithubBody(
              work.login(),
              State.KNOWN,
              null,
              null,
              work,
              asked.map(work::asked).orElse(List.of()),
              at);
    };
  }
}
