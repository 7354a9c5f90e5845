package dev.shortlist.cli;

/// What `shortlist doctor` found out about one thing.
///
/// @param what the thing
/// @param detail what was found
/// @param advice what to do; empty when nothing is to be done
record Finding(State state, String what, String detail, String advice) {

  enum State {
    /// As it should be.
    OK,
    /// Shortlist runs, and something is not done.
    WITHOUT,
    /// Shortlist, or its server, does not run.
    MISSING
  }

  static Finding ok(String what, String detail) {
    return new Finding(State.OK, what, detail, "");
  }

  static Finding without(String what, String detail, String advice) {
    return new Finding(State.WITHOUT, what, detail, advice);
  }

  static Finding missing(String what, String detail, String advice) {
    return new Finding(State.MISSING, what, detail, advice);
  }
}
