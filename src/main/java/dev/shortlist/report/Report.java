package dev.shortlist.report;

import dev.shortlist.report.Row.Standing;
import dev.shortlist.report.Row.State;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/// What a pile of files gave: a ranking for each job description, and every file that has no place
/// in one.
///
/// @param asOf day that "present" means in a CV without a date of its own
/// @param duplicates files with the same bytes as an earlier one
/// @param review files that were not read
/// @param ignored number of files that systems leave behind, such as `.DS_Store`; not counted as
///   files
public record Report(
    LocalDate asOf,
    List<JobRanking> rankings,
    List<Duplicate> duplicates,
    List<Unread> review,
    int ignored) {
  public Report {
    rankings = List.copyOf(rankings);
    duplicates = List.copyOf(duplicates);
    review = List.copyOf(review);
  }

  /// A file that another one stands for.
  ///
  /// @param of the file that was read
  public record Duplicate(String file, String of, Person person) {
    public String why() {
      return "the same file as " + of;
    }
  }

  /// Files that were read and ranked, each counted once.
  public int ranked() {
    return rankings.isEmpty() ? 0 : rankings.getFirst().places().size();
  }

  /// All files, as counted by what became of them.
  public int files() {
    return ranked() + duplicates.size() + review.size();
  }

  /// One row for each file and job description: the ranking first, then duplicates and the review
  /// tray.
  public Stream<Row> rows() {
    return rankings.stream().flatMap(this::rows);
  }

  private Stream<Row> rows(JobRanking ranking) {
    var job = ranking.job();
    return Stream.of(
            ranking.places().stream().map(place -> row(job, place)),
            duplicates.stream().map(copy -> row(job, copy)),
            review.stream().map(file -> row(job, file)))
        .flatMap(rows -> rows);
  }

  private static Row row(String job, JobRanking.Place place) {
    var cv = place.cv();
    var standing = Standing.of(place.rank(), place.match());
    return new Row(
        job,
        cv.file(),
        cv.person(),
        Remark.state(cv.remarks()),
        Remark.sentence(cv.remarks()),
        standing);
  }

  private static Row row(String job, Duplicate copy) {
    return new Row(job, copy.file(), copy.person(), State.DUPLICATE, copy.why(), null);
  }

  private static Row row(String job, Unread file) {
    return new Row(job, file.file(), Person.UNKNOWN, State.REVIEW, file.why(), null);
  }
}
