package dev.shortlist.tasks;

/// Why a task ends without result.
///
/// @param errorId what to look for in the log
public record GivenUp(Cause cause, String errorId) {

  public enum Cause {
    /// It failed as often as it was tried.
    FAILED,
    /// It did not come to an end within its time.
    TOOK_TOO_LONG,
    /// The process it ran in died of it, even when it ran alone.
    KILLED_ITS_PROCESS
  }
}
