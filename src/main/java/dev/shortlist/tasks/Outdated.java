package dev.shortlist.tasks;

/// What a task was started for has changed meanwhile: thrown by what writes its result, it undoes
/// that and has the task started anew. It is no failure and does not count as an attempt.
public final class Outdated extends RuntimeException {
  private static final long serialVersionUID = 1;
}
