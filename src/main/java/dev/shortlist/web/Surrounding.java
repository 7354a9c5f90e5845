package dev.shortlist.web;

import dev.shortlist.candidate.Candidate;
import dev.shortlist.deciding.Note;
import dev.shortlist.screening.Screening;
import dev.shortlist.screening.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What people said and did about one application, and where else its person is.
///
/// @param history newest first
/// @param elsewhere how many other applications the person has
/// @param others the newest of them, none while the name is hidden
/// @param self absent while the CV is not read or the name is hidden
/// @param fixed what was corrected, oldest first
/// @param github absent while the name is hidden, and where the CV names no account or nobody
///   looked
/// @param doubles who may be the same person, none while the name is hidden
record Surrounding(
    List<Written> notes,
    List<Happening> history,
    int elsewhere,
    List<Other> others,
    @Nullable Candidate self,
    List<Candidate> doubles,
    List<Fixed> fixed,
    @Nullable GithubCard github) {
  static final Surrounding NOTHING =
      new Surrounding(List.of(), List.of(), 0, List.of(), null, List.of(), List.of(), null);

  /// @param words as they may be seen
  /// @param mine whether the reader wrote it
  record Written(Note note, String words, String by, boolean mine) {}

  /// A correction that holds.
  ///
  /// @param words what is right, as it may be seen
  record Fixed(UUID id, String what, String words, String by, Instant at) {}

  /// An application of the same person in another screening.
  record Other(
      Screening screening, String path, @Nullable Integer score, @Nullable Verdict verdict) {}
}
