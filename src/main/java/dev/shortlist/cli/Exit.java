package dev.shortlist.cli;

/// What the exit code of a command says.
final class Exit {
  static final int ALL_READ = 0;
  static final int COULD_NOT_RUN = 1;
  static final int WRONG_USAGE = 2;
  static final int SOME_TO_REVIEW = 3;

  private Exit() {}
}
