package dev.shortlist.web;

import dev.shortlist.github.Lookup;
import dev.shortlist.github.PublicWork;
import dev.shortlist.github.Skipped;
import dev.shortlist.jobdescription.JobDescription;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a candidate's page says of the GitHub account the CV names.
///
/// @param work absent while nothing is known
/// @param why absent unless nothing will be known
/// @param asked languages the job description asks for by name
record GithubCard(
    String login,
    @Nullable PublicWork work,
    @Nullable Skipped why,
    List<PublicWork.Language> asked) {

  static GithubCard of(Lookup lookup, Optional<JobDescription> jobDescription) {
    return switch (lookup) {
      case Lookup.Waiting(var login) -> new GithubCard(login, null, null, List.of());
      case Lookup.NotKnown(var login, var why) -> new GithubCard(login, null, why, List.of());
      case Lookup.Known(var work, var _) ->
          new GithubCard(
              work.login(), work, null, jobDescription.map(work::asked).orElse(List.of()));
    };
  }

  boolean isAsked(PublicWork.Language language) {
    return asked.contains(language);
  }
}
