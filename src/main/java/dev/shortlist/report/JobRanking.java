package dev.shortlist.report;

import dev.shortlist.jobdescription.JobDescription;
import dev.shortlist.match.Match;
import java.util.List;

/// All CVs against one job description, best first.
///
/// @param job what people call the job description: the name of its file
public record JobRanking(String job, JobDescription jobDescription, List<Place> places) {
  public JobRanking {
    places = List.copyOf(places);
  }

  /// A CV at its place.
  ///
  /// @param rank place from 1
  public record Place(int rank, Cv cv, Match match) {}
}
