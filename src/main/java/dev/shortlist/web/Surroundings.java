package dev.shortlist.web;

import dev.shortlist.accounts.CurrentUser;
import dev.shortlist.accounts.Principal;
import dev.shortlist.blind.Blind;
import dev.shortlist.blind.Mask;
import dev.shortlist.blind.Sight;
import dev.shortlist.candidate.Candidate;
import dev.shortlist.candidate.CandidateId;
import dev.shortlist.candidate.Candidates;
import dev.shortlist.deciding.Decisions;
import dev.shortlist.deciding.Note;
import dev.shortlist.deciding.Notes;
import dev.shortlist.github.GithubPeople;
import dev.shortlist.match.Match;
import dev.shortlist.profile.Correction;
import dev.shortlist.profile.Period;
import dev.shortlist.screening.Application;
import dev.shortlist.screening.ApplicationDetail;
import dev.shortlist.screening.Applications;
import dev.shortlist.screening.Corrections;
import dev.shortlist.screening.JobDescriptions;
import dev.shortlist.screening.Screening;
import dev.shortlist.screening.Screenings;
import dev.shortlist.screening.StoredJobDescription;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Gathers what stands round one application.
@Component
class Surroundings {
  private static final int OTHERS = 8;
  private static final int DOUBLES = 5;

  private final CurrentUser user;
  private final Screenings screenings;
  private final Applications applications;
  private final Decisions decisions;
  private final Notes notes;
  private final Blind blind;
  private final Candidates candidates;
  private final Authors authors;
  private final Corrections corrections;
  private final Correspondence correspondence;
  private final GithubPeople people;
  private final JobDescriptions jobs;

  Surroundings(
      CurrentUser user,
      Screenings screenings,
      Applications applications,
      Decisions decisions,
      Notes notes,
      Blind blind,
      Candidates candidates,
      Authors authors,
      Corrections corrections,
      Correspondence correspondence,
      GithubPeople people,
      JobDescriptions jobs) {
    this.user = user;
    this.screenings = screenings;
    this.applications = applications;
    this.decisions = decisions;
    this.notes = notes;
    this.blind = blind;
    this.candidates = candidates;
    this.authors = authors;
    this.corrections = corrections;
    this.correspondence = correspondence;
    this.people = people;
    this.jobs = jobs;
  }

  /// @param known all that is known of the application; what people wrote is masked with it
  Surrounding of(Screening screening, ApplicationDetail known, Sight sight) {
    var by = user.principal();
    var application = known.application();
    var names = authors.names();
    boolean named = sight.shows(application);
    UnaryOperator<String> seen =
        named || known.reading() == null ? words -> words : Mask.of(known)::hide;
    var elsewhere = elsewhere(by, application);
    var self = named ? self(by, application.candidate()) : null;
    return new Surrounding(
        notes.of(by.account(), application.id()).stream()
            .map(note -> written(by, note, seen, names))
            .toList(),
        history(by, screening, application, seen, names),
        elsewhere.size(),
        named
            ? elsewhere.stream().limit(OTHERS).flatMap(one -> other(by, one).stream()).toList()
            : List.of(),
        self,
        self == null ? List.of() : doubles(by, self),
        corrections.of(by.account(), application.id()).stream()
            .map(made -> fixed(made, seen, named, names))
            .toList(),
        named ? github(by, screening, application) : null);
  }

  private @Nullable GithubCard github(Principal by, Screening screening, Application application) {
    var job = screening.jobDescription();
    var asked = job == null ? Optional.<StoredJobDescription>empty() : jobs.find(by.account(), job);
    return people
        .find(by.account(), application.id())
        .map(lookup -> GithubCard.of(lookup, asked.map(StoredJobDescription::content)))
        .orElse(null);
  }

  private static Surrounding.Written written(
      Principal by, Note note, UnaryOperator<String> seen, Authors.Names names) {
    return new Surrounding.Written(
        note, seen.apply(note.words()), names.name(note.by()), note.by().equals(by.actor()));
  }

  private static Surrounding.Fixed fixed(
      Corrections.Made made, UnaryOperator<String> seen, boolean named, Authors.Names names) {
    var told =
        switch (made.correction()) {
          case Correction.Name(var value) -> List.of("name", named ? value : "");
          case Correction.Title(var _, var value) -> List.of("title", seen.apply(value));
          case Correction.Company(var _, var value) -> List.of("company", seen.apply(value));
          case Correction.Dates(var _, var start, var end) ->
              List.of("dates", Words.period(new Period(start, end, end == null, false)));
          case Correction.SkillAdded(var words) -> List.of("skill", seen.apply(words));
          case Correction.SkillRemoved(var skill) -> List.of("no-skill", seen.apply(skill));
        };
    return new Surrounding.Fixed(
        made.id(),
        Texts.say("candidate.correct." + told.getFirst()),
        told.getLast(),
        names.name(made.by()),
        made.at());
  }

  private List<Happening> history(
      Principal by,
      Screening screening,
      Application application,
      UnaryOperator<String> seen,
      Authors.Names names) {
    var history = new ArrayList<Happening>();
    for (var decision : decisions.history(by.account(), application.id())) {
      var told = Happening.of(decision, names.name(decision.by()));
      history.add(
          new Happening(told.at(), told.by(), told.what(), seen.apply(told.words()), told.tone()));
    }
    for (var reveal : blind.history(by.account(), screening.id(), application.id())) {
      history.add(Happening.of(reveal, names.name(reveal.by())));
    }
    history.addAll(correspondence.of(by.account(), application.id(), names));
    history.sort(Comparator.comparing(Happening::at).reversed());
    return history;
  }

  private List<Application> elsewhere(Principal by, Application application) {
    CandidateId candidate = application.candidate();
    return candidate == null
        ? List.of()
        : applications.of(by.account(), candidate).stream()
            .filter(other -> !other.id().equals(application.id()))
            .toList();
  }

  private Optional<Surrounding.Other> other(Principal by, Application application) {
    return screenings
        .find(by.account(), application.screening())
        .map(screening ->
            new Surrounding.Other(
                screening,
                "/screenings/%d/applications/%s".formatted(screening.number(), application.id()),
                score(by, application),
                application.verdict()));
  }

  private @Nullable Integer score(Principal by, Application application) {
    return applications
        .find(by.account(), application.id())
        .map(ApplicationDetail::match)
        .map(Match::score)
        .orElse(null);
  }

  private @Nullable Candidate self(Principal by, @Nullable CandidateId id) {
    return id == null ? null : candidates.find(by.account(), id).orElse(null);
  }

  /// Candidates with the same name or the same telephone.
  private List<Candidate> doubles(Principal by, Candidate self) {
    String name = self.name();
    if (name == null || name.isBlank()) {
      return List.of();
    }
    return candidates.list(by.account(), 0, name, DOUBLES + 1).stream()
        .filter(other -> !other.id().equals(self.id()))
        .limit(DOUBLES)
        .toList();
  }
}
