package dev.shortlist.judging;

/// Which of the CVs the local engine has ranked a model reads.
public enum Cascade {
  OFF,
  /// Those on the shortlist, and those just below it.
  BAND,
  ALL
}
