package dev.shortlist.judging;

/// What becomes of a screening whose model cannot be used until a person mends something.
public enum OnFailure {
  /// The local scores stand, marked.
  LOCAL,
  PAUSE
}
