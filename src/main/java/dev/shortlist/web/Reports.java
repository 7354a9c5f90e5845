package dev.shortlist.web;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.Audit;
import dev.shortlist.blind.Blind;
import dev.shortlist.blind.Sight;
import dev.shortlist.github.GithubPeople;
import dev.shortlist.github.Lookup;
import dev.shortlist.intake.Intake;
import dev.shortlist.intake.Received;
import dev.shortlist.report.Cv;
import dev.shortlist.report.ExplanationSheet;
import dev.shortlist.report.JobRanking;
import dev.shortlist.report.Person;
import dev.shortlist.report.Remark;
import dev.shortlist.report.Report;
import dev.shortlist.report.Unread;
import dev.shortlist.screening.Application;
import dev.shortlist.screening.ApplicationId;
import dev.shortlist.screening.Applications;
import dev.shortlist.screening.JobDescriptions;
import dev.shortlist.screening.RankedApplication;
import dev.shortlist.screening.Screening;
import dev.shortlist.screening.StoredJobDescription;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts together what leaves the house, as its reader may see it, and writes down that it did.
@Component
class Reports {
  private final Applications applications;
  private final JobDescriptions jobDescriptions;
  private final Intake intake;
  private final Blind blind;
  private final Audit audit;
  private final Clock clock;
  private final GithubPeople people;

  Reports(
      Applications applications,
      JobDescriptions jobDescriptions,
      Intake intake,
      Blind blind,
      Audit audit,
      Clock clock,
      GithubPeople people) {
    this.applications = applications;
    this.jobDescriptions = jobDescriptions;
    this.intake = intake;
    this.blind = blind;
    this.audit = audit;
    this.clock = clock;
    this.people = people;
  }

  /// The best `shown` of a screening, and all files without a place.
  Report of(AccountId id, Screening screening, int shown) {
    var asked =
        asked(id, screening)
            .orElseThrow(() -> Trouble.notFound("report of screening", "" + screening.number()));
    var sight = blind.sight(id, screening.id());
    var ranking =
        new JobRanking(
            asked.content().title(),
            asked.content(),
            places(id, applications.ranking(id, screening.id(), 0, shown), sight));
    var report =
        new Report(
            today(),
            List.of(ranking),
            duplicates(id, screening, sight),
            review(id, screening, sight),
            0);
    audit.note(id, "screening.report", "screening/" + screening.id(), "top " + shown);
    return report;
  }

  /// How one CV was read, for the person it speaks of.
  ExplanationSheet sheet(AccountId id, Screening screening, UUID application) {
    var detail =
        applications
            .find(id, new ApplicationId(application))
            .filter(found -> found.application().screening().equals(screening.id()))
            .map(blind.sight(id, screening.id())::seen)
            .orElseThrow(() -> Trouble.notFound("candidate", application.toString()));
    var reading = detail.reading();
    var match = detail.match();
    var asked = asked(id, screening);
    if (reading == null || match == null || asked.isEmpty()) {
      throw Trouble.notFound("explanation of candidate", application.toString());
    }
    audit.note(id, "application.explanation", "application/" + application, "");
    return new ExplanationSheet(
        Person.of(reading.profile()),
        detail.application().file(),
        asked.get().content(),
        match,
        today());
  }

  private List<JobRanking.Place> places(AccountId id, List<RankedApplication> ranked, Sight sight) {
    var named = ranked.stream().map(one -> one.application().id()).filter(sight::shows).toList();
    var found = people.find(id, named);
    return ranked.stream()
        .map(sight::seen)
        .map(one -> place(one, sight, github(found.get(one.application().id()))))
        .toList();
  }

  private static Stream<Remark> github(@Nullable Lookup lookup) {
    return switch (lookup) {
      case Lookup.Known(var work, var _) ->
          Stream.of(
              new Remark(
                  "GITHUB",
                  "on GitHub, which counts for nothing",
                  work.inShort() + "; " + work.page()));
      case Lookup.NotKnown(var _, var why) ->
          Stream.of(new Remark("GITHUB", "nothing known from GitHub", why.meaning()));
      case Lookup.Waiting ignored -> Stream.empty();
      case null -> Stream.empty();
    };
  }

  private static JobRanking.Place place(
      RankedApplication ranked, Sight sight, Stream<Remark> github) {
    var profile = ranked.profile();
    var remarks =
        Stream.of(
                ranked.notices().stream().map(Remark::of),
                profile.warnings().stream().map(Remark::of),
                github)
            .flatMap(some -> some)
            .toList();
    var cv =
        new Cv(
            ranked.application().file(),
            Person.of(profile).called(RankedRow.name(ranked.application(), profile, sight)),
            remarks);
    return new JobRanking.Place(ranked.rank(), cv, ranked.match());
  }

  private List<Unread> review(AccountId id, Screening screening, Sight sight) {
    return applications.review(id, screening.id()).stream()
        .map(sight::seen)
        .flatMap(Reports::unread)
        .toList();
  }

  private static Stream<Unread> unread(Application application) {
    var reason = application.reason();
    return reason == null
        ? Stream.empty()
        : Stream.of(new Unread(application.file(), reason, application.detail()));
  }

  private List<Report.Duplicate> duplicates(AccountId id, Screening screening, Sight sight) {
    return intake.received(id, screening.id()).stream()
        .filter(Received.Duplicate.class::isInstance)
        .map(Received.Duplicate.class::cast)
        .map(copy ->
            new Report.Duplicate(
                sight.seen(copy.application(), copy.path()),
                sight.seen(copy.application(), copy.original()),
                Person.UNKNOWN))
        .toList();
  }

  private Optional<StoredJobDescription> asked(AccountId id, Screening screening) {
    var job = screening.jobDescription();
    return job == null ? Optional.empty() : jobDescriptions.find(id, job);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
