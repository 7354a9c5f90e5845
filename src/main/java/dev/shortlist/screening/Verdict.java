package dev.shortlist.screening;

/// What a person can decide about an application. The program never does.
public enum Verdict {
  SHORTLISTED,
  ON_HOLD,
  REJECTED
}
