package dev.shortlist.jobdescription;

/// How much a requirement matters.
public enum Importance {
  REQUIRED,
  PREFERRED,
  /// Pass, unknown or fail: shown and filterable. It rejects nobody; of all conditions only a
  /// licence that the CV shows earns points.
  GATE
}
