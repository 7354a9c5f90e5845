package dev.shortlist.match;

/// How a CV answers one requirement.
public enum Answer {
  MET,
  /// It shows something of what is asked for.
  PARTLY,
  /// What it says falls short.
  NOT,
  /// It says nothing about it, which is not a no.
  UNKNOWN
}
