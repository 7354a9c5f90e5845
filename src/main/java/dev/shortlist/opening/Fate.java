package dev.shortlist.opening;

/// How far an application is, as far as who sent it is told: nothing of points, places or others.
public enum Fate {
  RECEIVED,
  READ,
  /// A better file may be sent.
  UNREADABLE
}
