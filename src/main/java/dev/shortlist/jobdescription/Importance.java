package dev.shortlist.jobdescription;

/// How much a requirement matters.
public enum Importance {
  REQUIRED,
  PREFERRED,
  /// Pass, unknown or fail: shown and filterable. It earns no points and rejects nobody.
  GATE
}
