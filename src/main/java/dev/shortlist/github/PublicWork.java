package dev.shortlist.github;

import dev.shortlist.jobdescription.JobDescription;
import dev.shortlist.jobdescription.Need;
import dev.shortlist.jobdescription.Requirement;
import dev.shortlist.skills.Taxonomy;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a person has published on GitHub. Copies of the work of others ("forks") are counted apart
/// and tell nothing else.
///
/// @param login as GitHub writes it
/// @param page the account's page
/// @param since day the account was made, absent where GitHub does not say
/// @param own repositories that are not copies
/// @param forks repositories that are
/// @param lastPush day of the newest change to own work, absent without own work
/// @param languages main languages of own repositories, most used first
/// @param projects own repositories changed last, newest first, a few
/// @param cut whether there may be more repositories than were looked at
public record PublicWork(
    String login,
    URI page,
    @Nullable LocalDate since,
    int own,
    int forks,
    @Nullable LocalDate lastPush,
    List<Language> languages,
    List<Project> projects,
    boolean cut) {
  public PublicWork {
    languages = List.copyOf(languages);
    projects = List.copyOf(projects);
  }

  /// A programming language in own work.
  ///
  /// @param repositories whose main language it is
  /// @param lastPush day one of them was changed last
  /// @param example the one changed last
  public record Language(
      String name, int repositories, @Nullable LocalDate lastPush, URI example) {}

  /// One repository.
  ///
  /// @param language its main language, absent where it has none
  /// @param pushed day it was changed last
  public record Project(
      String name, URI page, @Nullable String language, @Nullable LocalDate pushed, int stars) {}

  /// Languages that a job description asks for by name.
  public List<Language> asked(JobDescription jobDescription) {
    var skills =
        jobDescription.requirements().stream()
            .map(Requirement::need)
            .filter(Need.Skill.class::isInstance)
            .flatMap(need -> ((Need.Skill) need).anyOf().stream())
            .collect(Collectors.toSet());
    return languages.stream()
        .filter(language ->
            Taxonomy.standard()
                .named(language.name())
                .filter(skill -> skills.contains(skill.id()))
                .isPresent())
        .toList();
  }

  /// In one line: `Java (3, 2026-03), Go (1, 2025-11); 4 own repositories, 2 copies`.
  public String inShort() {
    String used =
        languages.stream()
            .limit(8)
            .map(language ->
                language.lastPush() == null
                    ? "%s (%d)".formatted(language.name(), language.repositories())
                    : "%s (%d, %tY-%<tm)"
                        .formatted(language.name(), language.repositories(), language.lastPush()))
            .collect(Collectors.joining(", "));
    String counts =
        "%d own %s, %d %s"
            .formatted(
                own,
                own == 1 ? "repository" : "repositories",
                forks,
                forks == 1 ? "copy" : "copies");
    return used.isEmpty() ? counts : used + "; " + counts;
  }
}
