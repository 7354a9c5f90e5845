package dev.shortlist.tasks;

/// What a node does.
public enum NodeRole {
  /// Answers requests.
  WEB,
  /// Works on tasks.
  WORKER
}
