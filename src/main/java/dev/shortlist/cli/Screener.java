package dev.shortlist.cli;

import dev.shortlist.match.Match;
import dev.shortlist.match.Matcher;
import dev.shortlist.match.Ranking;
import dev.shortlist.match.Weights;
import dev.shortlist.profile.Reading;
import dev.shortlist.report.Cv;
import dev.shortlist.report.JobRanking;
import dev.shortlist.report.Person;
import dev.shortlist.report.Remark;
import dev.shortlist.report.Report;
import dev.shortlist.report.Unread;
import dev.shortlist.text.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Reads a pile of CVs, each once, and ranks them for every job description.
final class Screener {
  private final CvReader reader;
  private final Matcher matcher;
  private final List<NamedJob> jobs;

  Screener(CvReader reader, Matcher matcher, List<NamedJob> jobs) {
    this.reader = reader;
    this.matcher = matcher;
    this.jobs = jobs;
  }

  /// The same report whatever the number of threads is.
  Report screen(Pile pile, int threads, LocalDate asOf, ProgressBar progress) {
    var names = pile.names();
    var read =
        Parallel.map(
            pile.fresh(),
            threads,
            file -> {
              var screened = screen(file, names.getOrDefault(file, file.path()));
              progress.step();
              return screened;
            });
    var byHash = new HashMap<String, Screened>();
    read.forEach(screened -> byHash.put(screened.hash(), screened));
    return report(pile, names, byHash, asOf);
  }

  /// What is kept of a file: its text is let go.
  private sealed interface Screened {
    String hash();
  }

  /// @param matches one for each job description, in their order
  private record Scored(String hash, Cv cv, List<Match> matches) implements Screened {}

  private record Tray(String hash, Unread unread) implements Screened {}

  private Screened screen(Pile.Fresh file, String name) {
    return switch (reader.read(file.file(), file.path())) {
      case CvReader.Read(var reading, _) -> scored(file.hash(), name, reading);
      case CvReader.Unread(var reason, var detail, _) ->
          new Tray(file.hash(), new Unread(name, reason, detail));
    };
  }

  // One CV that trips the matcher must not cost the others their place.
  private Screened scored(String hash, String name, Reading reading) {
    var cv = new Cv(name, Person.of(reading.profile()), Remark.of(reading));
    try {
      return new Scored(hash, cv, matches(reading));
    } catch (RuntimeException | StackOverflowError e) {
      return new Tray(hash, new Unread(name, Reason.FAILED, e.getClass().getSimpleName()));
    }
  }

  private List<Match> matches(Reading reading) {
    return jobs.stream()
        .map(job -> matcher.match(reading, job.content(), Weights.STANDARD))
        .toList();
  }

  private Report report(
      Pile pile, Map<Pile.Item, String> names, Map<String, Screened> byHash, LocalDate asOf) {
    var scored = new ArrayList<Scored>();
    var duplicates = new ArrayList<Report.Duplicate>();
    var review = new ArrayList<Unread>();
    for (var item : pile.items()) {
      var name = names.getOrDefault(item, item.path());
      switch (item) {
        case Pile.Refused(_, var reason, var detail) ->
            review.add(new Unread(name, reason, detail));
        case Pile.Fresh(_, _, var hash) -> {
          switch (screened(byHash, hash)) {
            case Scored first -> scored.add(first);
            case Tray(_, var unread) -> review.add(unread);
          }
        }
        case Pile.Copy(_, var hash) -> {
          switch (screened(byHash, hash)) {
            case Scored(_, var cv, _) ->
                duplicates.add(new Report.Duplicate(name, cv.file(), cv.person()));
            case Tray(_, var unread) ->
                review.add(new Unread(name, unread.reason(), unread.detail()));
          }
        }
      }
    }
    return new Report(asOf, rankings(scored), duplicates, review, pile.ignored());
  }

  private static Screened screened(Map<String, Screened> byHash, String hash) {
    return Objects.requireNonNull(byHash.get(hash), "every file of the pile is screened");
  }

  private List<JobRanking> rankings(List<Scored> scored) {
    var rankings = new ArrayList<JobRanking>();
    for (int i = 0; i < jobs.size(); i++) {
      int job = i;
      var places =
          Ranking.of(scored, cv -> cv.matches().get(job), Scored::hash).stream()
              .map(ranked ->
                  new JobRanking.Place(
                      ranked.rank(), ranked.element().cv(), ranked.element().matches().get(job)))
              .toList();
      rankings.add(new JobRanking(jobs.get(i).name(), jobs.get(i).content(), places));
    }
    return rankings;
  }
}
